import type { Grouping } from '../question/question.ts';
import type { Block } from '../reply/reply.ts';
import type { AnswerRow } from './answer.ts';
import { bareFigure } from './figures.ts';
import { isMeasured } from './headline.ts';
import { soughtOf } from './understood.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';

type Value = AnswerRow['labels'][number];
type Label = (value: Value, voice: Voice) => string;

const named: Label = ({ label, label_ar }, { either }) => either(label, label_ar);
const actor: Label = ({ label }, voice) => voice.actorLabel(label);
const slug = (code: string) => code.toLowerCase().replace(/[^a-z]+/gu, '-');

/** A row's name in the language of the reply. */
const LABELS = {
  day: named,
  week: named,
  month: named,
  quarter: named,
  year: named,
  governorate: named,
  district: named,
  place: named,
  perpetrator: actor,
  target: actor,
  tactic: ({ key }, { t }) => t(`tactic.${key}`),
  event_type: ({ key }, { t }) => t(`event-type.${slug(key)}`),
} satisfies Record<Grouping, Label>;

export const groupingOf = ({ answer }: View): Grouping => answer.grouped_by ?? 'place';

/** A unit that has only begun is named whole, as the mark beside it says how far it goes: "May 2023 (so far)". */
function sayPeriod(period: { from: string; to: string }, running: boolean, view: View): string {
  const { days } = view.voice;
  const grouping = groupingOf(view);
  if (running && grouping === 'year') return period.from.slice(0, 4);
  return running && grouping === 'month' ? days.month(period.from) : days.span(period);
}

export function rowLabel(row: AnswerRow, view: View): string {
  const { voice } = view;
  if (row.key === null) return voice.t(row.incidents === 0 ? 'row-together' : 'row-unknown');
  const say = LABELS[groupingOf(view)];
  const label = row.period
    ? sayPeriod(row.period, row.running, view)
    : voice.t.list(row.labels.map((value) => say(value, voice)));
  return row.running ? voice.t('row-running', { label }) : label;
}

/**
 * Label, incidents and killed of each row. `ranked`: by all that name it, also beside others; such rows do not add up, and where they
 * do not, their dead are those of no row.
 */
export function rowTable(rows: readonly AnswerRow[], view: View, ranked = false): Block {
  const { question, saying, voice } = view;
  const number = (n: number) => voice.t('figure.exact', { n });
  const noFigure = voice.t('figure.no-record');
  const tolls = !ranked || rows.every(({ naming, incidents }) => naming === incidents);
  const killed = (row: AnswerRow) => {
    if (row.uncovered) return noFigure;
    if (row.incidents === 0 && row.key !== null) return number(0);
    const { together = 0, best } = row.killed;
    if (together === 0) return bareFigure(row.killed, voice);
    return best ? voice.t('figure-and-together', { figure: bareFigure(row.killed, voice) }) : voice.t('figure-together');
  };
  return {
    kind: 'table',
    columns: [
      { title: voice.t(`grouping-title.${groupingOf(view)}`), align: 'start' },
      { title: soughtOf(question, saying), align: 'end' },
      ...(tolls ? [{ title: voice.t(isMeasured(view) ? 'column-killed-all' : 'column-killed'), align: 'end' as const }] : []),
    ],
    rows: rows.map((row) => [
      rowLabel(row, view),
      row.uncovered ? noFigure : number(ranked ? row.naming : row.incidents),
      ...(tolls ? [killed(row)] : []),
    ]),
  };
}
