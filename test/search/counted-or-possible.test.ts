import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import { ACTORS, land, PLACES, SOURCES } from '../support/land.ts';
import { load, type VersionRecord } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { anIncident } from './an-incident.ts';
import { ask, askedPlace } from './asked.ts';

type Slots = Parameters<typeof ask>[1];
type Verdict = 'counted' | 'date' | 'place' | 'both' | 'neither';

const desert: Partial<VersionRecord> = { placeId: 'desert', admin1: null, lat: 34.9, lon: 39.5, wherePrec: 5 };
const unknownUnit = { placeId: null, admin1: null };
const nearSukh: Slots = { places: ['sukh'], relation: 'near' };
const inAlpha: Slots = { places: ['alpha'], relation: 'in' };
const inDesert: Slots = { places: ['desert'], relation: 'in' };
const april: Slots = { time: { from: '2023-04-01', to: '2023-04-30' } };

// what the store holds, what is asked, what becomes of it
const CASES: [what: string, content: Partial<VersionRecord>, slots: Slots, verdict: Verdict][] = [
  ['a day of the month', {}, april, 'counted'],
  ['days that reach into the month', { eventDateStart: '2023-03-30', datePrec: 3 }, april, 'date'],
  ['days before it', { eventDateStart: '2023-03-30', eventDateEnd: '2023-03-31', datePrec: 2 }, april, 'neither'],

  ['a point 29 km from the town', { lat: 34.62 }, nearSukh, 'counted'],
  ['a point 31 km from the town', { lat: 34.6 }, nearSukh, 'neither'],
  ['the same, within 35 km', { lat: 34.6 }, { ...nearSukh, near_km: 35 }, 'counted'],
  ['a desert that reaches into the radius', desert, nearSukh, 'place'],
  [
    'that desert on days that reach into the month',
    { ...desert, eventDateStart: '2023-03-30', datePrec: 3 },
    { ...nearSukh, ...april },
    'both',
  ],
  ['a vague circle that reaches into the radius', { lat: 34.3, wherePrec: 3, extentKm: 40 }, nearSukh, 'place'],
  ['a vague circle that does not', { lat: 34.3, wherePrec: 3, extentKm: 30 }, nearSukh, 'neither'],
  ['a district whose land does not', { placeId: 'alpha-1-a', lat: 34.3, lon: 38.3, wherePrec: 3 }, nearSukh, 'neither'],
  ['a record of which only the country is known', { ...unknownUnit, placeId: 'syria', wherePrec: 6 }, nearSukh, 'neither'],
  ['a record of the country that names the desert', { ...desert, wherePrec: 6 }, nearSukh, 'place'],

  ['the unit by name, wherever the point', { lat: 36.5, lon: 41 }, inAlpha, 'counted'],
  ['the unit by a place in it', { admin1: null, placeId: 'kabaj' }, inAlpha, 'counted'],
  ['another unit by name, with its point inside the border', { admin1: 'Beta', placeId: null }, inAlpha, 'neither'],
  ['no unit, with its point inside the border', unknownUnit, inAlpha, 'place'],
  ['no unit, within 25 km of a point just outside', { ...unknownUnit, lat: 33.9, lon: 38.5, wherePrec: 2 }, inAlpha, 'place'],
  ['no unit, exactly at a point just outside', { ...unknownUnit, lat: 33.9, lon: 38.5 }, inAlpha, 'neither'],
  [
    'a place in another district, asked for the one whose drawn border holds its point',
    {},
    { places: ['alpha-1'], relation: 'in' },
    'neither',
  ],
  [
    'the governorate alone and its point, asked for the district there',
    { placeId: null, lat: 34.5, lon: 38.5 },
    { places: ['alpha-1'], relation: 'in' },
    'place',
  ],

  ['a point in the desert', { lat: 34.5, lon: 39 }, inDesert, 'counted'],
  ['a point in the hole of the desert', { lat: 34.85, lon: 39.6 }, inDesert, 'neither'],
  ['what is placed no better than in the desert', desert, inDesert, 'counted'],
  ['a governorate that has a part of the desert', { placeId: 'alpha', wherePrec: 4 }, inDesert, 'place'],

  ['a point 4 km off the road', { lat: 34.98, lon: 39.23 }, { places: ['highway'], relation: 'along' }, 'counted'],
  [
    'a point 12 km off the road, between its ends',
    { lat: 35.11, lon: 39.2 },
    { places: ['alpha-city', 'kabaj'], relation: 'between' },
    'neither',
  ],
  [
    'a point 9 km off the road, between its ends',
    { lat: 35.055, lon: 39.2 },
    { places: ['alpha-city', 'kabaj'], relation: 'between' },
    'counted',
  ],
  ['a point to the north', { lat: 35.5, lon: 39 }, { places: ['sukh'], relation: 'north_of' }, 'counted'],
  ['a point to the east', { lat: 35, lon: 39.5 }, { places: ['sukh'], relation: 'north_of' }, 'neither'],

  ['the unit, east of its seat', { lon: 39.2 }, { ...inAlpha, sector: 'east' }, 'counted'],
  ['the unit, north of its seat', { lat: 35.5, lon: 38.3 }, { ...inAlpha, sector: 'east' }, 'neither'],
  [
    'the unit by a place in it, off to the north',
    { admin1: null, lat: 35.6, lon: 38.4, wherePrec: 2 },
    { ...inAlpha, sector: 'east' },
    'neither',
  ],
  ['the unit and no more', { placeId: 'alpha', wherePrec: 4 }, { ...inAlpha, sector: 'east' }, 'place'],

  ['what is surely excluded', {}, { exclude: { tactics: [], actors: [], places: [askedPlace(land(), 'alpha')] } }, 'neither'],
  [
    'what is perhaps excluded',
    unknownUnit,
    { exclude: { tactics: [], actors: [], places: [askedPlace(land(), 'alpha')] } },
    'place',
  ],

  [
    'an arrest, asked for attacks',
    { eventType: 'Strategic developments', subEventType: 'Arrests' },
    { subject: 'attacks' },
    'neither',
  ],
  [
    'an arrest, asked for arrests',
    { eventType: 'Strategic developments', subEventType: 'Arrests' },
    { subject: 'attacks', tactics: ['arrest'] },
    'counted',
  ],
  [
    'an air strike that is told no more finely, asked for drones',
    { subEventType: 'Air/drone strike' },
    { tactics: ['drone'] },
    'counted',
  ],
  [
    'a strike by planes, asked for drones',
    { subEventType: 'Air/drone strike', tactics: ['airstrike'] },
    { tactics: ['drone'] },
    'neither',
  ],
  ['an ambush, asked for clashes', { tactics: ['ambush'] }, { tactics: ['clash'] }, 'neither'],
  ['no hour, asked for attacks by night', {}, { time_of_day: 'night' }, 'neither'],
  ['what is discounted, asked for by its grade', { evidence: 'discounted' }, { grades: ['discounted'] }, 'neither'],
  ['what is retracted', { status: 'retracted' }, {}, 'neither'],

  [
    'a division, asked for its army',
    { targets: ['saa-18'] },
    { actors: { perpetrator: [], target: ['SAA'], any: [] } },
    'counted',
  ],
  [
    'ISIS alone, asked for ISIS and the SDF together',
    { targets: [] },
    { actors: { perpetrator: [], target: [], any: ['ISIS', 'SDF'] } },
    'neither',
  ],
  [
    'a claim by ISIS of what is laid to nobody',
    { attributedTo: [], claimedBy: ['isis'] },
    { evidence: 'claimed', actors: { perpetrator: ['ISIS'], target: [], any: [] } },
    'counted',
  ],
  [
    'what is laid to ISIS and not claimed',
    {},
    { evidence: 'claimed', actors: { perpetrator: ['ISIS'], target: [], any: [] } },
    'neither',
  ],
];

describe('what counts, and what is only possible', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
  });

  it.each(CASES)('%s', async (_, content, slots, verdict) => {
    const incidents = [anIncident(2, content)];
    await load(store.sql, {
      places: PLACES,
      actors: ACTORS,
      sources: SOURCES,
      incidents,
      accounts: [],
      statistics: [],
      edits: [],
    });
    const { totals, possible } = await search(store, land(), ask(land(), slots));
    expect(totals.incidents > 0 ? 'counted' : (possible[0]?.because ?? 'neither')).toBe(verdict);
    expect([totals.incidents, totals.possible]).toEqual([
      Number(verdict === 'counted'),
      Number(!['counted', 'neither'].includes(verdict)),
    ]);
  });
});
