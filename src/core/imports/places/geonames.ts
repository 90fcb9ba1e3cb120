import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import { countryOf } from '../formats/countries.ts';
import { type GivenGazetteerPlace, isArabic, isReadable, settlementOf } from './given-place.ts';

/** Columns of a GeoNames dump (download.geonames.org/export/dump/readme.txt), which has no header. */
const COLUMN = { id: 0, name: 1, ascii: 2, others: 3, lat: 4, lon: 5, kind: 6, code: 7, country: 8, population: 14 } as const;
const COLUMNS = 19;

/** Feature codes that are places of ours; units are not taken: those here have outlines and extents. */
const KINDS: Readonly<Record<string, PlaceKind>> = {
  MT: 'mountain',
  MTS: 'mountain',
  HLL: 'mountain',
  HLLS: 'mountain',
  PK: 'mountain',
  WAD: 'valley',
  VAL: 'valley',
  LK: 'lake',
  RSV: 'lake',
  WLL: 'well',
  WLLS: 'well',
  OILF: 'oil_field',
  GASF: 'gas_field',
  DAM: 'dam',
  AIRB: 'airbase',
  MILB: 'base',
  PMPO: 'pumping_station',
  PMPW: 'pumping_station',
  PRN: 'prison',
  CMPRF: 'camp',
  CMP: 'camp',
};
/** Quarters of a town and places that are no more. */
const NO_SETTLEMENT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

export const isGeonames = (firstLine: string): boolean =>
  /^\d+\t/u.test(firstLine) && firstLine.split('\t').length >= COLUMNS - 4;

export type Skipped = { skipped: true } | { bad: string };

/** One line; skipped where it is of another country or no place of ours. */
export function geonamesPlace(line: string): GivenGazetteerPlace | Skipped {
  const cells = line.split('\t');
  const cell = (name: keyof typeof COLUMN) => cells[COLUMN[name]]?.trim() ?? '';
  if (cells.length < COLUMNS - 4) return { bad: `has ${cells.length} columns, a GeoNames dump has ${COLUMNS}` };
  const country = countryOf(cell('country'));
  const population = Number(cell('population')) || null;
  const isSettlement = cell('kind') === 'P' && !NO_SETTLEMENT.has(cell('code'));
  const kind = isSettlement ? settlementOf(population) : KINDS[cell('code')];
  if (country === null || kind === undefined) return { skipped: true };
  const [lat, lon] = [Number(cell('lat')), Number(cell('lon'))];
  if (cell('lat') === '' || cell('lon') === '' || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    return { bad: 'has no coordinates' };
  if (!/^\d+$/u.test(cell('id')) || cell('name') === '') return { bad: 'has no id or name' };
  const spellings = [cell('name'), cell('ascii'), ...cell('others').split(',')]
    .map((one) => one.trim())
    .filter((one) => one !== '' && isReadable(one));
  const name = cell('ascii') || cell('name');
  return {
    id: `geonames-${cell('id')}`,
    name,
    nameAr: spellings.find(isArabic) ?? null,
    kind,
    country,
    lat,
    lon,
    population,
    spellings,
    within: [],
    origin: 'geonames',
  };
}
