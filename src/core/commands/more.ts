import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';
import { ANSWER, answerAgain, shownAnswer } from './shown-answer.ts';

/** The next page. Which one that is stands in the button; who types the command means the last one offered. */
export const more = defineCommand({
  name: 'more',
  options: { answer: ANSWER, offset: { kind: 'integer', min: 0, required: false } },
  access: ROLES,
  async run(core, { answer, offset }, invocation, context) {
    const shown = await shownAnswer(core, answer, invocation, context);
    const next = offset ?? Number(context.memory.offered.find(({ command }) => command === 'more')?.args.offset);
    if (!Number.isInteger(next)) throw new UserError('nothing-more');
    return answerAgain(core, shown, { offset: next }, invocation, context);
  },
});
