import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { writeOut } from '../../write-out.ts';
import type { Console } from './adapter.ts';

/** Stands alone on a line after each reply. */
const END_OF_REPLY = '--';

/** One message a line in, its reply and a line `--` out, in order, until the input ends or `stop`. */
export async function chatThroughPipe(
  console: Console,
  { stdin, stdout, stop }: { stdin: Readable; stdout: Writable; stop: AbortSignal },
): Promise<void> {
  if (stop.aborted) return;
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  stop.addEventListener('abort', () => lines.close());
  for await (const line of lines) {
    if (stop.aborted) break;
    await writeOut(stdout, `${await console.answer(line)}\n${END_OF_REPLY}\n`, stop);
  }
}
