import { arabic } from './ar/index.ts';
import { english } from './en/index.ts';
import type { Lexicon } from './lexicon.ts';

/** All of them are tried on every text: people mix scripts. A new language is a folder and a line here. */
export const LEXICONS: readonly Lexicon[] = [english, arabic];
