import { tellAskers } from '../../moderation/corrections.ts';
import { defineCommand } from '../command.ts';
import { asRef } from '../incident.ts';
import { TEAM, text } from './on-tips.ts';

/** Those who were shown an incident before it was corrected or retracted are told so, where they saw it. */
export const correct = defineCommand({
  name: 'correct',
  options: { incident: { kind: 'text', required: true } },
  access: TEAM,
  async run(core, args, { now }, { language }) {
    const ref = asRef(args.incident);
    const n = await tellAskers(core, ref, now);
    return { language, visibility: 'public', blocks: [text(core.translator(language)('did-correct', { incident: ref, n }))] };
  },
});
