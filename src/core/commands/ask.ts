import { converse } from '../converse.ts';
import { defineCommand, ROLES } from './command.ts';
import { askContact } from './moderating/relay.ts';
import { review } from './moderating/review.ts';
import { withPicture } from './pictures.ts';

/** `/ask T-7K3Q9F when was it?`: of the team it is for the contact who sent that tip; the tip alone is shown. */
const OF_A_TIP = /^(T-[0-9A-Z]{6})(?:\s+(\S[\s\S]*))?$/iu;

/** A question in plain words; what follows on the question before is understood from it. */
export const ask = defineCommand({
  name: 'ask',
  options: { text: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  async run(core, { text }, invocation, context) {
    const [, tip, words] = invocation.role === 'moderator' || invocation.role === 'lead' ? (OF_A_TIP.exec(text) ?? []) : [];
    if (tip && words === undefined) return review.run(core, { tip }, invocation, context);
    if (tip && words) return askContact(core, invocation, context.language, { tip, words });
    const { memory } = context;
    const understanding = core.reader.read(text, { now: invocation.today, previous: memory.previous });
    const language = memory.chosen ?? understanding.language;
    const turn = { understanding, now: invocation.today, asOf: null, language, offset: 0 };
    const reply = await converse(core, turn, invocation, memory);
    return withPicture(core, reply, understanding.question.display, invocation, context);
  },
});
