import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and, where the reader is slower than we are, waits for it, so that nothing piles up in memory. */
export async function writeOut(stream: Writable, text: string, stop?: AbortSignal): Promise<void> {
  if (stream.write(text) || stop?.aborted) return;
  await once(stream, 'drain', stop ? { signal: stop } : {}).catch((error: unknown) => {
    if (!stop?.aborted) throw error;
  });
}
