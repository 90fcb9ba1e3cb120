import { readDecisions } from '../../../db/queries/decision.ts';
import { readMemberNames } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import { present, withCard } from '../../moderation/act.ts';
import { decisionSaid } from '../../moderation/decision-said.ts';
import { photosOf, pointOf } from '../../moderation/pictures.ts';
import { findTip } from '../../moderation/tip-view.ts';
import type { Block } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { defineCommand } from '../command.ts';
import { asRef, IS_INCIDENT } from '../incident.ts';

async function log(core: Core, subject: 'tip' | 'incident', ref: string, voice: Voice): Promise<Block[]> {
  const names = await readMemberNames(core.store.db);
  const decisions = await readDecisions(core.store.db, subject, ref);
  const items = decisions.map((decision) => {
    const { sentence, details } = decisionSaid(decision, { names, vault: core.vault, voice });
    return { content: [sentence], lines: details.map((detail) => [detail]) };
  });
  return items.length === 0
    ? [{ kind: 'text', content: [voice.t('history-nothing')] }]
    : [{ kind: 'list', ordered: false, items }];
}

/** A tip whole: its card, its photos, where it was. */
export const review = defineCommand({
  name: 'review',
  options: { tip: { kind: 'text', required: true } },
  access: ['moderator', 'lead'],
  async run(core, { tip }, _invocation, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { id } = await findTip(core.store.db, tip);
    const view = await present(core, core.store.db, id);
    const card = await withCard(core, view, voice, []);
    return { ...card, blocks: [...(await pointOf(core, view, voice)), ...photosOf(core, view, voice), ...card.blocks] };
  },
});

/** What was decided on a tip, by whom and when. */
export const history = defineCommand({
  name: 'history',
  options: { tip: { kind: 'text', required: true } },
  access: ['moderator', 'lead'],
  async run(core, { tip }, _invocation, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    if (IS_INCIDENT.test(tip)) {
      const ref = asRef(tip);
      return {
        language,
        visibility: 'public',
        blocks: [{ kind: 'heading', text: ref }, ...(await log(core, 'incident', ref, voice))],
      };
    }
    const { id } = await findTip(core.store.db, tip);
    const { row } = await present(core, core.store.db, id);
    const heading: Block = { kind: 'heading', text: voice.t('card-title', { ref: row.ref }) };
    return { language, visibility: 'public', blocks: [heading, ...(await log(core, 'tip', row.ref, voice))] };
  },
});
