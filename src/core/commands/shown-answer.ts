import { recallAnswer, type Shown } from '../conversation/memory.ts';
import { converse } from '../converse.ts';
import type { Core } from '../core.ts';
import type { Assumption, Question, Understanding } from '../question/question.ts';
import type { Reply } from '../reply/reply.ts';
import { UserError } from '../user-error.ts';
import type { Context, Invocation, Option } from './command.ts';

/** Which answer a command goes on from: a button names it; who types means the last one. */
export const ANSWER = { kind: 'text', required: false } as const satisfies Option;

/** The answer that is meant. Throws UserError where there is none or it is no longer kept. */
export async function shownAnswer(
  core: Core,
  answer: string | undefined,
  invocation: Invocation,
  { memory }: Context,
): Promise<Shown> {
  const id = answer ?? memory.lastAnswer;
  if (id === null) throw new UserError('nothing-to-continue');
  const shown = await recallAnswer({ db: core.store.db, vault: core.vault }, id, invocation.now);
  if (!shown) throw new UserError('answer-expired');
  return shown;
}

interface Change {
  question?: Partial<Question>;
  /** Assumptions that the change makes untrue. */
  without?: Assumption['kind'];
  offset?: number;
  /** Ref of the incident before the first to list. */
  after?: string | null;
}

/** What was understood when the answer was first given. */
export const understandingOf = ({ question, assumptions, language }: Shown): Understanding => ({
  question,
  assumptions,
  clarification: null,
  language,
  nothing: false,
  trace: [],
});

/** Answers a shown question again, changed: on the same day, in the same language unless another was chosen since. */
export function answerAgain(
  core: Core,
  shown: Shown,
  change: Change,
  invocation: Invocation,
  { memory }: Context,
): Promise<Reply> {
  const changed: Shown = {
    ...shown,
    language: memory.chosen ?? shown.language,
    question: { ...shown.question, ...change.question },
    assumptions: shown.assumptions.filter(({ kind }) => kind !== change.without),
  };
  const page = { offset: change.offset ?? 0, after: change.after ?? null };
  return converse(core, { ...changed, understanding: understandingOf(changed), ...page }, invocation, memory);
}
