import type { Language } from '../../db/schema/vocabulary.ts';
import { readText } from '../question/text.ts';
import { UserError } from '../user-error.ts';

/** Longer than any message of Telegram (4,096) or Discord (2,000; 4,000 with Nitro), so that only pipes can meet it. */
export const LONGEST_MESSAGE = 4096;

// C0 and C1 controls but for tab and line ends; no keyboard types them
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
// harmless, as nothing that is typed becomes a statement; but no question, and not to be answered as if it were one
const DATABASE_COMMAND =
  /\b(?:drop|truncate|alter) (?:table|database|schema)\b|\b(?:insert into|delete from|union (?:all )?select)\b|; ?--|' ?or ?'?\d'? ?=/iu;
const LETTER = /\p{L}/gu;
const READABLE = /[\p{Script=Latin}\p{Script=Arabic}]/u;

/** The message, trimmed. Throws UserError where nobody could have meant it as a question: then nothing of it is read or kept. */
export function readableMessage(text: string): string {
  if (text.length > LONGEST_MESSAGE) throw new UserError('too-long', { length: text.length, longest: LONGEST_MESSAGE });
  if (CONTROL.test(text)) throw new UserError('control-characters');
  const trimmed = text.trim();
  if (trimmed === '') throw new UserError('empty');
  if (DATABASE_COMMAND.test(trimmed.replace(/\s+/gu, ' '))) throw new UserError('database-command');
  const letters = trimmed.match(LETTER);
  if (letters && !letters.some((letter) => READABLE.test(letter))) throw new UserError('other-script');
  return trimmed;
}

/** `/name rest` or `/name@bot rest`, as Telegram sends it; null for plain text. */
export function readSlash(text: string): { name: string; rest: string } | null {
  const found = /^\/(\S*?)(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(text);
  return found ? { name: (found[1] ?? '').toLowerCase(), rest: found[2] ?? '' } : null;
}

/** Long enough to tell a language by. */
const SAMPLE = 500;

/** The language of free text; null where it holds no letter. */
export function languageOf(text: string): Language | null {
  const read = readText(text.slice(0, SAMPLE));
  return read.tokens.some((token) => token.kind === 'word') ? read.language : null;
}
