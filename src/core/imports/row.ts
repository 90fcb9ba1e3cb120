/** One row as the file has it, every cell as text: numbers as written, days as ISO, what is empty as ''. */
export interface Row {
  /** Of the file, from 1; where its record begins. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** Why a row, or one of its cells, was not taken. */
export interface Problem {
  line: number;
  column: string | null;
  reason: string;
  value: string | null;
}

/** A row that a reader could not make out. */
export interface Unreadable {
  unreadable: Problem;
}

/** Thrown while a row is read: the row is not taken, the import goes on. */
export class BadCell extends Error {
  readonly column: string | null;
  readonly value: string | null;

  constructor(column: string | null, reason: string, value: string | null = null) {
    super(reason);
    this.name = 'BadCell';
    this.column = column;
    this.value = value;
  }
}

/** The file as a whole cannot be taken: the sentence says why and what to do. */
export class BadFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BadFile';
  }
}

/** Rows of a file in order, read as they are asked for. */
export interface Rows extends AsyncIterable<Row | Unreadable> {
  /** Bytes of the file that were read so far. */
  bytes(): number;
}
