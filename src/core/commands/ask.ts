import { converse } from '../converse.ts';
import { defineCommand, ROLES } from './command.ts';
import { withPicture } from './pictures.ts';

/** A question in plain words; what follows on the question before is understood from it. */
export const ask = defineCommand({
  name: 'ask',
  options: { text: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  async run(core, { text }, invocation, context) {
    const { memory } = context;
    const understanding = core.reader.read(text, { now: invocation.today, previous: memory.previous });
    const language = memory.chosen ?? understanding.language;
    const turn = { understanding, now: invocation.today, asOf: null, language, offset: 0 };
    const reply = await converse(core, turn, invocation, memory);
    return withPicture(core, reply, understanding.question.display, invocation, context);
  },
});
