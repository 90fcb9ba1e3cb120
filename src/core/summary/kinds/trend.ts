import type { Grouping } from '../../question/question.ts';
import type { Block } from '../../reply/reply.ts';
import type { AnswerRow } from '../answer.ts';
import { headline, makeUp, peopleOf, text } from '../headline.ts';
import { groupingOf, rowLabel, rowTable } from '../rows.ts';
import { sparkline } from '../sparkline.ts';
import type { Presenter, View } from '../view.ts';
import { average } from './count.ts';

/** The fullest rows: all that share the highest number. */
function peak(rows: readonly AnswerRow[], view: View): Block[] {
  const { t } = view.voice;
  const known = rows.filter(({ key }) => key !== null);
  const highest = Math.max(0, ...known.map(({ incidents }) => incidents));
  const top = known.filter(({ incidents }) => incidents === highest);
  if (highest === 0 || known.length < 2 || top.length > 3) return [];
  const covered = known.filter(({ uncovered }) => !uncovered);
  const empty = covered.filter(({ incidents }) => incidents === 0).length;
  const of = covered.length;
  const values = { rows: t.list(top.map((row) => rowLabel(row, view))), n: highest };
  const most = t(top.length > 1 ? 'peak.tied' : 'peak.one', values);
  return [text(empty > 0 && known.some(({ period }) => period) ? t('peak-empty', { most, n: empty, of }) : most)];
}

/** "killed per month": over the units that have begun and lie within the records. What lies in two units is in the sum too. */
function averageOverTime({ answer: { rows, total }, question, voice: { t } }: View, unit: Grouping): Block[] {
  const people = peopleOf(total, question);
  const units = rows.filter(({ period, uncovered }) => period !== null && !uncovered).length;
  const sum = people?.tolls[people.first].best ?? null;
  if (question.casualties?.op !== 'avg' || people === null || sum === null || units === 0) return [];
  const n = Math.round((sum / units) * 10) / 10;
  return [text(t(`average-over.${unit}`, { n, of: units, whom: t(`whom.${people.first}`) }))];
}

/** A series or breakdown: gaps are rows with zero, a period still running is marked. */
export const trend: Presenter = (view) => {
  const { answer, voice, detail } = view;
  const { rows } = answer;
  const series = rows.filter(({ period }) => period !== null);
  const bars = sparkline(series.map(({ incidents }) => incidents));
  // a long series leaves out the units in which nothing was; then of a series the latest rows stay, of a breakdown the first
  const telling =
    rows.length > detail.rows ? rows.filter(({ key, incidents, running }) => incidents > 0 || running || key === null) : rows;
  const shown = series.length > 0 ? telling.slice(-detail.rows) : telling.slice(0, detail.rows);
  const empty = rows.length - telling.length;
  const hidden = telling.length - shown.length;
  const body: Block[] = [...peak(rows, view)];
  if (bars !== '') body.push(text(bars));
  if (shown.length > 0) body.push(rowTable(shown, view));
  const left = [
    ...(empty > 0 && shown.length > 0 ? [voice.t('rows-empty', { n: empty })] : []),
    ...(hidden > 0 ? [voice.t('rows-hidden', { n: hidden })] : []),
  ];
  if (left.length > 0) body.push({ kind: 'note', tone: 'plain', content: [left.join(' ')] });
  const averages = series.length > 0 ? averageOverTime(view, groupingOf(view)) : average(view);
  return { head: [headline(view), ...averages], body: [...body, ...makeUp(view)], listed: 0 };
};
