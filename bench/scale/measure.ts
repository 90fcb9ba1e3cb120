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
}

export const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
const beside = (dalil: number[], byHand: number[]): Beside => {
  const [ours, raw] = [times(dalil), times(byHand)];
  return { dalil: ours, by_hand: raw, ratio_p50: ratio(ours.p50, raw.p50), ratio_p95: ratio(ours.p95, raw.p95) };
};

/** Each question in turn by dalil and by hand, so that both meet the same machine. */
export async function alone(
  core: Core,
  sql: Sql,
  mix: readonly MixQuestion[],
  { rounds, until }: { rounds: number; until: number },
) {
  const ours = new Map<MixQuestion, number[]>(mix.map((question) => [question, []]));
  const raw = new Map<MixQuestion, number[]>(mix.map((question) => [question, []]));
  const nothing: number[] = [];
  for (let round = -2; round < rounds && (round <= 1 || performance.now() < until); round++) {
    for (const question of mix) {
      const ms = await timed(() => answer(core, question));
      const rawMs = await timed(() => question.byHand(sql));
      const selectMs = await timed(() => sql`select 1`);
      if (round < 0) continue;
      ours.get(question)?.push(ms);
      raw.get(question)?.push(rawMs);
      nothing.push(selectMs);
    }
  }
  const bounded = mix.filter((question) => question.bounded).flatMap((question) => ours.get(question) ?? []);
  return {
    mix: beside([...ours.values()].flat(), [...raw.values()].flat()),
    bounded: times(bounded),
    select_1: times(nothing),
    questions: mix.map((question) => ({
      kind: question.kind,
      text: question.text,
      ...beside(ours.get(question) ?? [], raw.get(question) ?? []),
    })),
  };
}

const ASKERS = 16;

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
export async function together(core: Core, sql: Sql, mix: readonly MixQuestion[], ms: number) {
  const at = (n: number): MixQuestion => {
    const question = mix[n % mix.length];
    if (!question) throw new Error('the mix is empty');
    return question;
  };
  const dalil = await perSecond(ms, (n) => answer(core, at(n)));
  const byHand = await perSecond(ms, (n) => at(n).byHand(sql));
  return { askers: ASKERS, dalil, by_hand: byHand, throughput_share: ratio(dalil.per_second, byHand.per_second) };
}
