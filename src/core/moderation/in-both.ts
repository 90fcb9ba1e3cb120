import type { Language } from '../../db/schema/vocabulary.ts';
import type { Core } from '../core.ts';
import { createVoice, type Voice } from '../summary/voice.ts';

/** Words for the log, which colleagues of either language read later. */
export const inBoth = (core: Pick<Core, 'translator' | 'gazetteer'>, say: (voice: Voice) => string): Record<Language, string> => {
  const as = (language: Language) => say(createVoice(core.translator(language), core.gazetteer));
  return { en: as('en'), ar: as('ar') };
};
