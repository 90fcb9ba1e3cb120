import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';
import { ANSWER, answerAgain, shownAnswer } from './shown-answer.ts';

/** The next page. Which one that is stands in the button; who types the command means the last one offered. */
export const more = defineCommand({
  name: 'more',
  options: { answer: ANSWER, offset: { kind: 'integer', min: 0, required: false }, after: { kind: 'text', required: false } },
  access: ROLES,
  async run(core, { answer, offset, after }, invocation, context) {
    const shown = await shownAnswer(core, answer, invocation, context);
    const offered = context.memory.offered.find(({ command }) => command === 'more')?.args;
    const next = offset ?? Number(offered?.offset);
    if (!Number.isInteger(next)) throw new UserError('nothing-more');
    const page = { offset: next, after: (offset === undefined ? offered?.after : after) ?? null };
    return answerAgain(core, shown, page, invocation, context);
  },
});
