import { createHash } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import type { Language } from '../../db/schema/vocabulary.ts';
import type { Speaker } from '../commands/speaker.ts';
import { allow, type Limit } from './allowances.ts';
import { RECEIPT_WORDS_AR } from './receipt-words-ar.ts';
import { RECEIPT_WORDS_EN } from './receipt-words-en.ts';
import type { Vault } from './vault.ts';

/** Six of 1,024 words: 60 bits. */
export const RECEIPT_LENGTH = 6;

const split = (words: string) => words.trim().split(/\s+/u);
export const RECEIPT_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: split(RECEIPT_WORDS_EN),
  ar: split(RECEIPT_WORDS_AR),
};

/** Marks, tatweel and letters that are often written for each other. */
const fold = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
    .replaceAll(/[أإآٱ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي');

const KNOWN = new Set(Object.values(RECEIPT_WORDS).flat().map(fold));

/** What a contact is told when their tip is kept, once; the store keeps its keyed hash alone. */
export interface Receipt {
  /** `orchard lantern …` */
  words: string;
  hash: Uint8Array;
}

const hashOf = (vault: Vault, words: readonly string[]) => vault.hash('receipt', ...words);

export function makeReceipt(vault: Vault, language: Language, newId: () => string): Receipt {
  const drawn = createHash('sha256')
    .update(newId() + newId())
    .digest();
  const list = RECEIPT_WORDS[language];
  // 1,024 divides 65,536: every word is as likely
  const words = Array.from({ length: RECEIPT_LENGTH }, (_, at) => list[drawn.readUInt16BE(at * 2) % list.length] ?? '');
  return { words: words.join(' '), hash: hashOf(vault, words.map(fold)) };
}

const TRIES: Limit = { name: 'receipt', most: 5, windowMs: 3_600_000 };

/** As readReceipt, five times an hour for a person; null: also tried too often. */
export async function tryReceipt(
  tx: Database,
  vault: Vault,
  { typed, speaker, now }: { typed: string; speaker: Speaker; now: Date },
): Promise<Uint8Array | null> {
  return (await allow(tx, vault, TRIES, [speaker.platform, speaker.person], now)) ? readReceipt(vault, typed) : null;
}

/**
 * The hash by which the tip is found, from what somebody typed: any case, any marks, anything but letters between the words. Null: these
 * are not six words of receipts. To who asks, that must be said as it is said of a receipt that is unknown, expired, or tried too often.
 */
export function readReceipt(vault: Vault, typed: string): Uint8Array | null {
  const words = fold(typed)
    .split(/[^\p{L}]+/u)
    .filter((word) => KNOWN.has(word));
  return words.length === RECEIPT_LENGTH ? hashOf(vault, words) : null;
}
