import { TACTICS } from '../../../db/schema/vocabulary.ts';
import type { Block } from '../../reply/reply.ts';
import type { AnswerCompared } from '../answer.ts';
import { bareFigure, sayTotal } from '../figures.ts';
import { bold, peopleOf, text } from '../headline.ts';
import { soughtOf } from '../understood.ts';
import type { Presenter, View } from '../view.ts';
import { list } from './list.ts';

const isTactic = (word: string) => TACTICS.some((tactic) => tactic === word);

export function comparedLabel({ label, label_ar, period }: AnswerCompared, { voice, question }: View): string {
  if (period) return voice.days.span(period);
  if (question.compare?.by === 'tactic') return isTactic(label) ? voice.t(`tactic.${label}`) : label;
  if (question.compare?.by === 'place') return voice.either(label, label_ar);
  return voice.actorLabel(label);
}

/** "9 more, 4 times as many": of the larger over the smaller. One decimal. */
export const ratioOf = (a: number, b: number): number | null => (b > 0 ? Math.round((a / b) * 10) / 10 : null);

/** Of people, both figures as they are: a difference of ranges would be one more range. */
function differenceOfPeople(a: AnswerCompared, b: AnswerCompared, view: View): string | null {
  const { question, voice } = view;
  const [of, than] = [a, b].map((one) => ({ one, people: peopleOf(one.total, question) }));
  if (!of?.people || !than?.people) return null;
  const { first } = of.people;
  const [larger, smaller] = (of.people.tolls[first].best ?? 0) >= (than.people.tolls[first].best ?? 0) ? [of, than] : [than, of];
  const say = ({ one, people }: typeof of) =>
    people === null ? '' : sayTotal({ incidents: one.total.incidents, ...people.tolls }, voice, first);
  const values = { larger: comparedLabel(larger.one, view), smaller: comparedLabel(smaller.one, view) };
  const [many, few] = [say(larger), say(smaller)];
  return voice.t(many === few ? 'difference-people.none' : 'difference-people.more', { ...values, many, few });
}

function difference(a: AnswerCompared, b: AnswerCompared, view: View): string {
  const { t } = view.voice;
  const people = differenceOfPeople(a, b, view);
  if (people !== null) return people;
  const [larger, smaller] = a.total.incidents >= b.total.incidents ? [a, b] : [b, a];
  const more = larger.total.incidents - smaller.total.incidents;
  const values = {
    larger: comparedLabel(larger, view),
    smaller: comparedLabel(smaller, view),
    many: larger.total.incidents,
    few: smaller.total.incidents,
    n: more,
  };
  if (more === 0) return t('difference.none', values);
  const unequal = view.answer.caveats.some(({ kind }) => kind === 'unequal_periods');
  const ratio = unequal ? null : ratioOf(larger.total.incidents, smaller.total.incidents);
  return ratio === null ? t('difference.more', values) : t('difference.times', { ...values, ratio });
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
    rows: compared.map((one) => {
      const { killed, wounded } = peopleOf(one.total, question)?.tolls ?? one.total;
      return [
        comparedLabel(one, view),
        figure(one.total.incidents),
        bareFigure(killed, voice),
        bareFigure(wounded, voice),
        figure(one.total.possible),
      ];
    }),
  };
}

/** Values side by side, each with totals of its own; the first against each of the others. */
export const compare: Presenter = (view) => {
  const { compared } = view.answer;
  const [first, ...others] = compared;
  if (!first || others.length === 0) return list(view);
  const [head, ...more] = others.map((other) => difference(first, other, view));
  return { head: head === undefined ? [] : [bold(head)], body: [...more.map(text), table(compared, view)], listed: 0 };
};
