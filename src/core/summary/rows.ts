import type { Grouping } from '../question/question.ts';
import type { Block } from '../reply/reply.ts';
import type { AnswerRow } from './answer.ts';
import { bareFigure } from './figures.ts';
import { soughtOf } from './understood.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';

type Value = AnswerRow['labels'][number];
type Label = (value: Value, voice: Voice) => string;

const named: Label = ({ label, label_ar }, { either }) => either(label, label_ar);
const actor: Label = ({ label }, voice) => voice.actor(label);
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

export function rowLabel(row: AnswerRow, view: View): string {
  const { voice } = view;
  if (row.key === null) return voice.t('row-unknown');
  const say = LABELS[groupingOf(view)];
  const label = row.period ? voice.days.span(row.period) : voice.t.list(row.labels.map((value) => say(value, voice)));
  return row.running ? voice.t('row-running', { label }) : label;
}

/** Label, incidents and killed of each row. `ranked`: by all that name it, also with others, so that rows do not add up. */
export function rowTable(rows: readonly AnswerRow[], view: View, ranked = false): Block {
  const { question, saying, voice } = view;
  return {
    kind: 'table',
    columns: [
      { title: voice.t(`grouping-title.${groupingOf(view)}`), align: 'start' },
      { title: soughtOf(question, saying), align: 'end' },
      { title: voice.t('column-killed'), align: 'end' },
    ],
    rows: rows.map((row) => [
      rowLabel(row, view),
      voice.t('figure.exact', { n: ranked ? row.naming : row.incidents }),
      row.incidents === 0 ? voice.t('figure.none') : bareFigure(row.killed, voice),
    ]),
  };
}
