import type { Language } from '../../db/schema/vocabulary.ts';

/** First strong isolate and its end (UAX #9): what is between them cannot reorder what is around them. */
export const FSI = '\u2068';
export const PDI = '\u2069';

export const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/gu, '');

/** Letters that run against a language's own direction. */
const AGAINST: Record<Language, RegExp> = {
  en: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  ar: /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u,
};

/**
 * Fluent isolates every value, also numbers and words of the reply's own direction. This keeps the isolates that hold letters of the
 * other direction and drops the rest, so that text stays readable where isolates are shown, searched or copied. Unpaired ones go too.
 */
export function keepNeededIsolates(text: string, language: Language): string {
  if (!text.includes(FSI) && !text.includes(PDI)) return text;
  const against = AGAINST[language];
  if (!against.test(text)) return withoutIsolates(text);
  const open: { text: string; needed: boolean }[] = [{ text: '', needed: false }];
  const close = () => {
    const inner = open.pop();
    const outer = open.at(-1);
    if (inner && outer) outer.text += inner.needed ? FSI + inner.text + PDI : inner.text;
  };
  for (const c of text) {
    const top = open.at(-1);
    if (c === FSI) open.push({ text: '', needed: false });
    else if (c === PDI) {
      if (open.length > 1) close();
    } else if (top) {
      top.text += c;
      top.needed ||= against.test(c);
    }
  }
  while (open.length > 1) close();
  return open[0]?.text ?? '';
}

/** A text from elsewhere, kept from reordering the reply around it. */
export const isolate = (text: string, language: Language): string => (AGAINST[language].test(text) ? FSI + text + PDI : text);
