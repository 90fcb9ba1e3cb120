import { mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../export/csv.ts';
import type { Problem } from './row.ts';

/** The rows of a file that were not taken, and why: a CSV beside the store, begun with its first line. */
export interface Report {
  add(problem: Problem): void;
  /** Writes what was added; the path, or null where nothing ever was. */
  flush(): Promise<string | null>;
  close(): Promise<void>;
}

/** `name` is unique for the run: two imports at once do not share a report. */
export function createReport(home: string, name: string): Report {
  const path = join(home, 'imports', `${name}.report.csv`);
  let lines: string[] = [];
  let file: FileHandle | null = null;
  return {
    add({ line, column, reason, value }) {
      lines.push(csvLine([line, column, reason, value]));
    },
    async flush() {
      if (lines.length === 0) return file && path;
      if (file === null) {
        mkdirSync(join(home, 'imports'), { recursive: true, mode: 0o700 });
        file = await open(path, 'w', 0o600);
        await file.write(`\ufeff${csvLine(['line', 'column', 'reason', 'value'])}`);
      }
      const text = lines.join('');
      lines = [];
      await file.write(text);
      return path;
    },
    async close() {
      await file?.close();
    },
  };
}
