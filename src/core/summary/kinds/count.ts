import type { Question } from '../../question/question.ts';
import type { Block } from '../../reply/reply.ts';
import type { FoundAnswer, TollByMeasure } from '../answer.ts';
import { askedSides, headline, makeUp, text } from '../headline.ts';
import { incidentList, shownIncidents } from '../incident-list.ts';
import type { Presenter, View } from '../view.ts';

type Field = NonNullable<Question['casualties']>['field'];

const MEASURES = {
  killed: ['killed'],
  wounded: ['wounded'],
  killed_or_wounded: ['killed', 'wounded'],
  captured: ['captured'],
  missing: ['missing'],
} as const satisfies Record<Field, readonly (keyof TollByMeasure)[]>;

type Averaged = Pick<FoundAnswer['total'], 'incidents' | 'asked' | 'killed' | 'wounded' | 'captured' | 'missing'>;

/** Best estimates over the incidents whose toll is known; null where none is. One decimal. */
export function averageOf(total: Averaged, field: Field): { value: number; of: number } | null {
  const tolls = MEASURES[field].map((measure) => (total.asked ?? total)[measure]);
  const of = total.incidents - Math.max(...tolls.map(({ unknown }) => unknown));
  const sum = tolls.reduce((all, { best }) => all + (best ?? 0), 0);
  return of > 0 ? { value: Math.round((sum / of) * 10) / 10, of } : null;
}

export function average({ answer, question: { casualties }, voice: { t } }: View): Block[] {
  const found = casualties?.op === 'avg' ? averageOf(answer.total, casualties.field) : null;
  if (!found || !casualties) return [];
  return [text(t('average', { n: found.value, of: found.of, whom: t(`whom.${casualties.field}`) }))];
}

export const count: Presenter = (view) => ({
  head: [headline(view), ...askedSides(view), ...average(view)],
  body: [...makeUp(view), ...incidentList(view)],
  listed: shownIncidents(view),
});
