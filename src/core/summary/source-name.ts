import type { Voice } from './voice.ts';

/** "Syrian Observatory for Human Rights (SOHR)" is SOHR to everybody. */
const KNOWN_BY = /\(([A-Z]{3,6})\)$/u;

/** As a line of an answer names a source. */
export const sourceName = (name: string, nameAr: string | null, { either }: Voice): string =>
  either(KNOWN_BY.exec(name)?.[1] ?? name, nameAr);
