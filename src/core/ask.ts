import { languageOf, readableMessage } from './commands/message.ts';
import type { Core } from './core.ts';
import { type Assumption, emptyQuestion, type Question, type Understanding } from './question/question.ts';
import type { Reply } from './reply/reply.ts';
import { sorry } from './sorry.ts';
import type { Answer } from './summary/answer.ts';
import { inquire, PAGE } from './summary/inquire.ts';
import { failedAnswer, notUnderstoodAnswer } from './summary/make-answer.ts';
import { present } from './summary/present.ts';
import { UserError } from './user-error.ts';

export interface Asking {
  text: string;
  /** The day on which it is asked, Asia/Damascus. */
  today: string;
  /** Answer from what the store said at the end of this day; null: now. */
  asOf: string | null;
  /** The earlier turns of the same conversation, oldest first. */
  turns: readonly string[];
}

export interface Asked {
  question: Question;
  assumptions: Assumption[];
  answer: Answer;
  reply: Reply;
}

/** What the earlier turns of a conversation come to. */
function readTurns(core: Core, turns: readonly string[], today: string): Question | null {
  let previous: Question | null = null;
  for (const turn of turns) {
    const { question, nothing } = core.reader.read(turn, { now: today, previous });
    // thanks and declined questions are no part of what a follow-up changes
    if (!nothing && question.intent !== 'help' && !question.unanswerable) previous = question;
  }
  return previous;
}

async function askStore(core: Core, { text, today, asOf, turns }: Asking): Promise<Asked> {
  const understanding: Understanding = core.reader.read(readableMessage(text), {
    now: today,
    previous: readTurns(core, turns, today),
  });
  const answer = await inquire(understanding, { now: today, asOf, offset: 0, limit: PAGE }, core);
  const reply = present(answer, understanding, {
    gazetteer: core.gazetteer,
    t: core.translator(understanding.language),
    answerId: null,
  });
  const { question, assumptions } = understanding;
  return { question, assumptions, answer, reply };
}

/**
 * One question of a script, which brings its conversation along: always an answer, also where the text cannot be read (`not_understood`) and
 * where something broke (`failed`, with the id under which it was reported).
 */
export async function askOnce(core: Core, asking: Asking): Promise<Asked> {
  try {
    return await askStore(core, asking);
  } catch (error) {
    const t = core.translator(languageOf(asking.text) ?? 'en');
    const nothing = { question: emptyQuestion(), assumptions: [] };
    if (error instanceof UserError) {
      return { ...nothing, answer: notUnderstoodAnswer(asking.today), reply: sorry(t, error) };
    }
    const id = core.reportBug(error, 'ask');
    return { ...nothing, answer: failedAnswer(id, asking.today), reply: sorry(t, new UserError('failed', { id })) };
  }
}
