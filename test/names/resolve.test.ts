import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createNames } from '../../src/core/names/names.ts';

const names = createNames(gazetteerFromFiles());
const best = (line: string) => names.resolve(line)[0]?.id;

describe('resolving a line', () => {
  it.each([
    ['Sukhna', 'as-sukhnah'],
    ['al-Mayadeen', 'al-mayadin'],
    ['Hit', 'hit'],
    ['Palmyra-Deir Ezzor road', 'road-palmyra-deir-ez-zor'],
    ['Sheikh Hilal village', 'shaykh-hilal'],
    ['attacks near Sokhneh yesterday', 'as-sukhnah'],
    ['هجوم على رتل قرب كباجب', 'kabajib'],
    ['تدمر', 'palmyra'],
    ['T-4', 't4-airbase'],
  ])('%s', (line, id) => {
    expect(best(line)).toBe(id);
  });

  it('gives the city before the governorate of its name, and the governorate where it is said', () => {
    expect(best('Homs')).toBe('homs');
    expect(best('Homs Governorate')).toBe('sy-homs');
    expect(best('محافظة حمص')).toBe('sy-homs');
    expect(names.resolve('Homs').map(({ id }) => id)).toContain('sy-homs');
  });

  it('gives names in both languages, a kind, a point and a score', () => {
    expect(names.resolve('Sukhna')[0]).toEqual({
      id: 'as-sukhnah',
      name: 'As-Sukhnah',
      name_ar: 'السخنة',
      kind: 'town',
      lat: expect.closeTo(34.88, 1),
      lon: expect.closeTo(38.87, 1),
      score: 1.1,
    });
  });

  it('gives nothing for what is no place', () => {
    for (const line of ['', 'zorgbat', 'Kabul', 'yesterday', '   ', '???', 'Tell Zorgbat'])
      expect(names.resolve(line)).toEqual([]);
  });
});
