import type { AccountRecord, Records, VersionRecord } from '../records.ts';
import { onceEach } from './ground.ts';

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

/** What the store held at one time. */
export interface Kept {
  incidents: readonly Held[];
  ids: ReadonlySet<number>;
  /** Ids of the sources whose accounts cover an incident. */
  tellersOf(id: number): readonly string[];
  /** Accounts of one figure for several incidents, by id. */
  joint: AccountRecord[];
  storeVersion: number;
  dataEnds: string | null;
}

/** Damascus has been at UTC+3 since October 2022: enough for tests, which write in 2023 and later. */
const endOf = (day: string) => Date.parse(`${day}T24:00:00+03:00`);

/** What the store held at the end of a day; null: what it holds. */
export function keptIn(records: Records): (asOf: string | null) => Kept {
  const instant = onceEach((text: string) => Date.parse(text));
  const all = records.incidents.map(({ id, ref, recordedAt, versions }) => ({
    recordedAt,
    versions: versions.map((version): Held => ({ ...version, id, ref })),
  }));
  return onceEach((asOf: string | null): Kept => {
    const then = asOf === null ? Number.POSITIVE_INFINITY : endOf(asOf);
    const isPast = (text: string) => asOf === null || instant(text) < then;
    const accounts = records.accounts.filter(({ recordedAt, retractedAt }) =>
      asOf === null ? retractedAt === null : isPast(recordedAt) && (retractedAt === null || !isPast(retractedAt)),
    );
    const tellers = new Map<number, string[]>();
    for (const { covers, sourceId } of accounts) for (const id of covers) tellers.set(id, [...(tellers.get(id) ?? []), sourceId]);
    const incidents = all.flatMap(({ recordedAt, versions }) => {
      const version = isPast(recordedAt) ? versions.findLast((v) => isPast(v.changedAt)) : undefined;
      return version ?? [];
    });
    const ends = incidents.filter((one) => one.status === 'published').map((one) => one.eventDateEnd);
    return {
      incidents,
      ids: new Set(incidents.map((one) => one.id)),
      tellersOf: (id) => tellers.get(id) ?? [],
      joint: accounts.filter((account) => account.jointToll).sort((a, b) => (a.id < b.id ? -1 : 1)),
      storeVersion: records.edits.findLastIndex((at) => at !== null && isPast(at)) + 1,
      dataEnds: ends.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
    };
  });
}
