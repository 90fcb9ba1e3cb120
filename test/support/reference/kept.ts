import type { AccountRecord, Records, VersionRecord } from '../records.ts';

export type Measure = 'killed' | 'wounded' | 'captured' | 'missing';
export const MEASURES: Measure[] = ['killed', 'wounded', 'captured', 'missing'];

export interface ReferenceToll {
  low: number;
  best: number;
  high: number | null;
  unknown: number;
}

export interface Held extends VersionRecord {
  id: number;
  ref: string;
}

export type Verdict = 'no' | 'maybe' | 'sure';

export interface ReferenceTotals {
  incidents: number;
  possible: number;
  measures: Record<string, ReferenceToll>;
  byParty: Record<string, Record<string, ReferenceToll>>;
  asked: { parties: string[]; exact: boolean; role: string; measures: Record<string, ReferenceToll> } | null;
  byEvidence: Record<string, number>;
  vagueDate: number;
  vaguePlace: number;
}

export interface Reference {
  totals: ReferenceTotals;
  /** All that count, in the asked order; all possible ones, oldest first, with the reason. */
  refs: string[];
  possible: [ref: string, because: string][];
  joint: { accountId: string; counted: boolean; amongCounted: number; amongPossible: number }[];
  rows: { key: string | null; incidents: number; killed: ReferenceToll; wounded: ReferenceToll }[];
  storeVersion: number;
  dataEnds: string | null;
}

/** Damascus has been at UTC+3 since October 2022: enough for tests, which live in 2023. */
export const endOf = (day: string) => Date.parse(`${day}T24:00:00+03:00`);

export function heldIncidents(records: Records, asOf: string | null): Held[] {
  const then = asOf === null ? Number.POSITIVE_INFINITY : endOf(asOf);
  return records.incidents.flatMap(({ id, ref, recordedAt, versions }) => {
    const version = versions.filter((v) => Date.parse(v.changedAt) < then).at(-1);
    return version && Date.parse(recordedAt) < then ? [{ ...version, id, ref }] : [];
  });
}

export function heldAccounts(records: Records, asOf: string | null): AccountRecord[] {
  return records.accounts.filter(({ recordedAt, retractedAt }) => {
    if (asOf === null) return retractedAt === null;
    return Date.parse(recordedAt) < endOf(asOf) && (retractedAt === null || Date.parse(retractedAt) >= endOf(asOf));
  });
}
