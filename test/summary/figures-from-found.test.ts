import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainThroughout } from '../../src/core/reply/plain.ts';
import { compactText } from '../../src/core/reply/reply-text.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import type { Found, FoundIncident } from '../../src/core/search/found.ts';
import { answerFound } from '../../src/core/summary/make-answer.ts';
import { present } from '../../src/core/summary/present.ts';
import { widerRadius } from '../../src/core/summary/surroundings.ts';
import type { Range } from '../../src/db/schema/columns.ts';
import { LANGUAGES, PARTIES } from '../../src/db/schema/vocabulary.ts';
import { gazetteer } from './found-land.ts';
import { found, understandingOf } from './found-values.ts';

const translator = createTranslators();

const NUMBERS = /\d+(?:,\d{3})*(?:\.\d+)?/gu;
const numbersIn = (text: string): number[] => (text.match(NUMBERS) ?? []).map((digits) => Number(digits.replaceAll(',', '')));

/** Every number that a value holds, also inside its texts and days, and how long its lists are. */
function numbersOf(value: unknown, all = new Set<number>()): Set<number> {
  if (typeof value === 'number') all.add(Math.abs(value));
  else if (typeof value === 'string') for (const n of [...numbersIn(value), ...numbersIn(value.replaceAll('-', ' '))]) all.add(n);
  else if (Array.isArray(value)) {
    all.add(value.length);
    for (const item of value) numbersOf(item, all);
  } else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) numbersOf(item, all);
  return all;
}

const MEASURES = ['killed', 'wounded', 'captured', 'missing', 'killed_or_missing', 'escaped'] as const;

/** The sums over parties that an incident's or an account's toll stands for: the only figures that an answer adds up itself. */
function* sumsOverParties(tolls: FoundIncident['tolls']): Generator<number> {
  for (const measure of MEASURES) {
    const ranges = PARTIES.flatMap((party): Range[] => (tolls[party]?.[measure] ? [tolls[party][measure]] : []));
    yield ranges.reduce((sum, { low }) => sum + (low ?? 0), 0);
    yield ranges.reduce((sum, { low, best }) => sum + (best ?? low ?? 0), 0);
    yield ranges.reduce((sum, { high }) => sum + (high ?? 0), 0);
  }
}

/** Counts of lines, and differences between what is asked for and what is shown: at most as large as the totals themselves. */
function derived(of: Found): number[] {
  const { totals, compared, rows, request, radiusKm } = of;
  const counts = [totals, ...compared.map((one) => one.totals)];
  const tolls = [
    ...of.incidents.map((one) => one.tolls),
    ...of.possible.map((one) => one.tolls),
    ...of.jointTolls.map((one) => one.tolls),
    ...Object.values(of.accounts).flatMap((accounts) => accounts.map((account) => account.tolls)),
  ];
  const upTo = (n: number) => Array.from({ length: Math.max(0, n) + 1 }, (_, i) => i);
  const left = (all: number) => upTo(10).map((shown) => all - shown);
  const known = (measure: 'killed' | 'wounded' | 'captured' | 'missing') => (totals.asked ?? totals).measures[measure];
  const averages = (['killed', 'wounded', 'captured', 'missing'] as const).flatMap((measure) => [
    [known(measure).best, known(measure).unknown],
    [known('killed').best + known('wounded').best, Math.max(known('killed').unknown, known('wounded').unknown)],
  ]);
  // "ISIS's own side lost": the sides of this land's actors, alone or together
  const own = [['isis'], ['government'], ['isis', 'government']].flatMap((sides) => {
    const dead = PARTIES.filter((party) => sides.includes(party)).flatMap((party) => totals.byParty[party]?.killed ?? []);
    return (['low', 'best', 'high'] as const).map((bound) => dead.reduce((sum, toll) => sum + (toll[bound] ?? 0), 0));
  });
  // what of an incident's toll a figure about some sides takes
  const added = of.incidents.map((one) =>
    Object.fromEntries(Object.entries(one.tolls).filter(([party]) => totals.asked?.parties.some((p) => p === party))),
  );
  const unnamed = rows.filter(({ key }) => key === null).reduce((sum, { incidents }) => sum + incidents, 0);
  const severally = rows.filter(({ keys = [] }) => keys.length > 1).reduce((sum, { incidents }) => sum + incidents, 0);
  // "a month, over 5 months"
  const overUnits = (['killed', 'wounded', 'captured', 'missing'] as const).flatMap((measure) =>
    rows.map((_, i) => Math.round((known(measure).best / (i + 1)) * 10) / 10),
  );
  return [
    unnamed,
    severally,
    rows
      .filter(({ keys, key }) => (keys ?? (key === null ? [] : [key])).length === 1)
      .reduce((sum, { incidents }) => sum + incidents, 0),
    ...overUnits,
    ...own,
    ...added.flatMap((one) => [...sumsOverParties(one)]),
    ...tolls.flatMap((one) => [...sumsOverParties(one)]),
    // list numbers and pages
    ...upTo(20),
    ...left(totals.incidents),
    ...left(totals.incidents - request.offset),
    ...left(totals.possible),
    // rows: how many share a place, are empty or left out
    ...upTo(rows.length),
    ...rows.map((row) => row.killed.best + row.wounded.best),
    ...counts.flatMap((a) => counts.map((b) => Math.abs(a.incidents - b.incidents))),
    ...counts.flatMap((a) => counts.map((b) => Math.round((a.incidents / b.incidents) * 10) / 10)),
    ...averages.flatMap(([sum = 0, unknown = 0]) => {
      const over = totals.incidents - unknown;
      return [over, Math.round((sum / over) * 10) / 10];
    }),
    // a place that is known to within 25 km has two decimals
    ...of.incidents.flatMap(({ lat, lon }) => [Number(lat.toFixed(2)), Number(lon.toFixed(2))]),
    // "say within 50 km", "to within 25 km"
    widerRadius(radiusKm ?? 30) ?? 30,
    widerRadius(30) ?? 30,
    30,
    25,
  ];
}

describe('every answer', () => {
  test('holds no number that is not in what was found', () => {
    fc.assert(
      fc.property(found, fc.constantFrom(...LANGUAGES), (unsafe, language) => {
        const of = plainThroughout(unsafe);
        const answer = answerFound(of, gazetteer);
        const text = compactText(
          present(answer, understandingOf(of.request.question), { gazetteer, t: translator(language), answerId: null }),
        );
        const allowed = new Set([...numbersOf(of), ...derived(of)]);
        // an Arabic "one" and "two" are words: only digits can be checked, and all of them are
        expect(numbersIn(text).filter((n) => !allowed.has(n))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('is the same text for the same finding', () => {
    fc.assert(
      fc.property(found, fc.constantFrom(...LANGUAGES), (of, language) => {
        const say = () =>
          compactText(
            present(answerFound(of, gazetteer), understandingOf(of.request.question), {
              gazetteer,
              t: translator(language),
              answerId: 'a1',
            }),
          );
        expect(say()).toBe(say());
      }),
      { numRuns: 100 },
    );
  });

  test('is the same from the answer as it was kept, so that its buttons work after a restart', () => {
    fc.assert(
      fc.property(found, (of) => {
        const answer = answerFound(of, gazetteer);
        const understanding = understandingOf(of.request.question);
        const presenting = { gazetteer, t: translator('en'), answerId: 'a1' };
        const kept: unknown = JSON.parse(JSON.stringify({ answer, understanding }));
        expect(kept).toEqual({ answer, understanding });
        expect(present(answer, understanding, presenting).blocks.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  test('holds no control or direction character of what people wrote', () => {
    fc.assert(
      fc.property(found, fc.constantFrom(...LANGUAGES), (of, language) => {
        const answer = answerFound(of, gazetteer);
        const text = compactText(
          present(answer, understandingOf(of.request.question), { gazetteer, t: translator(language), answerId: null }),
        );
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]/u);
        expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
      }),
      { numRuns: 200 },
    );
  });
});
