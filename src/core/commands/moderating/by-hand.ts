import { isDeepStrictEqual } from 'node:util';
import { type IncidentRow, judgedAccounts, readIncidentRow } from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import { changesShown, nowAndThen, unusedShown } from '../../moderation/changes-shown.ts';
import { toBeTold } from '../../moderation/corrections.ts';
import { fieldSaid } from '../../moderation/draft-fields.ts';
import { CHANGED } from '../../moderation/field-words.ts';
import { inBoth } from '../../moderation/in-both.ts';
import { accountByHand, accountOf, changeByHand, createByHand, type Hand } from '../../moderation/publishing/by-hand.ts';
import { changeOf, incidentFieldSaid } from '../../moderation/publishing/incident-fields.ts';
import { incidentOfDraft } from '../../moderation/publishing/incident-of-draft.ts';
import { outcomeOf } from '../../moderation/publishing/outcome.ts';
import { outcomeShown } from '../../moderation/publishing/outcome-shown.ts';
import type { Block } from '../../reply/reply.ts';
import { sourceName } from '../../summary/source-name.ts';
import type { Voice } from '../../summary/voice.ts';
import { type Draft, emptyDraft } from '../../tips/draft.ts';
import { understoodBlocks } from '../../tips/understood.ts';
import { UserError } from '../../user-error.ts';
import type { Invocation, Option } from '../command.ts';
import { asRef } from '../incident.ts';
import { languageOf } from '../message.ts';
import { memberOf } from '../team.ts';
import { readAccount } from './account-told.ts';
import { aimOf, loggedAs, nameOf, reasonShown, saidOf } from './fields.ts';
import { text } from './on-tips.ts';
import { proposing, said } from './proposing.ts';

const REST = { kind: 'text', required: true, rest: true } as const satisfies Option;
const REF = { kind: 'text', required: true } as const satisfies Option;

export const handOf = (core: Core, invocation: Invocation, command: string): Hand => ({
  core,
  by: memberOf(invocation, command),
  cause: invocation.cause,
  now: invocation.now,
});

/** Offers to tell those who were shown it as it was. */
export async function correction(core: Core, ref: string, now: Date, { t }: Voice): Promise<Block[]> {
  const n = await toBeTold(core.store.db, ref, now);
  return n === 0
    ? []
    : [{ kind: 'actions', actions: [{ label: t('correct-askers', { n }), command: 'correct', args: { incident: ref } }] }];
}

const opener = (ref: string): Block => ({ kind: 'actions', actions: [{ label: ref, command: 'incident', args: { ref } }] });

const read = (core: Core, words: string, today: string): Draft =>
  core.reports.draft({ words: [{ text: words, today }], pin: null });

/** An incident in a sentence or two of the moderator's own. */
export const [newIncident, create] = proposing({
  name: 'new',
  saves: 'create',
  options: { text: REST },
  read({ core, args, invocation, voice }) {
    const draft = { ...read(core, args.text, invocation.today), summary: { [languageOf(args.text) ?? 'en']: args.text } };
    const made = incidentOfDraft(draft, core);
    if (!made) throw new UserError('tip-incomplete', { words: voice.t(draft.day ? 'new-missing.place' : 'new-missing.day') });
    return { draft, made };
  },
  show: ({ draft }, { args, voice }) => ({
    blocks: [text(voice.t('new-shown')), ...understoodBlocks(draft, voice).slice(1, 2)],
    button: { label: voice.t('new-save'), args: { text: args.text } },
  }),
  async save({ made }, { core, invocation, voice }) {
    const { ref } = await createByHand(handOf(core, invocation, 'create'), made);
    return said(voice.language, [text(voice.t('did-create', { incident: ref })), opener(ref)]);
  },
});

/** `BDY-7K3Q9F`, or with the version that was seen, as buttons carry it; without one, the one that is read now. */
export async function seenIncident(core: Core, typed: string): Promise<{ row: IncidentRow; version: number }> {
  const [ref = '', version] = typed.split('@');
  const row = await readIncidentRow(core.store.db, asRef(ref));
  if (!row || row.status === 'draft') throw new UserError('no-such-incident', { ref: ref.slice(0, 32) });
  return { row, version: version !== undefined && /^\d{1,9}$/u.test(version) ? Number(version) : row.version };
}

export const asShown = ({ ref, version }: IncidentRow): string => `${ref}@${version}`;

/** Corrects a field of an incident. */
export const [change, rewrite] = proposing({
  name: 'change',
  saves: 'rewrite',
  options: { incident: REF, field: REF, value: REST },
  async read({ core, args, invocation, voice }) {
    const aim = aimOf(args.field, CHANGED, voice);
    const name = nameOf(aim, voice);
    const { row, version } = await seenIncident(core, args.incident);
    const { value, reason } = saidOf(aim, args.value);
    const changed = changeOf(aim, value, row, core, invocation.today);
    if (!changed) throw new UserError('value-not-understood', { said: value.slice(0, 80), name });
    const after: IncidentRow = { ...row, ...changed.change };
    if (isDeepStrictEqual(after, row)) throw new UserError('nothing-changes', { ref: row.ref, name });
    return { aim, name, row, version, after, reason, ...changed };
  },
  async show({ aim, name, row, after, reason, change: changed, unused }, { core, args, voice }) {
    const outcome = await outcomeOf(core.store.db, row, { change: changed }, core);
    const as = (one: IncidentRow) => incidentFieldSaid(aim, one, core, voice);
    return {
      blocks: [
        text(voice.t('edit-shown', { ref: row.ref, name })),
        ...changesShown([nowAndThen(name, as(row), as(after), voice)], voice),
        ...outcomeShown(row, outcome, { core, voice, told: [aim.field] }),
        ...reasonShown(reason, voice),
        ...unusedShown(unused, voice),
      ],
      button: { label: voice.t('edit-save'), args: { incident: asShown(row), field: aim.name, value: args.value } },
    };
  },
  async save({ aim, name, row, version, after, reason, change: changed }, { core, invocation, voice }) {
    const as = (one: IncidentRow) => inBoth(core, (in_) => incidentFieldSaid(aim, one, core, in_));
    const words = { field: loggedAs(aim), before: as(row), after: as(after), ...(reason === null ? {} : { reason }) };
    const { ref } = row;
    await changeByHand(handOf(core, invocation, 'rewrite'), { ref, version, change: changed, said: words });
    const sentence = voice.t('did-rewrite', { incident: ref, name });
    return said(voice.language, [text(sentence), opener(ref), ...(await correction(core, ref, invocation.now, voice))]);
  },
});

/** One more source that tells of an incident. */
export const [account, attest] = proposing({
  name: 'account',
  saves: 'attest',
  options: { incident: REF, told: REST },
  async read({ core, args, invocation }) {
    const account = readAccount(core, args.told, invocation.today);
    const { row, version } = await seenIncident(core, args.incident);
    const { source, told } = account;
    const isThere = (await judgedAccounts(core.store.db, row.id)).some(
      ({ sourceId, stance, tolls, url }) => sourceId === source.id && isDeepStrictEqual({ stance, tolls, url }, told),
    );
    if (isThere) throw new UserError('account-exists', { name: source.name, ref: row.ref });
    return { ...account, row, version };
  },
  async show({ source, told, row, unused }, { core, args, voice }) {
    const { t } = voice;
    const outcome = await outcomeOf(core.store.db, row, { account: accountOf(source, told) }, core);
    const facts = [
      [t('incident-field.casualties'), fieldSaid('casualties', { ...emptyDraft(), tolls: told.tolls }, voice)],
      [t('shown-stance'), t(`stance-told.${told.stance}`)],
      [t('shown-url'), told.url ?? '–'],
    ] as const;
    return {
      blocks: [
        text(t('account-shown', { source: sourceName(source.name, source.nameAr, voice), incident: row.ref })),
        { kind: 'facts', facts: facts.map(([label, value]) => ({ label, value: [value] })) },
        ...outcomeShown(row, outcome, { core, voice }),
        ...unusedShown(unused, voice),
      ],
      button: { label: t('edit-save'), args: { incident: asShown(row), told: args.told } },
    };
  },
  async save({ source, told, row, version }, { core, invocation, voice }) {
    const { t } = voice;
    const { ref } = row;
    const saved = await accountByHand(handOf(core, invocation, 'attest'), { ref, version, source, told });
    const sentence = t('did-account', {
      incident: ref,
      source: sourceName(source.name, source.nameAr, voice),
      stance: t(`stance-told.${told.stance}`),
      evidence: t(`evidence.${saved.evidence}`),
    });
    return said(voice.language, [text(sentence), opener(ref), ...(await correction(core, ref, invocation.now, voice))]);
  },
});
