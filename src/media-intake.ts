import { resolve } from 'node:path';
import type { Config } from './config.ts';
import type { MediaCleaner } from './core/media/media.ts';
import type { MediaArrivedDeps } from './core/tips/media-arrived.ts';
import { keysOf } from './key-directory.ts';

export interface MediaIntake extends MediaArrivedDeps {
  /** Ends the decoder, if it was ever needed. */
  close(): Promise<void>;
}

/** The store and what else is kept, the keys, and the settings with the tokens: none of it is a decoder's business. */
export const hiddenFromDecoder = (config: Pick<Config, 'home' | 'keys'>): string[] => [
  config.home,
  keysOf(config).directory,
  resolve('.env'),
];

/** What a contact's files go through. The decoder is loaded when the first file comes. `hidden`: see MediaLimits. */
export function createMediaIntake(coordinators: readonly string[], hidden: readonly string[] = []): MediaIntake {
  let cleaner: Promise<MediaCleaner> | null = null;
  return {
    cleaner() {
      cleaner ??= import('./core/media/media.ts').then(({ createMediaCleaner }) => createMediaCleaner({ hidden }));
      return cleaner;
    },
    async keepOriginal(vault, bytes, at, now) {
      if (coordinators.length === 0) return null;
      const { keepOriginal } = await import('./core/identity/originals.ts');
      return keepOriginal({ vault, recipients: coordinators }, bytes, at, now);
    },
    async close() {
      await (await cleaner)?.close();
    },
  };
}
