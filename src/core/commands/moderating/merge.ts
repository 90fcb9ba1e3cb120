import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import { act, cannot, present } from '../../moderation/act.ts';
import { type ChangeShown, changesShown } from '../../moderation/changes-shown.ts';
import { fieldSaid } from '../../moderation/draft-fields.ts';
import { compareWith } from '../../moderation/duplicates/suggest.ts';
import type { Edited } from '../../moderation/field-words.ts';
import { tellingOfTip } from '../../moderation/further.ts';
import { inBoth } from '../../moderation/in-both.ts';
import { fieldSource } from '../../moderation/publishing/field-source.ts';
import { incidentFieldSaid } from '../../moderation/publishing/incident-fields.ts';
import { mergeable, mergedAccount, mergeInto } from '../../moderation/publishing/merge.ts';
import { noteOnIncident } from '../../moderation/publishing/note-on-incident.ts';
import { type Outcome, outcomeOf } from '../../moderation/publishing/outcome.ts';
import { outcomeShown } from '../../moderation/publishing/outcome-shown.ts';
import { follow } from '../../moderation/states.ts';
import { tellContact } from '../../moderation/tell-contact.ts';
import { findTip, seen, type TipView } from '../../moderation/tip-view.ts';
import type { Voice } from '../../summary/voice.ts';
import { emptyDraft } from '../../tips/draft.ts';
import { openContent } from '../../tips/tip-content.ts';
import { memberOf } from '../team.ts';
import { asShown, correction, seenIncident } from './by-hand.ts';
import { TIP, text } from './on-tips.ts';
import { proposing } from './proposing.ts';

const COMPARED = ['date', 'place', 'actors', 'targets', 'tactics', 'casualties'] as const satisfies readonly Edited[];

interface Both {
  view: TipView;
  row: IncidentRow;
}

/** The tip beside the incident, field by field: how alike they are, what each says, and what the incident would say. */
async function sideBySide({ view, row }: Both, { change }: Outcome, core: Core, voice: Voice): Promise<ChangeShown[]> {
  const { t } = voice;
  const draft = view.content?.draft ?? emptyDraft();
  const telling = tellingOfTip(view, core);
  const alike = telling && (await compareWith(telling, row, core));
  const likeness: Partial<Record<Edited, string>> = alike
    ? {
        date: t('duplicate-days', { n: alike.days }),
        ...(alike.km === null ? {} : { place: t('duplicate-km', { km: Math.round(alike.km) }) }),
        actors: t(`likeness.${alike.levels.attackers}`),
        targets: t(`likeness.${alike.levels.targets}`),
        tactics: t(`likeness.${alike.levels.tactics}`),
        casualties: t(`likeness-killed.${alike.levels.killed}`),
      }
    : {};
  const named = (name: string, how: string | undefined) => (how === undefined ? name : t('shown-likeness', { name, how }));
  const compared = COMPARED.map((field): ChangeShown => {
    const aim = { field, language: null };
    const [ours, theirs] = [fieldSaid(field, draft, voice), incidentFieldSaid(aim, row, core, voice)];
    const then = incidentFieldSaid(aim, { ...row, ...change }, core, voice);
    return {
      name: named(t(`incident-field.${field}`), likeness[field]),
      values: [
        ...(ours === theirs
          ? [[t('merge-both'), ours] as const]
          : [[t('merge-tip'), ours] as const, [t('merge-incident'), theirs] as const]),
        ...(then === theirs ? [] : [[t('edit-after'), then] as const]),
      ],
    };
  });
  const wording = alike ? [{ name: named(t('merge-wording'), t(`likeness-words.${alike.levels.words}`)), values: [] }] : [];
  return [...compared, ...wording];
}

/** The tip tells of an incident that is there already. */
export const [merge, unite] = proposing({
  name: 'merge',
  saves: 'unite',
  options: { tip: TIP, incident: { kind: 'text', required: true } },
  async read({ core, args }) {
    const { row, version } = await seenIncident(core, args.incident);
    const view = await present(core, core.store.db, (await findTip(core.store.db, args.tip)).id);
    return { view, row: mergeable(row, row.ref), version };
  },
  async show({ view, row }, { core, voice }) {
    const { t } = voice;
    if (follow(view.row.state, 'merge') === null) return { blocks: await cannot(core, view, voice) };
    const draft = view.content?.draft ?? emptyDraft();
    const outcome = await outcomeOf(core.store.db, row, mergedAccount(view.row, draft), core);
    return {
      blocks: [
        text(t('merge-shown', { ref: view.row.ref, incident: row.ref })),
        ...changesShown(await sideBySide({ view, row }, outcome, core, voice), voice),
        ...outcomeShown(row, outcome, { core, voice, told: ['casualties'] }),
      ],
      button: { label: t('card-merge', { ref: row.ref }), args: { tip: seen(view), incident: asShown(row) } },
    };
  },
  async save({ row: { ref }, version }, { core, args, invocation, voice }) {
    const { now } = invocation;
    const by = memberOf(invocation, 'unite');
    let source: string | null = null;
    const reply = await act(core, invocation, voice.language, {
      tip: args.tip,
      event: 'merge',
      by,
      content: { incident: ref },
      async effect(tx, held) {
        const draft = openContent(core.vault, held.id, held.draft)?.draft ?? emptyDraft();
        const { before, after } = await mergeInto(tx, { tip: held, draft, ref, seen: version }, { core, now });
        source = fieldSource(held.trust).id;
        await tellContact(core, tx, held, { news: 'accepted', words: null }, now);
        const toll = (row: IncidentRow) =>
          inBoth(core, (one) => incidentFieldSaid({ field: 'casualties', language: null }, row, core, one));
        const figures = before.version === after.version ? {} : { field: 'casualties', before: toll(before), after: toll(after) };
        const content = { tip: held.ref, ...figures, was: before.version, version: after.version };
        await noteOnIncident(tx, core.vault, { event: 'merged', ref, by, content }, now);
        return { incidentId: after.id };
      },
      said: ({ t }, { row }) => [text(t('did-merge', { ref: row.ref, incident: ref }))],
    });
    if (source === null) return reply;
    if (!core.gazetteer.sources.has(source)) await core.namesChanged?.();
    return { ...reply, blocks: [...reply.blocks, ...(await correction(core, ref, now, voice))] };
  },
});
