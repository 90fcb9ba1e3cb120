import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { CsvError, type InfoCallback, parse } from 'csv-parse';
import { BadFile, type Row, type Rows, type Unreadable } from '../row.ts';

export interface CsvForm {
  /** Undefined: the one that the header uses. */
  delimiter?: string | undefined;
  /** As TextDecoder names it; undefined: UTF-8, or UTF-16 where a byte-order mark or the zeros of the header say so. */
  encoding?: string | undefined;
}

/** A record is no longer than this, in characters: a quote that is never closed would else take the rest of the file. */
const LONGEST_RECORD = 1 << 20;
const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];
const REPLACEMENT = '\ufffd';

/** Reads a file with a header line, a piece at a time. Throws BadFile where it cannot be read as CSV at all. */
export function readCsv(path: string, form: CsvForm = {}): Rows {
  let bytes = 0;
  return {
    bytes: () => bytes,
    async *[Symbol.asyncIterator]() {
      const head = await readHead(path);
      const encoding = form.encoding ?? encodingOf(head);
      const text = decoded(encoding, (read) => {
        bytes += read;
      });
      const unreadable: Unreadable[] = [];
      const parser = parse({
        bom: true,
        info: true,
        delimiter: form.delimiter ?? delimiterOf(new TextDecoder(encoding).decode(head)),
        max_record_size: LONGEST_RECORD,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_error: true,
        on_skip: (error) => {
          if (error) unreadable.push(unreadableOf(error));
          return undefined;
        },
      });
      const source = createReadStream(path, { highWaterMark: 256 * 1024 });
      source.on('error', (error) => parser.destroy(error));
      text.stream.on('error', (error) => parser.destroy(error));
      source.pipe(text.stream).pipe(parser);
      try {
        yield* rowsOf(parser, unreadable, text.damaged);
      } catch (error) {
        throw fileError(error);
      } finally {
        source.destroy();
        parser.destroy();
      }
    },
  };
}

interface Parsed {
  info: InfoCallback;
  record: string[];
}

async function* rowsOf(
  parser: AsyncIterable<Parsed>,
  unreadable: Unreadable[],
  damaged: () => boolean,
): AsyncGenerator<Row | Unreadable> {
  let header: string[] | null = null;
  let over = 0;
  for await (const { info, record } of parser) {
    while (unreadable[0]) yield unreadable.splice(0, 1)[0] ?? unreadable[0];
    const breaks = breaksIn(record);
    const line = info.lines - over - breaks.counted;
    over += breaks.counted - breaks.real;
    if (header === null) {
      header = headerOf(record);
      continue;
    }
    const problem = problemOf(record, header, damaged());
    if (problem !== null) {
      yield { unreadable: { line, ...problem } };
      continue;
    }
    const cells: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) cells[header[i] ?? ''] = record[i] ?? '';
    yield { line, cells };
  }
  yield* unreadable;
  if (header === null) throw new BadFile('The file is empty: a line with the names of the columns comes first.');
}

/** Line ends within fields. csv-parse counts a CRLF there as two lines. */
function breaksIn(record: readonly string[]): { counted: number; real: number } {
  let [counted, real] = [0, 0];
  for (const cell of record) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    counted += cell.match(/[\r\n]/gu)?.length ?? 0;
    real += cell.match(/\r\n|\n|\r/gu)?.length ?? 0;
  }
  return { counted, real };
}

function headerOf(record: readonly string[]): string[] {
  const names = record.map((name) => name.trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new BadFile(`Two columns are called "${twice}": give each its own name.`);
  return names;
}

function problemOf(
  record: readonly string[],
  header: readonly string[],
  damaged: boolean,
): Omit<Unreadable['unreadable'], 'line'> | null {
  if (record.length !== header.length) {
    return { column: null, reason: `has ${record.length} columns, the header has ${header.length}`, value: null };
  }
  const at = damaged ? record.findIndex((cell) => cell.includes(REPLACEMENT)) : -1;
  if (at < 0) return null;
  return {
    column: header[at] ?? null,
    reason: 'is not UTF-8: name its encoding, in Arabic as a rule --encoding windows-1256',
    value: (record[at] ?? '').slice(0, 80),
  };
}

function unreadableOf(error: CsvError): Unreadable {
  const line = Number('lines' in error ? error.lines : 0);
  return { unreadable: { line, column: null, reason: REASONS[error.code] ?? 'is no CSV', value: null } };
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `a record is longer than ${LONGEST_RECORD} characters: a quote may be open`,
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a field',
  CSV_INVALID_CLOSING_QUOTE: 'text stands behind a closing quote',
};

function fileError(error: unknown): unknown {
  if (error instanceof CsvError)
    return new BadFile(`Line ${'lines' in error ? error.lines : '?'}: ${REASONS[error.code] ?? 'this is no CSV'}.`);
  return error;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // without a mark: every other byte of a header in Latin letters is zero
  const zerosAt = (odd: number) => head.subarray(0, 200).filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (even + odd < Math.min(head.length, 200) / 4) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The one that stands most often in the header. */
function delimiterOf(head: string): string {
  const line = head.replace(/^\ufeff/u, '').split(/\r|\n/u)[0] ?? '';
  const bare = line.replaceAll(/"[^"]*"/gu, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Bytes in, text out; remembers whether some bytes were not of the encoding, since text may also hold the replacement as written. */
function decoded(encoding: string, onRead: (bytes: number) => void) {
  let damaged = false;
  let tail: Buffer = Buffer.alloc(0);
  const decoder = decoderOf(encoding);
  const isUtf = decoder.encoding === 'utf-8';
  const stream = new Transform({
    readableObjectMode: false,
    transform(chunk: Buffer, _encoding, done) {
      onRead(chunk.length);
      if (isUtf && !damaged) {
        const whole = Buffer.concat([tail, chunk]);
        const cut = whole.length - openBytes(whole);
        damaged = !isUtf8(whole.subarray(0, cut));
        tail = Buffer.from(whole.subarray(cut));
      }
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      damaged ||= tail.length > 0;
      done(null, decoder.decode());
    },
  });
  return { stream, damaged: () => damaged };
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new BadFile(`"${encoding}" is no encoding; such as utf-8, utf-16le, windows-1252, windows-1256.`);
  }
}

/** How many bytes at the end begin a character that the next piece completes. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
