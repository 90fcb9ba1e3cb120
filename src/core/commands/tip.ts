import { createVoice } from '../summary/voice.ts';
import { closeTip } from '../tips/settle.ts';
import { takeIn, withContact } from '../tips/take-in.ts';
import { notHere, privately, sentence } from '../tips/tip-replies.ts';
import { defineCommand, ROLES } from './command.ts';

/** Tells something that happened. Where others read along it is refused, and nothing of it is said again. */
export const tip = defineCommand({
  name: 'tip',
  options: { text: { kind: 'text', required: false, rest: true } },
  access: ROLES,
  replies: 'private',
  form: true,
  async run(core, { text = '' }, invocation, context) {
    const { speaker, attachments = [], pin = null } = invocation;
    const voice = createVoice(core.translator(context.language), core.gazetteer);
    if (!speaker.alone) return notHere(voice);
    if (text.trim() === '' && attachments.length === 0 && !pin) return privately(voice, [sentence(voice.t('tip-how'))]);
    return withContact(core, invocation, context, async (told) => {
      // what was told before is complete: whoever says /tip tells something else
      await closeTip(told);
      return takeIn({ text, attachments, pin, fresh: true }, told);
    });
  },
});
