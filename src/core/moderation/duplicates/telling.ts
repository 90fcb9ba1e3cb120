import type { Point } from '../../gazetteer/geometry.ts';

/** What somebody tells of an event, as far as two tellings are compared: a tip's draft or an incident of the store. */
export interface Telling {
  /** First and last day on which it may have been. */
  from: string;
  to: string;
  /** Null: no place is told. */
  point: Point | null;
  /** Kilometres from the point within which it surely was. */
  withinKm: number;
  placeEn: string | null;
  placeAr: string | null;
  /** Actor ids with those above them in the tree, so that a cell of a group meets the group. */
  attackers: readonly string[];
  targets: readonly string[];
  tactics: readonly string[];
  objects: readonly string[];
  /** All dead together; null: not told. */
  killed: { low: number; high: number | null } | null;
  /** Words in one's own language. */
  words: readonly { language: 'en' | 'ar'; text: string }[];
}
