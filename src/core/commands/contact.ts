import { saveChoices } from '../../db/queries/contacts.ts';
import { redeemInvite } from '../identity/invites.ts';
import type { Block } from '../reply/reply.ts';
import { createVoice } from '../summary/voice.ts';
import { withContact } from '../tips/take-in.ts';
import { privately, sentence } from '../tips/tip-replies.ts';
import { defineCommand, ROLES } from './command.ts';

const SAFETY = ['platform', 'dalil', 'team', 'you', 'forget'] as const;

/** Who can see what, in plain words. */
export const safety = defineCommand({
  name: 'safety',
  options: {},
  access: ROLES,
  replies: 'private',
  async run(core, _args, { speaker }, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t } = voice;
    const list: Block = {
      kind: 'list',
      ordered: false,
      items: SAFETY.map((about) => ({ content: [t(about === 'platform' ? `safety-${speaker.platform}` : `safety.${about}`)] })),
    };
    return privately(voice, [sentence(t('safety')), list]);
  },
});

/** A coordinator's word for a contact. Says the same of all that is not good. */
export const join = defineCommand({
  name: 'join',
  options: { code: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  replies: 'private',
  run: (core, { code }, invocation, context) =>
    withContact(core, invocation, context, async ({ inside, contact, voice }) => {
      const { tx, vault, now } = inside;
      const { speaker } = invocation;
      const joined = await redeemInvite(tx, vault, { code, contactId: contact.id, speaker, now });
      return privately(voice, [sentence(voice.t(joined ? 'contact-joined' : 'contact-not-joined'))]);
    }),
});

/** Whether a contact's own messages go from the chat once they are kept. */
export const deleteCommand = defineCommand({
  name: 'delete',
  options: { messages: { kind: 'choice', choices: ['on', 'off'], required: true } },
  access: ROLES,
  replies: 'private',
  run: (core, { messages }, invocation, context) =>
    withContact(core, invocation, context, async ({ inside, contact, voice }) => {
      const isOn = messages === 'on';
      await saveChoices(inside.tx, contact.id, { deletesMessages: isOn });
      const said = !isOn
        ? 'contact-delete-off'
        : invocation.speaker.platform === 'telegram'
          ? 'contact-delete-on'
          : 'contact-delete-cannot';
      return privately(voice, [sentence(voice.t(said))]);
    }),
});
