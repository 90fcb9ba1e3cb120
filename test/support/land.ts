import { type Actor, createGazetteer, type Gazetteer, type Place, type SourceName } from '../../src/core/gazetteer/gazetteer.ts';
import type { Outline, Position } from '../../src/db/schema/place.ts';
import type { Party, PlaceKind } from '../../src/db/schema/vocabulary.ts';

/**
 * A small made-up land for tests of search: two countries, three governorates, areas with and without outline, a hole, a road and a
 * river, between 34° and 37° north and 38° and 42° east.
 */
const place = (
  id: string,
  kind: PlaceKind,
  [lat, lon]: [number, number],
  parentId: string | null,
  more: Partial<Place> = {},
): Place => ({
  id,
  name: more.name ?? id,
  nameAr: id,
  kind,
  parentId,
  country: parentId === null && kind !== 'country' ? null : id.startsWith('gamma') || id === 'iraq' ? 'IQ' : 'SY',
  lat,
  lon,
  extentKm: 5,
  outline: null,
  population: null,
  spellings: [],
  ...more,
});

const area = (...rings: Position[][]): Outline => ({ type: 'area', rings });
const corridor = (km: number, ...lines: Position[][]): Outline => ({ type: 'corridor', lines, km });

// [lon, lat]
const ALPHA = area([
  [38, 34],
  [39.6, 34],
  [40, 34.6],
  [39.7, 35.6],
  [38.9, 36],
  [38, 35.8],
]);
const BETA = area([
  [40, 34.6],
  [41, 34.2],
  [41.2, 36],
  [40.1, 36.8],
  [38.9, 36],
  [39.7, 35.6],
]);
const GAMMA = area([
  [41, 34.2],
  [42, 34],
  [42, 36.5],
  [41.2, 36],
]);

export const PLACES: Place[] = [
  place('syria', 'country', [35.2, 39.5], null, {
    extentKm: 350,
    outline: area([
      [38, 34],
      [41, 34],
      [41.2, 36],
      [40.1, 37],
      [38, 36.5],
    ]),
  }),
  place('iraq', 'country', [35, 41.6], null, { extentKm: 300 }),
  place('alpha', 'governorate', [34.9, 38.9], 'syria', { name: 'Alpha', extentKm: 160, outline: ALPHA }),
  place('alpha-1', 'district', [34.5, 38.6], 'alpha', {
    extentKm: 90,
    outline: area([
      [38, 34],
      [39.2, 34],
      [39, 35],
      [38, 35],
    ]),
  }),
  place('alpha-2', 'district', [35.3, 39], 'alpha', { extentKm: 60 }),
  place('alpha-1-a', 'subdistrict', [34.3, 38.3], 'alpha-1', { extentKm: 25 }),
  place('alpha-city', 'city', [34.6, 38.3], 'alpha-1-a', { name: 'Alpha', population: 90_000 }),
  place('beta', 'governorate', [35.4, 40.3], 'syria', { name: 'Beta', extentKm: 200, outline: BETA }),
  place('beta-1', 'district', [35.8, 40.2], 'beta', { extentKm: 70 }),
  place('gamma', 'governorate', [35.2, 41.6], 'iraq', { name: 'Gamma', extentKm: 170, outline: GAMMA }),
  place('sukh', 'town', [34.88, 38.87], 'alpha-2', { extentKm: 4 }),
  place('dayr', 'city', [35.33, 40.14], 'beta-1', { extentKm: 18 }),
  place('kabaj', 'village', [35.08, 39.68], 'alpha-2', { extentKm: 2 }),
  place('t2', 'pumping_station', [34.4, 40.6], 'beta', { extentKm: 1 }),
  place('desert', 'region', [34.9, 39.5], 'syria', {
    country: null,
    extentKm: 190,
    outline: area(
      [
        [38.4, 34.2],
        [40.8, 34.1],
        [41.3, 35],
        [40, 35.4],
        [39.2, 35.7],
        [38.5, 35],
      ],
      [
        [39.4, 34.7],
        [39.9, 34.7],
        [39.9, 35],
        [39.4, 35],
      ],
    ),
  }),
  place('mount', 'mountain', [35.4, 39.49], 'beta', {
    extentKm: 40,
    outline: area([
      [39.2, 35.3],
      [39.8, 35.25],
      [39.75, 35.55],
      [39.3, 35.5],
    ]),
  }),
  place('hills', 'mountain', [34.7, 38.6], 'alpha', { extentKm: 22 }),
  place('zone', 'zone', [34.2, 39.2], 'alpha', { extentKm: 55 }),
  place('highway', 'road', [35, 39.3], 'syria', {
    extentKm: 160,
    outline: corridor(5, [
      [38.3, 34.6],
      [38.87, 34.9],
      [39.68, 35.1],
      [40.14, 35.33],
    ]),
  }),
  place('river', 'river', [35.5, 40.2], null, {
    extentKm: 190,
    outline: corridor(4, [
      [39, 36.3],
      [39.6, 35.9],
      [40.14, 35.34],
      [40.9, 34.5],
      [41.4, 34.3],
    ]),
  }),
];

const actor = (id: string, name: string, parentId: string | null, party: Party, kind: Actor['kind'] = 'force'): Actor => ({
  id,
  name,
  nameAr: name,
  parentId,
  party,
  kind,
  spellings: [],
});

export const ACTORS: Actor[] = [
  actor('isis', 'ISIS', null, 'isis'),
  actor('allies', 'Government and allied forces', null, 'government', 'group'),
  actor('pro-government', 'Pro-government forces', 'allies', 'government', 'group'),
  actor('saa', 'SAA', 'pro-government', 'government'),
  actor('saa-18', '18th Division', 'saa', 'government'),
  actor('liwa', 'Liwa al-Quds', 'pro-government', 'government'),
  actor('iran', 'Iran-backed militias', 'pro-government', 'iran_backed', 'group'),
  actor('russia', 'Russia', 'allies', 'russia'),
  actor('sdf', 'SDF', null, 'sdf'),
  actor('civilians', 'civilians', null, 'civilians', 'victims'),
  actor('shepherds', 'shepherds', 'civilians', 'civilians', 'victims'),
];

export const SOURCES: SourceName[] = ['sohr', 'amaq', 'sana'].map((id) => ({
  id,
  name: id.toUpperCase(),
  nameAr: null,
  kind: 'media',
  side: null,
  reliability: 'C',
}));

export const land = (): Gazetteer => createGazetteer(PLACES, ACTORS, SOURCES);
