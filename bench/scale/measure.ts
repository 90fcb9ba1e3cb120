import type { Sql } from 'postgres';
import { askOnce } from '../../src/core/ask.ts';
import type { Core } from '../../src/core/core.ts';
import { compactText } from '../../src/core/reply/reply-text.ts';
import { type Times, timed, times } from '../figures.ts';
import { MIX_ASKED_ON, type MixQuestion } from './mix.ts';

/** Text in, rendered answer out. */
export async function answer(core: Core, { text, turns }: MixQuestion): Promise<string> {
  const asked = await askOnce(core, { text, today: MIX_ASKED_ON, asOf: null, turns });
  if (asked.answer.kind === 'failed') throw new Error(`"${text}" failed`);
  return compactText(asked.reply);
}

interface Beside {
  dalil: Times;
  by_hand: Times;
  ratio_p50: number;
  ratio_p95: number;
  /** Processor time in Node an answer, in ms: what a loaded machine changes least. */
  node_cpu: { dalil: number; by_hand: number };
}

/** What was measured of one question, one way. */
interface Runs {
  ms: number[];
  cpu: number[];
}

async function measured(runs: Runs | undefined, work: () => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage();
  const ms = await timed(work);
  const { user, system } = process.cpuUsage(before);
  runs?.ms.push(ms);
  runs?.cpu.push((user + system) / 1000);
}

const mean = (all: readonly number[]) =>
  Math.round((all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)) * 100) / 100;

export const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
const together = (all: Iterable<Runs>): Runs => {
  const runs = [...all];
  return { ms: runs.flatMap(({ ms }) => ms), cpu: runs.flatMap(({ cpu }) => cpu) };
};

const beside = (dalil: Iterable<Runs>, byHand: Iterable<Runs>): Beside => {
  const [ours, raw] = [together(dalil), together(byHand)];
  const [a, b] = [times(ours.ms), times(raw.ms)];
  return {
    dalil: a,
    by_hand: b,
    ratio_p50: ratio(a.p50, b.p50),
    ratio_p95: ratio(a.p95, b.p95),
    node_cpu: { dalil: mean(ours.cpu), by_hand: mean(raw.cpu) },
  };
};

/** Each question in turn by dalil and by hand, so that both meet the same machine. */
export async function alone(
  core: Core,
  sql: Sql,
  mix: readonly MixQuestion[],
  { rounds, until }: { rounds: number; until: number },
) {
  const empty = () => new Map<MixQuestion, Runs>(mix.map((question) => [question, { ms: [], cpu: [] }]));
  const [ours, raw] = [empty(), empty()];
  const nothing: number[] = [];
  for (let round = -2; round < rounds && (round <= 1 || performance.now() < until); round++) {
    for (const question of mix) {
      const warm = round >= 0;
      await measured(warm ? ours.get(question) : undefined, () => answer(core, question));
      await measured(warm ? raw.get(question) : undefined, () => question.byHand(sql));
      const selectMs = await timed(() => sql`select 1`);
      if (warm) nothing.push(selectMs);
    }
  }
  const bounded = mix.filter((question) => question.bounded).flatMap((question) => ours.get(question)?.ms ?? []);
  return {
    mix: beside(ours.values(), raw.values()),
    bounded: times(bounded),
    select_1: times(nothing),
    questions: mix.map((question) => ({
      kind: question.kind,
      text: question.text,
      ...beside(runsOf(ours, question), runsOf(raw, question)),
    })),
  };
}

const runsOf = (all: ReadonlyMap<MixQuestion, Runs>, question: MixQuestion): Runs[] => {
  const runs = all.get(question);
  return runs ? [runs] : [];
};

const ASKERS = 16;
/** Each connection plans each statement once: not what is measured. */
const WARM_MS = 3000;

async function perSecond(ms: number, work: (n: number) => Promise<unknown>): Promise<{ per_second: number; ms: Times }> {
  const all: number[] = [];
  const begun = performance.now();
  const ask = async (asker: number) => {
    for (let n = asker; performance.now() - begun < ms; n++) all.push(await timed(() => work(n)));
  };
  await Promise.all(Array.from({ length: ASKERS }, (_, asker) => ask(asker)));
  return { per_second: Math.round((all.length * 10_000) / (performance.now() - begun)) / 10, ms: times(all) };
}

/** Sixteen askers at once through dalil, then through the same number of connections by hand. */
export async function allAtOnce(core: Core, sql: Sql, mix: readonly MixQuestion[], ms: number) {
  const at = (n: number): MixQuestion => {
    const question = mix[n % mix.length];
    if (!question) throw new Error('the mix is empty');
    return question;
  };
  const ours = (n: number) => answer(core, at(n));
  const raw = (n: number) => at(n).byHand(sql);
  await perSecond(WARM_MS, ours);
  const dalil = await perSecond(ms, ours);
  await perSecond(WARM_MS, raw);
  const byHand = await perSecond(ms, raw);
  return { askers: ASKERS, dalil, by_hand: byHand, throughput_share: ratio(dalil.per_second, byHand.per_second) };
}
