import { type FileHandle, open } from 'node:fs/promises';
import { BadFile } from './row.ts';

/** What a file must hold for its reader. */
export type Wanted = 'text' | 'json' | 'workbook';

const HEAD_BYTES = 4096;

/** How files of other kinds begin, and what to do with them. */
const KINDS: readonly { begins: readonly number[]; sentence: string; is?: Wanted }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    sentence: 'a ZIP archive or a workbook: unpack it first, or import an Excel file as xlsx',
    is: 'workbook',
  },
  { begins: [0x1f, 0x8b], sentence: 'compressed with gzip: unpack it first' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], sentence: 'an old Excel file (.xls): save it as .xlsx or as CSV' },
  { begins: [0x25, 0x50, 0x44, 0x46], sentence: 'a PDF: its table must be saved as CSV or XLSX' },
  { begins: [0x89, 0x50, 0x4e, 0x47], sentence: 'a picture' },
  { begins: [0xff, 0xd8, 0xff], sentence: 'a picture' },
];

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file: look at its name and folder',
  ENOTDIR: 'There is no such file: look at its name and folder',
  EACCES: 'The file may not be read: look at its permissions',
  EPERM: 'The file may not be read: look at its permissions',
  EISDIR: 'This is a folder: name one file in it',
};

/** Why a file could not be opened, as a sentence with its name. */
export function cannotOpen(path: string, error: unknown): BadFile {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new BadFile(`${WHY[code] ?? `The file cannot be read (${code})`}: ${path}`, { cause: error });
}

/** Its size in bytes. Throws BadFile, with a sentence that says what to do, where it is not there or of another kind than its reader wants. */
export async function lookAtFile(path: string, wanted: Wanted): Promise<number> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const found = await file.stat();
    if (found.isDirectory()) throw new BadFile(`${WHY.EISDIR}: ${path}`);
    // what comes through a pipe can be read once alone
    if (!found.isFile()) throw new BadFile(`This is no file: save what it gives to one first: ${path}`);
    if (found.size === 0) throw new BadFile(`The file is empty: ${path}`);
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    const wrong = wrongIn(buffer.subarray(0, bytesRead), wanted);
    if (wrong !== null) throw new BadFile(`${path} is ${wrong}.`);
    return found.size;
  } catch (error) {
    throw error instanceof BadFile ? error : cannotOpen(path, error);
  } finally {
    await file?.close();
  }
}

function wrongIn(head: Buffer, wanted: Wanted): string | null {
  const kind = KINDS.find(({ begins }) => begins.every((byte, i) => head[i] === byte));
  if (kind) return kind.is === wanted ? null : kind.sentence;
  if (wanted === 'workbook') return 'no XLSX workbook: a text file is imported as csv or geojson';
  if (isBinary(head)) return 'no text file';
  const first = /[^\s\ufeff]/u.exec(head.toString('utf8'))?.[0] ?? '';
  // what is in UTF-16 is told by its reader
  if (wanted === 'json' && head[0] !== 0xff && head[0] !== 0xfe && !'{['.includes(first))
    return 'no JSON: a table is imported as csv';
  return null;
}

/** Control characters that no text holds; the zeros of UTF-16 are none of these. */
const isBinary = (head: Buffer) => head.some((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 27));
