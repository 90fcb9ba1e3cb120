import { isRefTaken } from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import { act, present, withCard } from '../../moderation/act.ts';
import { fieldSaid } from '../../moderation/draft-fields.ts';
import { furtherOf } from '../../moderation/further.ts';
import { coarsened } from '../../moderation/publishing/coarsen.ts';
import { fieldSource } from '../../moderation/publishing/field-source.ts';
import { type DraftedIncident, incidentOfDraft, missingIn } from '../../moderation/publishing/incident-of-draft.ts';
import { noteOnIncident } from '../../moderation/publishing/note-on-incident.ts';
import { publish } from '../../moderation/publishing/publish.ts';
import { follow } from '../../moderation/states.ts';
import type { Member } from '../../moderation/team.ts';
import { tellContact } from '../../moderation/tell-contact.ts';
import { findTip, seen, type TipView } from '../../moderation/tip-view.ts';
import { agreedByTwo, type Waits, waitsSaid } from '../../moderation/two-people.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { type Draft, emptyDraft } from '../../tips/draft.ts';
import { openContent } from '../../tips/tip-content.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand } from '../command.ts';
import { memberOf } from '../team.ts';
import { TEAM, TIP, text } from './on-tips.ts';

const HOW = ['show', 'publish', 'coarse'] as const;

function incomplete(draft: Draft, { t }: Voice): UserError {
  const missing = missingIn(draft);
  const words = missing.length > 0 ? missing.map((one) => t(`card-missing.${one}`)).join(' ') : t('publish-nowhere');
  return new UserError('tip-incomplete', { words });
}

/** Everything that others will read, in the words that they will read. */
function shown(draft: Draft, incident: DraftedIncident, trust: TipView['trust'], voice: Voice): Block[] {
  const { t, either, unit, joined, days } = voice;
  const source = fieldSource(trust);
  const units = [incident.admin2, incident.admin1].flatMap((one) => (one ? [unit(one)] : []));
  const where = joined([...new Set([either(incident.placeEn, incident.placeAr ?? null), ...units])]);
  const facts = [
    [t('draft-field.day'), days.known(incident.eventDateStart, incident.eventDateEnd, incident.datePrec)],
    [t('draft-field.place'), `${where} (${incident.lat.toFixed(2)}, ${incident.lon.toFixed(2)})`],
    [t('draft-field.tactics'), fieldSaid('tactics', draft, voice)],
    [t('draft-field.attackers'), fieldSaid('actors', draft, voice)],
    [t('draft-field.targets'), fieldSaid('targets', draft, voice)],
    [t('draft-field.tolls'), fieldSaid('casualties', draft, voice)],
    [t('publish-source'), joined([either(source.name, source.nameAr ?? null), `${source.reliability}6`])],
    [t('publish-summary'), t.quote(incident.summaryEn)],
    ['', t.quote(incident.summaryAr ?? '')],
  ] as const;
  return [{ kind: 'facts', facts: facts.map(([label, value]) => ({ label: label || t('publish-summary-ar'), value: [value] })) }];
}

async function preview(core: Core, view: TipView, voice: Voice): Promise<Reply> {
  const { t, language } = voice;
  if (follow(view.row.state, 'approve') === null) {
    return withCard(core, view, voice, [text(t('mod-cannot', { state: t(`mod-state.${view.row.state}`) }))]);
  }
  const draft = view.content?.draft ?? emptyDraft();
  const incident = incidentOfDraft(draft, core);
  if (!incident) throw incomplete(draft, voice);
  const button = (how: 'publish' | 'coarse') => ({
    label: t(`publish-button.${how}`),
    command: 'approve',
    args: { tip: seen(view), how },
  });
  return {
    language,
    visibility: 'public',
    blocks: [
      text(t('publish-shown', { ref: view.row.ref })),
      ...shown(draft, incident, view.row.trust, voice),
      ...(await furtherOf(core, view))(voice),
      { kind: 'note', tone: 'plain', content: [t('publish-coarse-note')] },
      { kind: 'actions', actions: [button('publish'), button('coarse')] },
    ],
  };
}

/** What a stranger tells is published when two people have seen the same of it; null: they have. */
const anotherAgrees = (core: Core, typed: string, by: Member, now: Date): Promise<Waits | null> =>
  core.store.db.transaction(async (tx) => {
    const view = await present(core, tx, (await findTip(tx, typed)).id);
    if (view.row.trust !== 'unknown' || follow(view.row.state, 'approve') === null) return null;
    const about = seen(view);
    return agreedByTwo(
      core,
      tx,
      {
        kind: 'publish',
        about,
        by,
        least: 'moderator',
        // whoever agrees sees first what they agree to
        agree: { command: 'approve', args: { tip: about } },
        said: ({ t }) => t('consent-what.publish', { ref: view.row.ref }),
      },
      now,
    );
  });

/** Shows what would be published; then publishes it, as it is or in coarser terms of place and time. */
export const approve = defineCommand({
  name: 'approve',
  options: { tip: TIP, how: { kind: 'choice', choices: HOW, required: false } },
  access: TEAM,
  async run(core, { tip, how = 'show' }, invocation, { language }) {
    const { now } = invocation;
    const voice = createVoice(core.translator(language), core.gazetteer);
    if (how === 'show') {
      const { db } = core.store;
      return preview(core, await present(core, db, (await findTip(db, tip)).id), voice);
    }
    const by = memberOf(invocation, 'approve');
    const waits = core.twoToPublish ? await anotherAgrees(core, tip, by, now) : null;
    if (waits) return { language, visibility: 'public', blocks: [text(waitsSaid(waits, voice.t))] };
    const content: Record<string, unknown> = {};
    let source: string | null = null;
    const reply = await act(core, invocation, language, {
      tip,
      event: 'approve',
      by,
      content,
      async effect(tx, held) {
        const whole = openContent(core.vault, held.id, held.draft)?.draft ?? emptyDraft();
        const draft = how === 'coarse' ? coarsened(whole, core.gazetteer) : whole;
        if (!incidentOfDraft(draft, core)) throw incomplete(draft, voice);
        const incident = await publish(tx, held, draft, { core, now, isTaken: isRefTaken });
        content.incident = incident.ref;
        source = fieldSource(held.trust).id;
        await tellContact(core, tx, held, { news: 'accepted', words: null }, now);
        const published = {
          event: 'published',
          ref: incident.ref,
          by,
          content: { tip: held.ref, version: incident.version },
        } as const;
        await noteOnIncident(tx, core.vault, published, now);
        return { incidentId: incident.id };
      },
      said: ({ t }, { row }) => [
        text(t('did-approve', { ref: row.ref, incident: String(content.incident), who: by.name })),
        {
          kind: 'actions',
          actions: [{ label: String(content.incident), command: 'incident', args: { ref: String(content.incident) } }],
        },
      ],
    });
    if (source !== null && !core.gazetteer.sources.has(source)) await core.namesChanged?.();
    return reply;
  },
});
