import { act } from '../../moderation/act.ts';
import { undoByHand } from '../../moderation/publishing/by-hand.ts';
import { fieldSource } from '../../moderation/publishing/field-source.ts';
import { mergeInto } from '../../moderation/publishing/merge.ts';
import { takeBack } from '../../moderation/publishing/take-back.ts';
import { tellContact } from '../../moderation/tell-contact.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { createVoice } from '../../summary/voice.ts';
import { emptyDraft } from '../../tips/draft.ts';
import { openContent } from '../../tips/tip-content.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand } from '../command.ts';
import { asRef, IS_INCIDENT } from '../incident.ts';
import { memberOf } from '../team.ts';
import { correction } from './by-hand.ts';
import { TEAM, TIP, text } from './on-tips.ts';

const withCorrection = (reply: Reply, offered: Block[]): Reply => ({ ...reply, blocks: [...reply.blocks, ...offered] });

/** The tip tells of an incident that is there already. */
export const merge = defineCommand({
  name: 'merge',
  options: { tip: TIP, incident: { kind: 'text', required: true } },
  access: TEAM,
  async run(core, args, invocation, { language }) {
    const { now } = invocation;
    const ref = asRef(args.incident);
    let source: string | null = null;
    const reply = await act(core, invocation, language, {
      tip: args.tip,
      event: 'merge',
      by: memberOf(invocation, 'merge'),
      content: { incident: ref },
      async effect(tx, held) {
        const draft = openContent(core.vault, held.id, held.draft)?.draft ?? emptyDraft();
        const incident = await mergeInto(tx, { tip: held, draft, ref }, { core, now });
        source = fieldSource(held.trust).id;
        await tellContact(core, tx, held, { news: 'accepted', words: null }, now);
        return { incidentId: incident.id };
      },
      said: ({ t }, { row }) => [text(t('did-merge', { ref: row.ref, incident: ref }))],
    });
    if (source === null) return reply;
    if (!core.gazetteer.sources.has(source)) await core.namesChanged?.();
    return withCorrection(reply, await correction(core, ref, now, createVoice(core.translator(language), core.gazetteer)));
  },
});

export const UNDO_HOURS = 24;

/** Takes a decision back by one more decision; what it did to incidents goes back as new versions. */
export const undo = defineCommand({
  name: 'undo',
  options: { tip: TIP, reason: { kind: 'text', required: false, rest: true } },
  access: TEAM,
  async run(core, { tip, reason }, invocation, { language }) {
    const { now } = invocation;
    const by = memberOf(invocation, 'undo');
    const voice = createVoice(core.translator(language), core.gazetteer);
    let taken: string | null = null;
    if (IS_INCIDENT.test(tip)) {
      const hand = { core, by, cause: invocation.cause, now };
      const { ref } = await undoByHand(hand, asRef(tip), UNDO_HOURS);
      return {
        language,
        visibility: 'public',
        blocks: [text(voice.t('did-undo-incident', { incident: ref })), ...(await correction(core, ref, now, voice))],
      };
    }
    const reply = await act(core, invocation, language, {
      tip,
      event: 'undo',
      by,
      ...(reason === undefined ? {} : { content: { reason } }),
      async effect(tx, held) {
        const since = now.getTime() - (held.decidedAt?.getTime() ?? now.getTime());
        if (since > UNDO_HOURS * 3_600_000) throw new UserError('undo-too-late', { n: UNDO_HOURS });
        taken = await takeBack(tx, held, { core, now });
        if (held.state !== 'spam') await tellContact(core, tx, held, { news: 'reopened', words: null }, now);
        return { incidentId: null };
      },
      said: ({ t }, { row }) => [text(t('did-undo', { ref: row.ref, who: by.name }))],
    });
    return taken === null ? reply : withCorrection(reply, await correction(core, taken, now, voice));
  },
});
