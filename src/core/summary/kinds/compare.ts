import type { Block } from '../../reply/reply.ts';
import type { AnswerCompared } from '../answer.ts';
import { bareFigure } from '../figures.ts';
import { bold, headline, text } from '../headline.ts';
import { incidentList } from '../incident-list.ts';
import { soughtOf } from '../understood.ts';
import type { Presenter, View } from '../view.ts';

export function comparedLabel({ label, label_ar, period }: AnswerCompared, { voice, question }: View): string {
  if (period) return voice.days.span(period);
  if (question.compare?.by === 'tactic') return voice.t(`tactic.${label}`);
  if (question.compare?.by === 'place') return voice.either(label, label_ar);
  return voice.actor(label);
}

/** "9 more, 4 times as many": of the larger over the smaller. One decimal. */
export const ratioOf = (a: number, b: number): number | null => (b > 0 ? Math.round((a / b) * 10) / 10 : null);

function difference(a: AnswerCompared, b: AnswerCompared, view: View): string {
  const { t } = view.voice;
  const [larger, smaller] = a.total.incidents >= b.total.incidents ? [a, b] : [b, a];
  const more = larger.total.incidents - smaller.total.incidents;
  const names = { larger: comparedLabel(larger, view), smaller: comparedLabel(smaller, view) };
  if (more === 0) return t('difference.none', { ...names, n: larger.total.incidents });
  const ratio = ratioOf(larger.total.incidents, smaller.total.incidents);
  return ratio === null ? t('difference.more', { ...names, n: more }) : t('difference.times', { ...names, n: more, ratio });
}

function table(compared: readonly AnswerCompared[], view: View): Block {
  const { voice, question, saying } = view;
  const figure = (n: number) => voice.t('figure.exact', { n });
  return {
    kind: 'table',
    columns: [
      { title: '', align: 'start' },
      { title: soughtOf(question, saying), align: 'end' },
      { title: voice.t('column-killed'), align: 'end' },
      { title: voice.t('column-wounded'), align: 'end' },
      { title: voice.t('column-possible'), align: 'end' },
    ],
    rows: compared.map((one) => [
      comparedLabel(one, view),
      figure(one.total.incidents),
      bareFigure(one.total.killed, voice),
      bareFigure(one.total.wounded, voice),
      figure(one.total.possible),
    ]),
  };
}

/** Values side by side, each with totals of its own; the first against each of the others. */
export const compare: Presenter = (view) => {
  const { compared } = view.answer;
  const [first, ...others] = compared;
  if (!first || others.length === 0) return { head: [headline(view)], body: incidentList(view) };
  const [head, ...more] = others.map((other) => difference(first, other, view));
  return { head: head === undefined ? [] : [bold(head)], body: [...more.map(text), table(compared, view)] };
};
