import { LANGUAGES, type Language } from '../../db/schema/vocabulary.ts';
import { chooseLanguage } from '../conversation/memory.ts';
import { defineCommand, ROLES } from './command.ts';

const CHOICES = [...LANGUAGES, 'auto'] as const;
const isLanguage = (word: string): word is Language => LANGUAGES.some((language) => language === word);

/** Replies in one language from now on; `auto`: in that of each message. */
export const language = defineCommand({
  name: 'language',
  options: { language: { kind: 'choice', choices: CHOICES, required: true } },
  access: ROLES,
  replies: 'private',
  async run(core, args, invocation, context) {
    const chosen = isLanguage(args.language) ? args.language : null;
    await chooseLanguage(core.store.db, invocation.conversation, chosen, invocation.now);
    const speaks = chosen ?? context.language;
    const sentence = core.translator(speaks)(chosen ? 'language-chosen' : 'language-auto');
    return { language: speaks, blocks: [{ kind: 'text', content: [sentence] }], visibility: 'private' };
  },
});
