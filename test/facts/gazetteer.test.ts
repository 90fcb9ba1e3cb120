import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsDirectory, gazetteerFromFiles, readPlaces, readRecords } from '../../src/core/facts/files.ts';
import { reach } from '../../src/core/facts/reach.ts';
import { placeRecord } from '../../src/core/facts/shapes.ts';
import type { Place } from '../../src/core/gazetteer/gazetteer.ts';
import { kmBetween } from '../../src/core/gazetteer/geometry.ts';
import { holds, ofPlace, widened } from '../../src/core/gazetteer/shape.ts';
import { packageRoot } from '../../src/package-root.ts';

const { places } = gazetteerFromFiles();
const all = [...places.values()];
const place = (id: string): Place => {
  const found = places.get(id);
  if (!found) throw new Error(`no place ${id}`);
  return found;
};
const above = (p: Place): Place[] => {
  const parent = p.parentId === null ? undefined : places.get(p.parentId);
  return parent ? [parent, ...above(parent)] : [];
};
const spelled = (p: Place) => [p.name, p.nameAr, ...p.spellings.map((s) => s.text)];

/** What a place of a kind may lie in. */
const ABOVE: Record<string, readonly (Place['kind'] | null)[]> = {
  country: [null],
  governorate: ['country'],
  district: ['governorate'],
  subdistrict: ['district'],
};
const UNITS: readonly (Place['kind'] | null)[] = ['country', 'governorate', 'district', 'subdistrict', null];

describe('the gazetteer', () => {
  test('has the countries, all governorates, the districts of Syria and its subdistricts', () => {
    const under = (country: string, kind: string) => all.filter((p) => p.country === country && p.kind === kind).length;
    expect(under('SY', 'governorate')).toBe(14);
    expect(under('IQ', 'governorate')).toBe(18);
    expect(under('SY', 'district')).toBeGreaterThanOrEqual(60);
    expect(under('SY', 'subdistrict')).toBeGreaterThanOrEqual(250);
    expect(under('IQ', 'district')).toBeGreaterThanOrEqual(30);
  });

  test('has more than 150 names of the Badia and its front lines, written by hand', () => {
    const byHand = readRecords(factsDirectory, 'places/by-hand.json', placeRecord);
    const lines = readRecords(factsDirectory, 'places/areas-and-lines.json', placeRecord);
    expect(byHand.length).toBeGreaterThanOrEqual(250);
    expect(lines.length).toBeGreaterThanOrEqual(50);
    const inBadia = byHand.filter((p) => holds(widened(ofPlace(place('badia')), 25), p));
    expect(inBadia.length).toBeGreaterThanOrEqual(150);
  });

  test('gives every place an id of its own', () => {
    const ids = readPlaces().map((p) => p.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('hangs every place under a unit of the right kind, without cycles', () => {
    for (const p of all) {
      const parent = p.parentId === null ? null : place(p.parentId);
      expect(ABOVE[p.kind] ?? UNITS, p.id).toContain(parent?.kind ?? null);
      expect(new Set([p, ...above(p)].map((one) => one.id)).size, p.id).toBe(above(p).length + 1);
      if (parent && p.country) expect(parent.country, p.id).toBe(p.country);
    }
  });

  test('places everything in Syria or Iraq, with an extent', () => {
    for (const p of all) {
      expect(p.lat, p.id).toBeGreaterThan(29);
      expect(p.lat, p.id).toBeLessThan(37.6);
      expect(p.lon, p.id).toBeGreaterThan(35.5);
      expect(p.lon, p.id).toBeLessThan(48.7);
      expect(p.extentKm, p.id).toBeGreaterThan(0);
    }
  });

  // Natural Earth draws governorates for small maps: off by up to some 20 km, most round Baghdad
  test('places everything in or near its governorate', () => {
    for (const p of all) {
      const governorate = above(p).find((one) => one.kind === 'governorate');
      if (governorate) expect(holds(widened(ofPlace(governorate), 30), p), `${p.id} in ${governorate.id}`).toBe(true);
    }
  });

  test('gives every governorate and country an outline', () => {
    for (const p of all.filter((one) => one.kind === 'governorate' || one.kind === 'country'))
      expect(p.outline, p.id).not.toBeNull();
  });

  test('puts the point of every outline in it, and all of it within its extent', () => {
    for (const p of all.filter((one) => one.outline !== null)) {
      expect(holds(ofPlace(p), p), p.id).toBe(true);
      expect(p.outline && reach(p, p.outline), p.id).toBeLessThanOrEqual(p.extentKm);
    }
  });

  test('closes no ring twice', () => {
    for (const p of all) {
      for (const ring of p.outline?.type === 'area' ? p.outline.rings : []) expect(ring[0], p.id).not.toEqual(ring.at(-1));
    }
  });

  test('names everything in both scripts and gives no spelling twice', () => {
    for (const p of all) {
      expect(p.name, p.id).toMatch(/^[\p{Script=Latin}\d'()–. -]+$/u);
      expect(p.nameAr, p.id).toMatch(/\p{Script=Arabic}/u);
      expect(new Set(spelled(p)).size, p.id).toBe(spelled(p).length);
      for (const s of p.spellings.filter((one) => one.language === 'en')) expect(s.text, p.id).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  test('says of every place where it comes from', () => {
    const notice = readFileSync(join(packageRoot, 'data/NOTICE.md'), 'utf8');
    for (const key of new Set(readPlaces().flatMap((p) => p.origin.split(' ')))) expect(notice).toContain(`## ${key}\n`);
  });
});

describe('the Badia', () => {
  test.each([
    'palmyra',
    'as-sukhnah',
    'al-kawm',
    'jabal-al-bishri',
    'jabal-abu-rujmayn',
    'kabajib',
    'al-shoula',
    'al-haribsha',
    't2-pumping-station',
    't3-pumping-station',
    't4-airbase',
    'dubayat-gas-field',
    'ithriya',
    'resafa',
    'khanasir',
    'uqayribat',
    'al-qaryatayn',
    'rukban-camp',
    'al-tanf',
    'tulul-al-safa',
  ])('holds %s', (id) => {
    expect(holds(ofPlace(place('badia')), place(id))).toBe(true);
  });

  test.each(['deir-ez-zor', 'raqqa', 'homs', 'hama', 'damascus', 'aleppo', 'hasakah', 'al-hol'])('does not hold %s', (id) => {
    expect(holds(ofPlace(place('badia')), place(id))).toBe(false);
  });
});

describe('areas held by the SDF in 2021', () => {
  test.each(['raqqa', 'hasakah', 'manbij', 'kobani', 'tabqa', 'al-kasrat', 'jadid-uqaydat', 'al-hol', 'baghuz'])(
    'hold %s',
    (id) => {
      expect(holds(ofPlace(place('sdf-areas')), place(id))).toBe(true);
    },
  );
  test.each(['deir-ez-zor', 'as-sukhnah', 'afrin', 'tal-abyad', 'ras-al-ayn', 'maadan', 'abu-kamal'])('do not hold %s', (id) => {
    expect(holds(ofPlace(place('sdf-areas')), place(id))).toBe(false);
  });
});

describe('roads and rivers pass their towns', () => {
  test.each([
    ['road-damascus-deir-ez-zor', ['damascus', 'palmyra', 'arak', 'as-sukhnah', 'kabajib', 'al-shoula', 'deir-ez-zor']],
    ['road-palmyra-sukhnah', ['palmyra', 'arak', 'as-sukhnah']],
    ['road-homs-palmyra', ['homs', 'al-furqlus', 't4-airbase', 'palmyra']],
    ['road-ithriya-khanasir', ['ithriya', 'khanasir']],
    ['road-salamiyah-raqqa', ['salamiyah', 'al-saan', 'shaykh-hilal', 'ithriya', 'resafa-junction', 'raqqa']],
    ['road-raqqa-deir-ez-zor', ['raqqa', 'al-sabkhah', 'maadan', 'al-tibni', 'deir-ez-zor']],
    ['road-deir-ez-zor-abu-kamal', ['deir-ez-zor', 'al-mayadin', 'al-salihiyah', 'abu-kamal']],
    ['road-damascus-baghdad', ['damascus', 'sabaa-biyar', 'al-tanf', 'rutba', 'baghdad']],
    ['m5', ['daraa', 'damascus', 'homs', 'hama', 'maarrat-al-numan', 'aleppo']],
    ['m4', ['latakia', 'saraqib', 'aleppo', 'manbij', 'ain-issa', 'tal-tamr', 'qamishli']],
    ['euphrates', ['jarabulus', 'raqqa', 'deir-ez-zor', 'al-mayadin', 'abu-kamal', 'al-qaim', 'haditha', 'ramadi']],
    ['khabur', ['ras-al-ayn', 'tal-tamr', 'hasakah', 'ash-shaddadi', 'markadah', 'al-suwar', 'al-busayrah']],
    ['tigris', ['mosul', 'tikrit', 'samarra', 'baghdad', 'al-kut']],
  ])('%s', (id, towns) => {
    for (const town of towns) expect(holds(ofPlace(place(id)), place(town)), town).toBe(true);
  });
});

/** Rough places of the names that questions use most, from atlases: the gazetteer must know the very name within so many km. */
const LANDMARKS: [name: string, lat: number, lon: number, km: number][] = [
  ['As-Sukhnah', 34.885, 38.873, 8],
  ['Palmyra', 34.56, 38.28, 10],
  ['Deir ez-Zor', 35.336, 40.141, 8],
  ['Al-Mayadin', 35.02, 40.453, 8],
  ['Abu Kamal', 34.452, 40.918, 8],
  ['Hasakah', 36.502, 40.748, 10],
  ['Resafa', 35.628, 38.758, 12],
  ['Kabajib', 35.08, 39.68, 15],
  ['Al-Shoula', 35.177, 39.846, 15],
  ['Al-Kawm', 35.19, 38.86, 10],
  ['Ithriya', 35.367, 37.785, 10],
  ['T4 airbase', 34.522, 37.63, 10],
  ['T3 pumping station', 34.528, 38.733, 15],
  ['Jabal al-Bishri', 35.4, 39.49, 40],
  ['Uqayribat', 35.04, 37.46, 8],
  ['Al-Tanf', 33.49, 38.66, 10],
];

test.each(LANDMARKS)('%s lies where it lies', (name, lat, lon, km) => {
  expect(all.some((p) => p.name === name && kmBetween(p, { lat, lon }) <= km)).toBe(true);
});

const key = join(packageRoot, '..', 'shared', 'data', 'places.key.json');
describe.skipIf(!existsSync(key))('the places of the question key', () => {
  const entries = existsSync(key) ? Object.entries<[number, number, number] | null>(JSON.parse(readFileSync(key, 'utf8'))) : [];
  test.each(entries)('%s', (name, at) => {
    const named = all.filter((p) => p.name === name);
    expect(named.some((p) => at === null || kmBetween(p, { lat: at[0], lon: at[1] }) <= at[2])).toBe(true);
  });
});

describe('the spellings that reports use', () => {
  test.each([
    ['as-sukhnah', 'Sukhna Sokhna Sukhneh Sokhneh Sukneh Al-Sukhnah السخنة السخنه'],
    ['palmyra', 'Tadmur Tadmor تدمر'],
    ['sy-deir-ez-zor', 'DeZ Dayr_az-Zawr ديرالزور'],
    ['kobani', 'Kobane Ain_al-Arab كوباني'],
    ['tabqa', 'Thawra Al-Tabqa الثورة'],
    ['abu-kamal', 'Albu_Kamal Al-Bukamal البوكمال'],
    ['kabajib', 'Kabajeb Kobajjep كباجب قباجب'],
    ['jadid-uqaydat', 'Jadid_Uqidat Jadid_Akidat جديد_عكيدات'],
    ['dubayat-gas-field', 'Doubayat_gas_field Doubayat الضبيات'],
    ['al-haribsha', 'Haribsha هريبشة'],
    ['badia', 'Syrian_desert Badiyah البادية'],
    ['tanf-zone', '55_km_zone 55km_zone'],
  ])('%s', (id, spellings) => {
    const known = spelled(place(id));
    for (const one of spellings.split(' ')) expect(known).toContain(one.replaceAll('_', ' '));
  });
});
