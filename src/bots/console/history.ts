import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const LONGEST = 500;

export interface History {
  /** Newest first, as readline wants them. */
  lines: string[];
  add(line: string): void;
}

/** For contacts: what they type is written nowhere. */
export const noHistory: History = { lines: [], add: () => {} };

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    // not there yet, or not readable: the chat goes on without
    return [];
  }
}

/** What was typed in earlier chats, in a file that its owner alone can read. Trimmed when it is opened. */
export function openHistory(path: string): History {
  const known = readLines(path);
  const lines = known.slice(-LONGEST);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (known.length > LONGEST) writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  return { lines: lines.reverse(), add: (line) => appendFileSync(path, `${line}\n`, { mode: 0o600 }) };
}
