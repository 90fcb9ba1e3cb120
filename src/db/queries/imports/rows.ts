import type { incident } from '../../schema/index.ts';

type Given = 'importDigest' | 'id' | 'origin' | 'originId' | 'ref' | 'version' | 'recordedAt' | 'changedAt';

/** What a row says of its incident; the store adds ids, instants and versions. */
export type ImportedContent = Omit<(typeof incident)['$inferInsert'], Given>;

/** One row of a file as the store will have it. */
export interface GivenRow {
  /** Of the file. */
  line: number;
  originId: string;
  ref: string;
  content: ImportedContent;
  /** The source's account of it; its tolls are the incident's. */
  account: { noteEn: string | null; url: string | null; published: string | null };
}

/** A row in COPY's text: what waits for its batch takes little memory. */
export interface ImportedRow {
  line: number;
  originId: string;
  text: string;
}

/** What became of a row. `kept`: people have changed the incident here, and theirs stays. `repeated`: the file has that id twice. */
export type Verdict = 'new' | 'changed' | 'unchanged' | 'deleted' | 'kept' | 'repeated';

export interface Tally {
  counts: Record<Verdict, number>;
  kept: { line: number | null; originId: string; ref: string }[];
  repeated: { line: number; originId: string; firstLine: number }[];
}

export interface Batch {
  rows: readonly ImportedRow[];
  /** Ids that the source has withdrawn. */
  deletions: readonly { line: number; originId: string }[];
  /** Ids of rows that could not be taken: they are in the file all the same. */
  seen: readonly { line: number; originId: string }[];
  actors: readonly { id: string; name: string; party: string; kind: string }[];
}
