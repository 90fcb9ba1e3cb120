import { createReadStream } from 'node:fs';
import { BadFile, type Row, type Rows, type Unreadable } from '../row.ts';

/** One record of a JSON file is no longer than this, in characters. */
const LONGEST_RECORD = 4 << 20;

export type Flatten = (record: Readonly<Record<string, unknown>>) => Record<string, string>;

interface Spot {
  text: string;
  line: number;
}

/**
 * Reads the objects of a JSON list, a piece of the file at a time: of a list that is the file, or that a top-level object holds under
 * `key`. Several such objects may follow one another, as pages that were put into one file.
 */
export function readJsonRecords(path: string, key: string, flatten: Flatten): Rows {
  let bytes = 0;
  return {
    bytes: () => bytes,
    async *[Symbol.asyncIterator]() {
      const scanner = createScanner(key);
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const source = createReadStream(path, { highWaterMark: 256 * 1024 });
      try {
        for await (const chunk of source) {
          bytes += chunk.length;
          for (const spot of scanner.push(decode(decoder, chunk))) yield rowOf(spot, flatten);
        }
      } finally {
        source.destroy();
      }
      scanner.end();
    },
  };
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new BadFile('The file is not UTF-8, as JSON must be.');
  }
}

function rowOf({ text, line }: Spot, flatten: Flatten): Row | Unreadable {
  try {
    const record: unknown = JSON.parse(text);
    if (isRecord(record)) return { line, cells: flatten(record) };
  } catch {
    // told below
  }
  return { unreadable: { line, column: null, reason: 'is no JSON', value: text.slice(0, 80) } };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A cell of JSON as text; lists of texts are joined as several values of one cell are. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export const flattenPlainly: Flatten = (record) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, textOf(value)]));

/** A long text at the top level is no key of ours. */
const LONGEST_NAME = 200;
const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const SPACE = 32;

/** Finds where each record begins and ends by brackets alone; what stands between is read by JSON.parse. */
function createScanner(key: string) {
  /** Open brackets, outermost first. */
  const open: string[] = [];
  let line = 1;
  let inString = false;
  let escaped = false;
  /** The last string at the top level of an object: the name of what follows. */
  let name = '';
  let nameAt = -1;
  let nameSoFar = '';
  let record: string[] | null = null;
  let recordLine = 1;
  let recordDepth = 0;
  let length = 0;
  let found = false;
  /** The list holds something that is no record. */
  let stray = false;

  const begins = () =>
    (open.length === 1 && open[0] === '[') || (open.length === 2 && open[0] === '{' && open[1] === '[' && name === key);

  function* push(text: string): Generator<Spot> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inString = false;
          if (nameAt >= 0) name = nameSoFar + text.slice(nameAt, at);
          nameAt = -1;
          nameSoFar = '';
        }
        continue;
      }
      if (code === QUOTE) {
        stray ||= record === null && begins();
        inString = true;
        nameAt = open.length === 1 ? at + 1 : -1;
        continue;
      }
      const letter = text[at];
      if (letter === '{' || letter === '[') {
        if (record === null && letter === '{' && begins()) {
          record = [];
          recordLine = line;
          recordDepth = open.length;
          from = at;
          found = true;
        }
        stray ||= letter === '[' && record === null && begins();
        open.push(letter);
        // a page may be empty
        found ||= begins();
      } else if (letter === '}' || letter === ']') {
        if ((letter === '}') !== (open.pop() === '{'))
          throw new BadFile(`Line ${line}: this is no JSON, a bracket does not fit.`);
        if (record !== null && open.length === recordDepth) {
          record.push(text.slice(from, at + 1));
          yield { text: record.join(''), line: recordLine };
          record = null;
          length = 0;
        }
      } else stray ||= code > SPACE && letter !== ',' && record === null && begins();
    }
    if (record !== null) {
      record.push(text.slice(from));
      length += text.length - from;
      if (length > LONGEST_RECORD) throw new BadFile(`Line ${recordLine}: a record is longer than ${LONGEST_RECORD} characters.`);
    }
    if (nameAt >= 0) {
      nameSoFar = (nameSoFar + text.slice(nameAt)).slice(0, LONGEST_NAME);
      nameAt = 0;
    }
  }
  return {
    push,
    end() {
      if (open.length > 0 || inString) throw new BadFile('The file ends in the middle of its JSON: it may not be whole.');
      if (stray) throw new BadFile('The list in the file holds something that is no record: each must be an object in {}.');
      if (!found) throw new BadFile(`The file holds no list of records: neither a list nor one under "${key}".`);
    },
  };
}
