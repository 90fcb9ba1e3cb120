import { expect, test } from 'vitest';
import { factsDirectory, readRecords } from '../../src/core/facts/files.ts';
import { accountRecord, incidentRecord, outlineShape, placeRecord, tollsShape } from '../../src/core/facts/shapes.ts';

const incidents = readRecords(factsDirectory, 'incidents.json', incidentRecord);
const accounts = readRecords(factsDirectory, 'accounts.json', accountRecord);

test('refs are unique and hold no letter that looks like another', () => {
  const refs = incidents.map((i) => i.ref);
  expect(new Set(refs).size).toBe(refs.length);
  for (const ref of refs) expect(ref).toMatch(/^BDY-[^01ILOU]{6}$/u);
});

test('everything that people read is there in Arabic too, in Arabic letters', () => {
  for (const i of incidents) expect(`${i.summaryAr}${i.placeAr}`).toMatch(/^[\p{Script=Arabic}\p{M}\p{P}\p{N}\p{Zs}D]+$/u);
  for (const a of accounts) expect([a.wordsEn === null, a.noteEn === null]).toEqual([a.wordsAr === null, a.noteAr === null]);
});

test('a record with a key that nobody knows is refused', () => {
  const [record] = incidents;
  expect(incidentRecord.safeParse(record).success).toBe(true);
  expect(incidentRecord.safeParse({ ...record, sumary: 'x' }).success).toBe(false);
});

test('a sub-event type of another event type is refused', () => {
  expect(incidentRecord.safeParse({ ...incidents[0], subEventType: 'Suicide bomb' }).success).toBe(false);
});

test('a day that ends before it begins is refused', () => {
  expect(incidentRecord.safeParse({ ...incidents[0], end: '2019-04-16' }).success).toBe(false);
});

test.each([
  [{ low: 7, best: 6, high: 8 }, false],
  [{ low: 9, high: 8 }, false],
  [{ low: null, best: 9, high: 8 }, false],
  [{ low: -1, high: 8 }, false],
  [{ low: 13, high: null }, true],
  [{ low: null, best: null, high: null }, true],
  [{ low: 6, best: 7, high: 7 }, true],
])('a toll of %o passes: %s', (range, passes) => {
  expect(tollsShape.safeParse({ government: { killed: range } }).success).toBe(passes);
});

test('an outline of two positions is no area', () => {
  const line = [
    [38, 35],
    [39, 35],
  ];
  expect(outlineShape.safeParse({ type: 'area', rings: [line] }).success).toBe(false);
  expect(outlineShape.safeParse({ type: 'corridor', lines: [line], km: 5 }).success).toBe(true);
  expect(outlineShape.safeParse({ type: 'corridor', lines: [[[38, 35], [39]]], km: 5 }).success).toBe(false);
});

test('a place of a kind that nobody knows is refused', () => {
  const [record] = readRecords(factsDirectory, 'places/by-hand.json', placeRecord);
  expect(placeRecord.safeParse({ ...record, kind: 'hamlet' }).success).toBe(false);
});

test('a file that does not fit is named', () => {
  expect(() => readRecords(factsDirectory, 'sources.json', incidentRecord)).toThrow(/data\/sources\.json/u);
});
