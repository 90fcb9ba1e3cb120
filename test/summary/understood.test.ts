import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assumption,
  assumptionSchema,
  emptyQuestion,
  type Question,
  questionSchema,
} from '../../src/core/question/question.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import { PHRASES } from '../../src/core/summary/question-phrases.ts';
import { sayAssumptions, sayQuestion } from '../../src/core/summary/understood.ts';
import { createVoice } from '../../src/core/summary/voice.ts';
import { LANGUAGES, type Language } from '../../src/db/schema/vocabulary.ts';
import { gazetteer } from './found-land.ts';
import { question } from './found-values.ts';

const translator = createTranslators();
const voice = (language: Language) => createVoice(translator(language), gazetteer);
const say = (slots: object, language: Language = 'en', radiusKm: number | null = null) =>
  sayQuestion(questionSchema.parse({ ...emptyQuestion(), ...slots }), { voice: voice(language), radiusKm, gazetteer });

const place = (id: string) => {
  const found = gazetteer.places.get(id);
  if (!found) throw new Error(id);
  return { id, name: found.name, name_ar: found.nameAr, kind: found.kind, lat: found.lat, lon: found.lon };
};
const april = { from: '2023-04-01', to: '2023-04-30' };

/** One value of each slot that a question can hold. */
const SLOTS = {
  intent: 'count',
  time: april,
  places: [place('sukhnah')],
  relation: 'near',
  near_km: 20,
  actors: { perpetrator: ['ISIS'], target: ['SAA'], any: ['Liwa al-Quds'] },
  tactics: ['ambush', 'ied'],
  casualties: { field: 'killed', op: '>', value: 3 },
  group_by: 'month',
  order: 'killed_desc',
  limit: 5,
  compare: { by: 'actor', values: ['ISIS', 'SAA'] },
  evidence: 'claimed',
  sources: ['Amaq'],
  target_objects: ['checkpoint'],
  sector: 'east',
  exclude: { tactics: ['ambush'], actors: ['ISIS'], places: [place('badia')] },
  time_of_day: 'night',
  country: 'SY',
  means: ['motorcycle'],
  grades: ['confirmed', 'fair'],
  subject: 'attacks',
  display: 'map',
  as_of: '2023-05-01',
  ref: 'BDY-7K3Q9F',
  unanswerable: true,
  leftover: ['weekdays'],
} as const satisfies { [K in keyof Question]: unknown };

describe('“Understood as”', () => {
  test('has a phrase for each slot of the schema', () => {
    expect(Object.keys(PHRASES).sort()).toEqual(Object.keys(questionSchema.shape).sort());
    expect(Object.keys(SLOTS).sort()).toEqual(Object.keys(questionSchema.shape).sort());
  });

  test.each(LANGUAGES)('says every slot that is set, in %s', (language) => {
    const all = questionSchema.parse({ ...emptyQuestion(), ...SLOTS });
    const saying = { voice: voice(language), radiusKm: 20, gazetteer };
    for (const [slot, phrase] of Object.entries(PHRASES)) {
      if (slot === 'intent') continue;
      const said = typeof phrase === 'function' ? phrase(all, saying) : PHRASES[phrase.within](all, saying);
      if (slot === 'compare') expect(said).toBeNull();
      // the sector of a circle is said apart from its place
      else expect(said, slot).toMatch(/\p{L}/u);
    }
  });

  test('changes with each slot', () => {
    const plain = say({});
    for (const slot of [
      'time',
      'actors',
      'tactics',
      'casualties',
      'group_by',
      'order',
      'limit',
      'evidence',
      'sources',
    ] as const) {
      expect(say({ [slot]: SLOTS[slot] })).not.toBe(plain);
    }
    for (const slot of [
      'target_objects',
      'sector',
      'exclude',
      'time_of_day',
      'country',
      'means',
      'grades',
      'subject',
      'display',
      'ref',
    ] as const) {
      expect(say({ [slot]: SLOTS[slot] })).not.toBe(plain);
    }
  });

  test('reads as a person would say it', () => {
    const near = { subject: 'attacks', places: [place('sukhnah')], relation: 'near', time: april } as const;
    expect(say(near, 'en', 30)).toBe('attacks near As-Sukhnah (30 km) in April 2023');
    expect(say(near, 'ar', 30)).toBe('هجمات قرب السخنة (30 كم) في نيسان 2023');
    expect(
      say({
        tactics: ['ambush'],
        actors: { perpetrator: ['ISIS'], target: ['SAA'], any: [] },
        time: { from: null, to: '2023-04-30' },
      }),
    ).toBe('ambushes by ISIS against the SAA up to 30 April 2023');
    expect(say({ subject: 'attacks', places: [place('homs')], relation: 'in', sector: 'east', time_of_day: 'night' })).toBe(
      'attacks in the eastern part of Homs governorate at night',
    );
    expect(say({ intent: 'count', casualties: { field: 'killed', op: 'sum', value: null }, places: [place('badia')] })).toBe(
      'number of people killed in incidents in the Badia',
    );
    expect(say({ intent: 'trend', subject: 'attacks', group_by: 'governorate' })).toBe('attacks, by governorate');
    expect(say({ intent: 'trend', subject: 'attacks', group_by: 'month' })).toBe('attacks over time, by month');
    expect(say({ exclude: { tactics: ['ambush'], actors: [], places: [] } }, 'ar')).toBe('حوادث باستثناء كمائن');
    expect(say({ tactics: ['siege'] })).toBe('incidents (siege)');
    expect(say({ tactics: ['ambush', 'ied'], subject: 'attacks', evidence: 'unclaimed' })).toBe(
      'attacks (ambushes and IED attacks) that nobody claimed',
    );
    expect(say({ casualties: { field: 'killed', op: '>', value: 3 } }, 'ar')).toBe('حوادث عدد القتلى أكثر من 3');
  });

  test('names what is compared where the places and actors do not', () => {
    const periods = [april, { from: '2023-05-01', to: '2023-05-31' }];
    expect(say({ intent: 'compare', compare: { by: 'period', values: ['April', 'May'], periods } })).toContain(
      'comparing April 2023 and May 2023',
    );
  });

  test('is there for every question in every language', () => {
    fc.assert(
      fc.property(question, fc.constantFrom(...LANGUAGES), (asked, language) => {
        expect(sayQuestion(asked, { voice: voice(language), radiusKm: 30, gazetteer })).toMatch(/\p{L}/u);
      }),
      { numRuns: 500 },
    );
  });
});

const ASSUMED = {
  year: { kind: 'year', said: 'April', ...april },
  day_first: { kind: 'day_first', said: '12/04/2023', day: '2023-04-12' },
  part_of_period: { kind: 'part_of_period', said: 'early April', from: '2023-04-01', to: '2023-04-10' },
  season: { kind: 'season', said: 'last winter', from: '2022-12-01', to: '2023-02-28' },
  calendar: { kind: 'calendar', said: 'Ramadan', from: '2023-03-23', to: '2023-04-20' },
  radius: { kind: 'radius', place: 'As-Sukhnah', km: 30 },
  spelling: { kind: 'spelling', said: 'sokhna', name: 'As-Sukhnah', name_ar: 'السخنة' },
  role: { kind: 'role', actor: 'ISIS', role: 'perpetrator' },
  actor_meaning: { kind: 'actor_meaning', said: 'soldiers', actor: 'SAA' },
  tactic_meaning: { kind: 'tactic_meaning', said: 'shoot-out', tactic: 'clash' },
  envelope: { kind: 'envelope', from: '2023-01-01', to: '2023-04-30' },
  within: { kind: 'within', place: 'As-Sukhnah', within: 'Homs' },
  not_read: { kind: 'not_read', said: 'Thank you very much for all of this.' },
  kept: { kind: 'kept', slots: ['time', 'places'] },
} as const satisfies { [K in Assumption['kind']]: Extract<Assumption, { kind: K }> | { kind: K; slots: readonly string[] } };

describe('what was taken for granted', () => {
  test.each(Object.values(ASSUMED))('$kind is said in both languages, in the reply’s own words', (assumed) => {
    const assumption = assumptionSchema.parse(assumed);
    for (const language of LANGUAGES) {
      const [said, more] = sayAssumptions([assumption], emptyQuestion(), voice(language));
      expect(said).toMatch(language === 'ar' ? /\p{Script=Arabic}/u : /[a-z]/u);
      expect(more).toBeUndefined();
    }
  });

  test('comes with the way to change it', () => {
    expect(sayAssumptions([ASSUMED.year, ASSUMED.radius, ASSUMED.day_first], emptyQuestion(), voice('en'))).toEqual([
      '“April” was read as April 2023, the most recent one: say a year to change it.',
      'Near As-Sukhnah was taken as within 30 km: say “within 50 km” to change it.',
      '“12/04/2023” was read day first, as 12 April 2023: write the month’s name to change it.',
    ]);
  });

  test('is said once', () => {
    expect(sayAssumptions([ASSUMED.radius, ASSUMED.radius], emptyQuestion(), voice('en'))).toHaveLength(1);
  });
});
