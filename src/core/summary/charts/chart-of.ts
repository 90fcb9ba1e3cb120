import type { AnswerRow } from '../answer.ts';
import { sayCaveat } from '../caveat-lines.ts';
import { peopleOf } from '../headline.ts';
import { comparedLabel } from '../kinds/compare.ts';
import { headlineText } from '../picture-words.ts';
import { rowLabel } from '../rows.ts';
import { soughtOf } from '../understood.ts';
import type { View } from '../view.ts';
import type { ChartSpec } from './chart-spec.ts';

/** Bars of these stand for one incident each; the killed are too few or too many to share their axis. */
function ofRows(
  rows: readonly AnswerRow[],
  view: View,
): Omit<ChartSpec, 'language' | 'title' | 'subtitle' | 'footer'> & { left: number } {
  const series = rows.some(({ period }) => period !== null);
  const drawn = rows.filter(({ key, period }) => key !== null && (!series || period !== null));
  const left = rows.filter((row) => !drawn.includes(row)).reduce((sum, { incidents }) => sum + incidents, 0);
  const running = series ? drawn.findIndex((row) => row.running) : -1;
  return {
    kind: series ? 'columns' : 'ranking',
    categories: drawn.map((row) => rowLabel({ ...row, running: false }, view)),
    series: [
      {
        name: soughtOf(view.question, view.saying),
        values: drawn.map(({ incidents, uncovered }) => (uncovered ? null : incidents)),
      },
    ],
    running: running >= 0 && drawn[running] ? { index: running, note: rowLabel(drawn[running], view) } : null,
    left,
  };
}

/** Values side by side: incidents, killed and wounded of each. */
function ofCompared(view: View): Omit<ChartSpec, 'language' | 'title' | 'subtitle' | 'footer'> & { left: number } {
  const { compared } = view.answer;
  const { t } = view.voice;
  return {
    kind: 'columns',
    categories: [soughtOf(view.question, view.saying), t('column-killed'), t('column-wounded')],
    series: compared.map((one) => {
      const { killed, wounded } = peopleOf(one.total, view.question)?.tolls ?? one.total;
      return { name: comparedLabel(one, view), values: [one.total.incidents, killed.best, wounded.low] };
    }),
    running: null,
    left: 0,
  };
}

/** What a chart of the answer shows; null where it has nothing to draw. */
export function chartOf(view: View): ChartSpec | null {
  const { answer, voice } = view;
  const made = answer.compared.length > 1 ? ofCompared(view) : answer.rows.length > 1 ? ofRows(answer.rows, view) : null;
  if (made === null || made.categories.length === 0) return null;
  const { left, ...spec } = made;
  const { title, subtitle, stamp } = headlineText(view);
  // a chart is passed on without the answer: what would make it misread goes with it
  const notes = answer.caveats.filter(({ kind }) => kind === 'unequal_periods' || kind === 'data_ends');
  const footer = [
    ...(left > 0 ? [voice.t('picture-left-out', { n: left })] : []),
    ...notes.map((caveat) => sayCaveat(caveat, voice)),
    stamp,
  ].join(' ');
  return { ...spec, language: voice.language, title, subtitle, footer };
}
