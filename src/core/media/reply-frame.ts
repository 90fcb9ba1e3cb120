import type { Cleaned } from './media.ts';

const NEWLINE = 0x0a;

/** One line of JSON, then the cleaned bytes. */
export function encodeReply(cleaned: Cleaned): Uint8Array {
  if (!('bytes' in cleaned)) return Buffer.from(`${JSON.stringify(cleaned)}\n`);
  const { bytes, ...words } = cleaned;
  return Buffer.concat([Buffer.from(`${JSON.stringify(words)}\n`), bytes]);
}

/** Null where there is no line of JSON. What it says is still to be checked. */
export function decodeReply(frame: Buffer): { words: unknown; bytes: Uint8Array } | null {
  const end = frame.indexOf(NEWLINE);
  try {
    return end < 0 ? null : { words: JSON.parse(frame.toString('utf8', 0, end)), bytes: frame.subarray(end + 1) };
  } catch {
    return null;
  }
}
