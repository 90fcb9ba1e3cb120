import type { PlaceKind } from '../../../db/schema/vocabulary.ts';

/** A place as a gazetteer of others' has it. */
export interface GivenGazetteerPlace {
  /** Ours, made of the other gazetteer's: the same in every store. */
  id: string;
  name: string;
  nameAr: string | null;
  kind: PlaceKind;
  country: 'SY' | 'IQ';
  lat: number;
  lon: number;
  population: number | null;
  /** Further spellings, of any script. */
  spellings: string[];
  /** Units that it lies in, smallest first, as the other gazetteer calls them. */
  within: string[];
  /** A key of the place's origin: `geonames`, `ocha`. */
  origin: string;
}

export const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
/** Names are met in Latin and Arabic letters alone. */
export const isReadable = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Arabic}\p{N}\p{M}\p{P}\p{Z}ʻʼ`´]+$/u.test(text) && text.length <= 80;

const CITY = 100_000;
const TOWN = 5000;

export const settlementOf = (population: number | null): PlaceKind =>
  population !== null && population >= CITY ? 'city' : population !== null && population >= TOWN ? 'town' : 'village';

/** How far a place reaches from its point, in km: of settlements by how many live there, of others about as large as such are. */
export function extentOf(kind: PlaceKind, population: number | null): number {
  if (kind === 'city') return (population ?? 0) >= 1_000_000 ? 15 : 8;
  return EXTENTS[kind] ?? 3;
}

const EXTENTS: Partial<Record<PlaceKind, number>> = {
  village: 2,
  well: 1,
  dam: 2,
  crossing: 2,
  oil_field: 5,
  gas_field: 5,
  mountain: 8,
  valley: 8,
  lake: 5,
};
