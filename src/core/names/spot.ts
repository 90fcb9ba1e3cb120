import type { Candidate, Finding } from '../question/finding.ts';

/** A stretch of tokens that names something. */
export interface Spot<T> {
  start: number;
  end: number;
  /** The tokens of the name itself, without the kind word beside it. */
  nameStart: number;
  nameEnd: number;
  /** Arabic particles attached to the first word of the name, which are none of it. */
  prefix: string;
  exactness: Finding['exactness'];
  candidates: Candidate<T>[];
}

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
