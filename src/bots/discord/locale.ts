import type { LocalizationMap } from 'discord.js';
import type { Language } from '../../db/schema/vocabulary.ts';

/**
 * Discord's name of the language: its description of the interface has it, while the list of locales in its documentation, and the type
 * that was made from it, do not yet. https://discord.com/developers/docs/reference#locales
 */
const ARABIC = 'ar';

export function inArabic(text: string): LocalizationMap {
  const localized: Record<string, string> = { [ARABIC]: text };
  return localized;
}

/** Discord's interface languages that are ours. */
export const languageOfLocale = (locale: string | undefined): Language | null =>
  locale === ARABIC ? 'ar' : locale?.startsWith('en') ? 'en' : null;
