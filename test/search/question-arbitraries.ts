import fc from 'fast-check';
import type { Place } from '../../src/core/gazetteer/gazetteer.ts';
import { type AskedPlace, emptyQuestion, type Question } from '../../src/core/question/question.ts';
import { ACTORS, PLACES } from '../support/land.ts';
import { DAYS, day, dayAt, often, some } from './arbitraries.ts';

/** Random questions, about the made-up land or another. */

export const askedOf = ({ id, name, nameAr, kind, lat, lon }: Place): AskedPlace => ({
  id,
  name,
  name_ar: nameAr,
  kind,
  lat,
  lon,
});

/** What questions may be about. */
export interface Askable {
  place: fc.Arbitrary<Place>;
  /** Canonical names. */
  actors: readonly string[];
  sources: readonly string[];
  time: fc.Arbitrary<Question['time']>;
}

const OPS = ['sum', 'avg', '>=', '>', '=', '<', '<='] as const;

export function questionsAbout({ place, actors, sources, time }: Askable): fc.Arbitrary<Question> {
  const asked = place.map(askedOf);
  const actorNames = (weight: number) =>
    often<string[]>([], fc.uniqueArray(fc.constantFrom(...actors), { minLength: 1, maxLength: 2 }), weight);
  return fc
    .record({
      intent: fc.constantFrom('list', 'count', 'trend'),
      time,
      places: fc.oneof(
        { weight: 2, arbitrary: fc.constant<AskedPlace[]>([]) },
        { weight: 3, arbitrary: fc.uniqueArray(asked, { minLength: 1, maxLength: 2, selector: (p) => p.id }) },
      ),
      relation: fc.constantFrom(
        null,
        'in',
        'in',
        'near',
        'near',
        'between',
        'along',
        'north_of',
        'east_of',
        'south_of',
        'west_of',
      ),
      near_km: often<number | null>(null, fc.integer({ min: 5, max: 150 })),
      sector: often<Question['sector']>(null, fc.constantFrom('east', 'west', 'north', 'south'), 4),
      perpetrator: actorNames(9),
      target: actorNames(7),
      any: actorNames(14),
      tactics: often<Question['tactics']>([], some(['ambush', 'ied', 'drone', 'clash', 'kidnapping', 'arrest', 'siege'], 2), 14),
      casualties: often<Question['casualties']>(
        null,
        fc.record({
          field: fc.constantFrom('killed', 'wounded', 'killed_or_wounded', 'captured', 'missing'),
          op: fc.constantFrom(...OPS),
          value: fc.option(fc.integer({ min: 0, max: 6 })),
        }),
        6,
      ),
      group_by: often<Question['group_by']>(
        null,
        fc.constantFrom(
          'day',
          'week',
          'month',
          'quarter',
          'year',
          'governorate',
          'district',
          'place',
          'perpetrator',
          'target',
          'tactic',
          'event_type',
        ),
        1,
      ),
      order: often<Question['order']>(
        null,
        fc.constantFrom('count_desc', 'killed_desc', 'killed_or_wounded_desc', 'date_desc', 'date_asc'),
      ),
      evidence: often<Question['evidence']>(
        null,
        fc.constantFrom('claimed', 'unclaimed', 'confirmed', 'unconfirmed', 'geolocated'),
        14,
      ),
      sources: often<string[]>([], some(sources, 2), 19),
      target_objects: often<Question['target_objects']>([], fc.constant(['bus']), 24),
      means: often<Question['means']>([], fc.constant(['motorcycle']), 24),
      time_of_day: often<Question['time_of_day']>(null, fc.constant('night'), 24),
      country: often<Question['country']>(null, fc.constantFrom('SY', 'IQ'), 14),
      grades: often<Question['grades']>(null, some(['confirmed', 'fair', 'weak', 'discounted'], 2), 19),
      subject: fc.constantFrom('attacks', 'incidents'),
      exclude: often<Question['exclude']>(
        null,
        fc.record({
          tactics: some(['ambush', 'clash'], 1),
          actors: often<string[]>([], fc.constantFrom(['Liwa al-Quds'], ['civilians', 'SDF'])),
          places: often<AskedPlace[]>([], fc.array(asked, { minLength: 1, maxLength: 1 }), 1),
        }),
        5,
      ),
    })

    .map(({ perpetrator, target, any, ...rest }) => ({ ...emptyQuestion(), ...rest, actors: { perpetrator, target, any } }))
    .chain((question) => often(question, compared(question, actors, time), 8));
}

/** The same with two values side by side. */
const compared = (question: Question, names: readonly string[], time: Askable['time']): fc.Arbitrary<Question> =>
  fc
    .tuple(
      fc.constantFrom('place', 'period', 'actor', 'perpetrator', 'target', 'tactic'),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
      fc.tuple(time, time),
    )
    .map(([by, two, times]): Question => {
      const periods = times.flatMap((one) => one ?? []);
      const values = {
        place: question.places.map((one) => one.name),
        period: periods.map((one) => one.to),
        tactic: question.tactics,
        actor: two,
        perpetrator: two,
        target: two,
      }[by];
      return { ...question, intent: 'compare', compare: { by, values: [...values], ...(by === 'period' ? { periods } : {}) } };
    });

export const anyQuestion = questionsAbout({
  place: fc.constantFrom(...PLACES),
  actors: ACTORS.map((actor) => actor.name),
  sources: ['SOHR', 'AMAQ', 'nobody'],
  time: fc.option(
    fc
      .tuple(fc.option(day, { freq: 5 }), fc.oneof(day, fc.constant(dayAt(DAYS + 40))))
      .map(([a, b]) => (a === null || a <= b ? { from: a, to: b } : { from: b, to: a })),
    { freq: 3 },
  ),
});

/** Often a day on which the store was being written. */
export const anyAsOf = often<string | null>(null, day, 1);
