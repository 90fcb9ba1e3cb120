import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { WrongUse } from './cli-command.ts';

/** The file behind a stream, open: what cannot be opened is told at once. Throws WrongUse with what the system says. */
export async function opened<S extends Readable | Writable>(stream: S, path: string): Promise<S> {
  try {
    await once(stream, 'open');
    return stream;
  } catch (error) {
    throw new WrongUse(`${path}: ${error instanceof Error && 'code' in error ? String(error.code) : 'cannot be opened'}`);
  }
}
