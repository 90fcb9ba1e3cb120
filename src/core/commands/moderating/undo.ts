import type { Core } from '../../core.ts';
import { act } from '../../moderation/act.ts';
import { changesShown, warning } from '../../moderation/changes-shown.ts';
import { noteOnIncident } from '../../moderation/publishing/note-on-incident.ts';
import { incidentChanges } from '../../moderation/publishing/outcome-shown.ts';
import { type TakenBack, takeBack } from '../../moderation/publishing/take-back.ts';
import { undoByHand } from '../../moderation/publishing/undo-by-hand.ts';
import { workSaid } from '../../moderation/publishing/work-said.ts';
import { withoutLeads } from '../../moderation/without-leads.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { fieldsSaid } from '../../summary/changed-fields.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand, type Invocation } from '../command.ts';
import { asRef, IS_INCIDENT } from '../incident.ts';
import { memberOf } from '../team.ts';
import { correction, handOf } from './by-hand.ts';
import { TEAM, TIP, text } from './on-tips.ts';
import { said } from './proposing.ts';

export const UNDO_HOURS = 24;

const stays = (kept: readonly string[], voice: Voice): Block[] =>
  kept.length === 0 ? [] : [warning(voice.t('undo-kept', { fields: fieldsSaid(kept, voice) }))];

/** The last work on an incident that still stands; said again, the one before it. */
async function undoOnIncident(
  core: Core,
  ref: string,
  reason: string | null,
  invocation: Invocation,
  voice: Voice,
): Promise<Reply> {
  const { t } = voice;
  const hand = handOf(core, invocation, 'undo');
  const { before, after, work, next, kept } = await undoByHand(hand, ref, { hours: UNDO_HOURS, reason });
  const further: Block[] = next
    ? [
        text(t('undo-next', { what: workSaid(next.event, next.content, voice) })),
        { kind: 'actions', actions: [{ label: t('undo-further'), command: 'undo', args: { tip: ref } }] },
      ]
    : [text(t('undo-no-next', { incident: ref }))];
  return said(voice.language, [
    text(t('did-undo-incident', { incident: ref, what: work ? workSaid(work.event, work.content, voice) : t('work.something') })),
    ...changesShown(incidentChanges(before, after, { core, voice, labels: ['undo-was', 'undo-is'] }), voice),
    ...stays(kept, voice),
    ...further,
    ...(await correction(core, ref, invocation.now, voice)),
  ]);
}

/** Takes a decision back by one more decision; what it did to incidents goes back as new versions. */
export const undo = defineCommand({
  name: 'undo',
  options: { tip: TIP, reason: { kind: 'text', required: false, rest: true } },
  access: TEAM,
  async run(core, { tip, reason }, invocation, { language }) {
    const { now } = invocation;
    const by = memberOf(invocation, 'undo');
    const voice = createVoice(core.translator(language), core.gazetteer);
    if (IS_INCIDENT.test(tip))
      return undoOnIncident(core, asRef(tip), reason === undefined ? null : withoutLeads(reason), invocation, voice);
    let taken: TakenBack | null = null;
    const why = reason === undefined ? {} : { reason: withoutLeads(reason) };
    const reply = await act(core, invocation, language, {
      tip,
      event: 'undo',
      by,
      content: why,
      async effect(tx, held) {
        const since = now.getTime() - (held.decidedAt?.getTime() ?? now.getTime());
        if (since > UNDO_HOURS * 3_600_000) throw new UserError('undo-too-late', { n: UNDO_HOURS });
        taken = await takeBack(tx, held, { core, now });
        if (taken) {
          const content = { tip: held.ref, did: held.state === 'accepted' ? 'published' : 'merged', undid: taken.undid, ...why };
          await noteOnIncident(tx, core.vault, { event: 'unmerged', ref: taken.ref, by, content }, now);
        }
        return { incidentId: null };
      },
      said: ({ t }, { row }) => [text(t('did-undo', { ref: row.ref, who: by.name }))],
    });
    if (taken === null) return reply;
    const { ref, kept }: TakenBack = taken;
    return { ...reply, blocks: [...reply.blocks, ...stays(kept, voice), ...(await correction(core, ref, now, voice))] };
  },
});
