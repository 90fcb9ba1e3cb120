import { startDecoder } from './decoder.ts';
import { kindOf } from './kind.ts';

export { compareCaptured, hashDistance } from './compare.ts';

export type Medium = 'photo' | 'video' | 'audio' | 'file';

/** Where and when a file itself says that it was taken: compared with what the tip claims, then thrown away. */
export interface Captured {
  /** Degrees, WGS 84; both or neither. */
  lat: number | null;
  lon: number | null;
  /** As the file says: `2026-03-04`, `2026-03-04T12:33:00` on the camera's own clock, or with `Z` where the format counts in UTC. */
  at: string | null;
}

export type Cleaned =
  | {
      kind: 'photo';
      bytes: Uint8Array;
      mime: 'image/jpeg' | 'image/png' | 'image/webp';
      /** Pixels, the right way up. */
      width: number;
      height: number;
      /** 64-bit difference hash, 16 hex digits: see `hashDistance`. */
      hash: string;
      captured: Captured | null;
    }
  | { kind: 'video'; bytes: Uint8Array; mime: 'video/mp4' | 'video/quicktime'; captured: Captured | null }
  /** To be sealed without a preview: no kind that can be cleaned, or one that nothing here can open. */
  | { kind: 'unseen'; reason: 'unknown-kind' | 'not-decodable' }
  | { kind: 'refused'; reason: 'too-large' | 'too-many-pixels' | 'too-slow' | 'broken' };

export interface MediaLimits {
  /** Bytes of a file, and of what the child may answer. */
  maxBytes: number;
  /** Pixels of a photo, told from its header before it is decoded. */
  maxPixels: number;
  /** For one file, from when the child has it. */
  timeMs: number;
  /** Memory that the child may write to (RLIMIT_DATA). Linux alone enforces it; elsewhere `maxPixels` is the bound. */
  memoryBytes: number;
  /** After so many a new child is started. */
  filesPerProcess: number;
  /** Directories and files that the child must not see, where the kernel can be asked to hide them (confinement.ts). */
  hidden: readonly string[];
}

export interface MediaCleaner {
  /** One file at a time, in the order of the calls. Rejects when the decoder cannot be started at all, and after `close`. */
  clean(bytes: Uint8Array): Promise<Cleaned>;
  /** Kills what is being decoded; what waits is rejected. */
  close(): Promise<void>;
}

const LIMITS: MediaLimits = {
  // what Telegram lets a bot download
  maxBytes: 20 * 1024 * 1024,
  // beyond every phone's usual mode; the decoded picture stays under 200 MB
  maxPixels: 50_000_000,
  timeMs: 20_000,
  memoryBytes: 1024 * 1024 * 1024,
  // nothing of one sender's file is in the memory that the next one's is decoded in
  filesPerProcess: 1,
  hidden: [],
};

/** Decodes in a child process that may die; the files never touch the disk. */
export function createMediaCleaner(options: Partial<MediaLimits> = {}, program?: readonly string[]): MediaCleaner {
  const limits = { ...LIMITS, ...options };
  const decoder = startDecoder(limits, program);
  let last: Promise<unknown> = Promise.resolve();
  return {
    async clean(bytes) {
      if (bytes.length > limits.maxBytes) return { kind: 'refused', reason: 'too-large' };
      const kind = kindOf(bytes);
      if (kind === null) return { kind: 'unseen', reason: 'unknown-kind' };
      const cleaned = last.then(() => decoder.decode(bytes));
      last = cleaned.catch(() => {});
      return cleaned;
    },
    close: () => decoder.close(),
  };
}
