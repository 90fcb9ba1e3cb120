import { insertPart, readParts } from '../../../db/queries/tip-parts.ts';
import type { Core } from '../../core.ts';
import { hourOf } from '../../identity/contacts.ts';
import { act, present } from '../../moderation/act.ts';
import { forContact, tellContact } from '../../moderation/tell-contact.ts';
import { findTip, seen } from '../../moderation/tip-view.ts';
import { leftOut, withoutLeads } from '../../moderation/without-leads.ts';
import type { Reply } from '../../reply/reply.ts';
import { sealPart } from '../../tips/tip-content.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand, type Invocation } from '../command.ts';
import { memberOf } from '../team.ts';
import { TEAM, TIP, text } from './on-tips.ts';

/** Asks the contact through dalil: they never learn who asks, the team never learns who answers. */
export function askContact(
  core: Core,
  invocation: Invocation,
  language: Reply['language'],
  { tip, words: typed }: { tip: string; words: string },
): Promise<Reply> {
  const words = withoutLeads(typed);
  const { now, today } = invocation;
  const by = memberOf(invocation, 'relay');
  return act(core, invocation, language, {
    tip,
    event: 'ask',
    by,
    content: { asked: words },
    async effect(tx, held) {
      if (!(await tellContact(core, tx, held, { news: 'asked', words }, now))) throw new UserError('contact-out-of-reach');
      const id = core.newId();
      const part = { kind: 'question' as const, text: await forContact(tx, words), today, answers: null };
      const ordinal = (await readParts(tx, held.id)).length;
      const content = sealPart(core.vault, id, part, now);
      await insertPart(tx, { id, tipId: held.id, ordinal, kind: 'question', content, at: hourOf(now) });
      return {};
    },
    said: (voice, { row }) => [text(voice.t('did-ask', { ref: row.ref })), ...leftOut(words, voice)],
  });
}

/** A question of the moderator's own; typed, `/ask T-…` does the same. */
export const relay = defineCommand({
  name: 'relay',
  options: { tip: TIP, text: { kind: 'text', required: true, rest: true } },
  access: TEAM,
  run: (core, args, invocation, { language }) => askContact(core, invocation, language, { tip: args.tip, words: args.text }),
});

const READY = ['where', 'when', 'toll', 'who', 'saw'] as const;

/** The questions that are asked most, at a tap and in the contact's language. */
export const inquire = defineCommand({
  name: 'inquire',
  options: { tip: TIP, about: { kind: 'choice', choices: READY, required: false } },
  access: TEAM,
  unlisted: true,
  async run(core, { tip, about }, invocation, { language }) {
    const { db } = core.store;
    const view = await present(core, db, (await findTip(db, tip)).id);
    const words = about && core.translator(view.row.language)(`ready-question.${about}`);
    if (words) return askContact(core, invocation, language, { tip, words });
    const t = core.translator(language);
    const { ref } = view.row;
    return {
      language,
      visibility: 'public',
      blocks: [
        text(t('inquire', { ref })),
        {
          kind: 'actions',
          actions: READY.map((one) => ({
            label: t(`ready-question.${one}`),
            command: 'inquire',
            args: { tip: seen(view), about: one },
          })),
        },
      ],
    };
  },
});
