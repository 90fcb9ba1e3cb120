import { converse } from '../converse.ts';
import { defineCommand, ROLES } from './command.ts';

/** A question in plain words; what follows on the question before is understood from it. */
export const ask = defineCommand({
  name: 'ask',
  options: { text: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  async run(core, { text }, invocation, { memory }) {
    const understanding = core.reader.read(text, { now: invocation.today, previous: memory.previous });
    const language = memory.chosen ?? understanding.language;
    return converse(core, { understanding, now: invocation.today, asOf: null, language, offset: 0 }, invocation, memory);
  },
});
