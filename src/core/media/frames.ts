import type { Readable, Writable } from 'node:stream';

const LENGTH_BYTES = 4;

/** One message on a pipe: its length in four bytes, then itself. */
export function writeFrame(pipe: Writable, bytes: Uint8Array): void {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length);
  pipe.write(length);
  pipe.write(bytes);
}

/** Tells each whole message as it comes. A longer one than `maxBytes` is told as null, and nothing after it. */
export function readFrames(pipe: Readable, maxBytes: number, tell: (frame: Buffer | null) => void): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = LENGTH_BYTES;
  let inside = false;
  pipe.on('data', (chunk: Buffer) => {
    if (wanted > maxBytes) return;
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted) {
      const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      const part = all.subarray(0, wanted);
      chunks = [all.subarray(wanted)];
      held -= wanted;
      wanted = inside ? LENGTH_BYTES : part.readUInt32BE();
      if (inside) tell(part);
      else if (wanted > maxBytes) {
        tell(null);
        return;
      }
      inside = !inside;
    }
  });
}
