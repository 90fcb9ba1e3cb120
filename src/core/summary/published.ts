import type { BreakdownLine } from '../../db/schema/statistic.ts';
import type { StatisticMetric } from '../../db/schema/vocabulary.ts';
import type { Block, BlockOf, Inline } from '../reply/reply.ts';
import type { AnswerStatistic } from './answer.ts';
import { bareFigure, sayToll } from './figures.ts';
import { countedOf } from './understood.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';

type Say = (statistic: AnswerStatistic, voice: Voice) => string;

const people =
  (measure: 'killed' | 'wounded' | 'captured' | 'missing'): Say =>
  (statistic, voice) =>
    sayToll(measure, statistic, voice, statistic.approximate);

const things =
  (message: string): Say =>
  (statistic, voice) =>
    voice.t(message, { figure: bareFigure(statistic, voice, statistic.approximate), n: statistic.high ?? statistic.low ?? 0 });

const METRICS = {
  attacks: things('published-metric.attacks'),
  fighters: things('published-metric.fighters'),
  area_km2: things('published-metric.area'),
  killed: people('killed'),
  wounded: people('wounded'),
  captured: people('captured'),
  missing: people('missing'),
} satisfies Record<StatisticMetric, Say>;

/** "9 killed (government and allied forces)" */
function sayFigure(statistic: AnswerStatistic, voice: Voice): string {
  const bare = METRICS[statistic.metric](statistic, voice);
  const { perpetrators } = statistic;
  // the dead of a side do not say by whom; attacks do
  const figure =
    statistic.metric === 'attacks' && perpetrators.length > 0
      ? voice.t('published-by', { figure: bare, who: voice.actors(perpetrators) })
      : bare;
  if (statistic.subject === null && statistic.subject_ar === null) return figure;
  return voice.t('published-of', { figure, subject: voice.either(statistic.subject, statistic.subject_ar) });
}

function sayBreakdown(lines: readonly BreakdownLine[], voice: Voice): string {
  const { t, either } = voice;
  return voice.joined(
    lines.map((line) => {
      const range = { low: line.value ?? line.low ?? null, high: line.value ?? line.high ?? null };
      const said = t('published-line', {
        label: either(line.label, line.labelAr),
        figure: bareFigure(range, voice, line.approximate),
      });
      return line.ofWhich && line.ofWhich.length > 0
        ? t('published-of-which', { said, parts: sayBreakdown(line.ofWhich, voice) })
        : said;
    }),
  );
}

const fitOf = ({ fit }: AnswerStatistic, { t }: Voice): string | null => {
  const parts = [
    ...(fit.period === 'exact' ? [] : [t(`fit-period.${fit.period}`)]),
    ...(fit.area === 'exact' ? [] : [t(`fit-area.${fit.area}`)]),
  ];
  return parts.length > 0 ? t('fit', { differences: t.list(parts) }) : null;
};

/** Figures of one source on one period and area stand in one line. */
const sameFrame = (statistic: AnswerStatistic) =>
  JSON.stringify([statistic.source, statistic.period, statistic.area, statistic.document, statistic.fit]);

function itemOf(statistics: readonly AnswerStatistic[], first: AnswerStatistic, view: View): BlockOf<'list'>['items'][number] {
  const { t, days, either } = view.voice;
  const frame = t('published-frame', {
    source: either(first.source, first.source_ar),
    period: days.span(first.period),
    area: either(first.area, first.area_ar),
    figures: view.voice.apart(statistics.map((statistic) => sayFigure(statistic, view.voice))),
  });
  const lines: Inline[][] = [];
  for (const { breakdown, note, note_ar } of statistics) {
    if (breakdown.length > 0) lines.push([t('published-breakdown', { parts: sayBreakdown(breakdown, view.voice) })]);
    if (view.detail.incidents !== 'line' && (note !== null || note_ar !== null)) lines.push([either(note, note_ar)]);
  }
  const fit = fitOf(first, view.voice);
  if (fit !== null) lines.push([fit]);
  if (first.document !== null) lines.push([t('published-in', { title: first.document })]);
  return { content: [frame], lines };
}

const isExact = ({ fit }: AnswerStatistic) => fit.period === 'exact' && fit.area === 'exact';

/** A figure on a longer period and a wider area says nothing of what was asked. */
const saysSomething = ({ fit }: AnswerStatistic) => fit.period !== 'wider' || fit.area !== 'wider';

function framesOf(statistics: readonly AnswerStatistic[]): AnswerStatistic[][] {
  const frames = new Map<string, AnswerStatistic[]>();
  for (const statistic of statistics) {
    const key = sameFrame(statistic);
    frames.set(key, [...(frames.get(key) ?? []), statistic]);
  }
  return [...frames.values()];
}

/** Published figures, named as such, beside the store's own count and never in it: first those on the very period and area. */
export function publishedBlocks(view: View): Block[] {
  const { answer, voice, detail } = view;
  const { t } = voice;
  const exact = framesOf(answer.statistics.filter(isExact));
  const other = framesOf(answer.statistics.filter((statistic) => !isExact(statistic) && saysSomething(statistic)));
  const shown = [...exact.slice(0, detail.statistics), ...other.slice(0, exact.length > 0 ? 0 : detail.elsewhere)];
  const hidden = (frames: AnswerStatistic[][]) =>
    frames.flat().length - shown.filter((frame) => frames.includes(frame)).flat().length;
  const notes: string[] = [];
  if (exact.length > 0) notes.push(t('published-own', { count: countedOf(answer.total.incidents, view.question, view.saying) }));
  if (hidden(exact) > 0) notes.push(t('published-more', { n: hidden(exact) }));
  if (hidden(other) > 0) notes.push(t('published-elsewhere', { n: hidden(other) }));
  const note: Block[] = notes.length > 0 ? [{ kind: 'note', tone: 'plain', content: [notes.join(' ')] }] : [];
  if (shown.length === 0) return note;
  const items = shown.flatMap((frame) => (frame[0] ? [itemOf(frame, frame[0], view)] : []));
  return [{ kind: 'text', content: [t('published')] }, { kind: 'list', ordered: false, items }, ...note];
}
