import { fold } from '../../core/question/text.ts';
import type { Action, Reply } from '../../core/reply/reply.ts';
import { trailingBrackets } from '../../core/reply/trailing.ts';

/** The buttons of a reply, in the order in which it shows them. */
export const actionsOf = (reply: Reply): Action[] =>
  reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** "More (12)" is pressed by "more". */
const wordsOf = ({ label }: Action) => fold(trailingBrackets(label).before);

/** The button that somebody pressed by typing its number, its words or its command; null: it is a message. */
export function pressed(text: string, offered: readonly Action[]): Action | null {
  const typed = fold(text);
  if (/^\d{1,2}$/.test(typed)) return offered[Number(typed) - 1] ?? null;
  const named = offered.find((action) => fold(action.label) === typed);
  if (named) return named;
  const [only, another] = offered.filter((action) => action.command === typed || wordsOf(action) === typed);
  // several buttons may share a command: then the word alone chooses none
  return only && !another ? only : null;
}
