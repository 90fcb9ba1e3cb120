import { readIncidentRow } from '../../../db/queries/incident-writing.ts';
import { STANCES } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import { toBeTold } from '../../moderation/corrections.ts';
import { accountByHand, changeByHand, createByHand, type Hand } from '../../moderation/publishing/by-hand.ts';
import { CHANGED, type Changed, changeOf, incidentFieldSaid, isChanged } from '../../moderation/publishing/incident-fields.ts';
import { incidentOfDraft } from '../../moderation/publishing/incident-of-draft.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import type { Draft } from '../../tips/draft.ts';
import { understoodBlocks } from '../../tips/understood.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand, type Invocation, type Option } from '../command.ts';
import { asRef } from '../incident.ts';
import { findSource } from '../source.ts';
import { memberOf } from '../team.ts';
import { TEAM, text } from './on-tips.ts';

const REST = { kind: 'text', required: true, rest: true } as const satisfies Option;
const REF = { kind: 'text', required: true } as const satisfies Option;

const handOf = (core: Core, invocation: Invocation, command: string): Hand => ({
  core,
  by: memberOf(invocation, command),
  cause: invocation.cause,
  now: invocation.now,
});

const said = (language: Reply['language'], blocks: Block[]): Reply => ({ language, visibility: 'public', blocks });

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

function drafted(core: Core, words: string, today: string, { t }: Voice) {
  const draft = { ...read(core, words, today), summary: words };
  const made = incidentOfDraft(draft, core);
  if (!made) throw new UserError('tip-incomplete', { words: t(draft.day ? 'new-missing.place' : 'new-missing.day') });
  return { draft, made };
}

/** An incident in a sentence or two of the moderator's own: shows what was understood before it is written. */
export const newIncident = defineCommand({
  name: 'new',
  options: { text: REST },
  access: TEAM,
  async run(core, args, { today }, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { draft } = drafted(core, args.text, today, voice);
    const actions = [{ label: voice.t('new-save'), command: 'create', args: { text: args.text } }];
    return said(language, [
      text(voice.t('new-shown')),
      ...understoodBlocks(draft, voice).slice(1, 2),
      { kind: 'actions', actions },
    ]);
  },
});

export const create = defineCommand({
  name: 'create',
  options: { text: REST },
  access: TEAM,
  unlisted: true,
  async run(core, args, invocation, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { made } = drafted(core, args.text, invocation.today, voice);
    const { ref } = await createByHand(handOf(core, invocation, 'create'), made);
    return said(language, [text(voice.t('did-create', { incident: ref })), opener(ref)]);
  },
});

const FIELD = { kind: 'choice', choices: CHANGED, required: true } as const satisfies Option;

/** `BDY-7K3Q9F`, or with the version that was seen, as buttons carry it. */
function readSeen(typed: string): { ref: string; version: number | null } {
  const [ref = '', version] = typed.split('@');
  return { ref: asRef(ref), version: version === undefined || !/^\d{1,9}$/u.test(version) ? null : Number(version) };
}

async function changing(core: Core, args: { incident: string; field: string; value: string }, today: string, voice: Voice) {
  const { ref, version } = readSeen(args.incident);
  const field: Changed = isChanged(args.field) ? args.field : 'summary';
  const row = await readIncidentRow(core.store.db, ref);
  if (!row || row.status === 'draft') throw new UserError('no-such-incident', { ref: args.incident.slice(0, 32) });
  const change = changeOf(field, args.value, core, today);
  const name = voice.t(`incident-field.${field}`);
  if (!change) throw new UserError('value-not-understood', { said: args.value.slice(0, 80), name });
  const before = incidentFieldSaid(field, row, core, voice);
  const after = incidentFieldSaid(field, { ...row, ...change } as typeof row, core, voice);
  return { ref, version, change, row, field, said: { field: name, before, after } };
}

/** Shows what a change would make of an incident; nothing is saved before the button. */
export const change = defineCommand({
  name: 'change',
  options: { incident: REF, field: FIELD, value: REST },
  access: TEAM,
  async run(core, args, { today }, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t } = voice;
    const { ref, row, field, said: words } = await changing(core, args, today, voice);
    const saved = { incident: `${ref}@${row.version}`, field, value: args.value };
    return said(language, [
      text(t('edit-shown', { ref, name: words.field })),
      {
        kind: 'facts',
        facts: [
          { label: t('edit-before'), value: [words.before] },
          { label: t('edit-after'), value: [words.after] },
        ],
      },
      { kind: 'actions', actions: [{ label: t('edit-save'), command: 'rewrite', args: saved }] },
    ]);
  },
});

export const rewrite = defineCommand({
  name: 'rewrite',
  options: { incident: REF, field: FIELD, value: REST },
  access: TEAM,
  unlisted: true,
  async run(core, args, invocation, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { ref, version, change, said: words } = await changing(core, args, invocation.today, voice);
    const done = await changeByHand(handOf(core, invocation, 'rewrite'), { ref, version, change, said: words });
    const sentence = voice.t(done ? 'did-rewrite' : 'incident-changed-since', { incident: ref, name: words.field });
    return said(language, [text(sentence), opener(ref), ...(await correction(core, ref, invocation.now, voice))]);
  },
});

/** "SOHR: 5 soldiers killed, claim, https://…" */
const TOLD = /^(?<source>[^:]{2,80}):\s*(?<rest>[\s\S]+)$/u;
const URL = /https?:\/\/\S+/iu;
const URLS = /https?:\/\/\S+/giu;

/** One more source that tells of an incident. */
export const account = defineCommand({
  name: 'account',
  options: { incident: REF, told: REST },
  access: TEAM,
  async run(core, args, invocation, { language }) {
    const { t } = createVoice(core.translator(language), core.gazetteer);
    const { source: name, rest } = TOLD.exec(args.told)?.groups ?? {};
    if (name === undefined || rest === undefined) throw new UserError('account-shape');
    const source = findSource(core.gazetteer.sources.values(), name.trim());
    const words = rest.replace(URLS, ' ').trim();
    const stance = STANCES.find((one) => new RegExp(`(?<!\\p{L})${one}(?!\\p{L})`, 'iu').test(words)) ?? 'report';
    const { tolls } = read(core, words, invocation.today);
    const ref = asRef(args.incident);
    const url = URL.exec(rest)?.[0] ?? null;
    const row = await accountByHand(handOf(core, invocation, 'account'), ref, { sourceId: source.id, stance, tolls, url });
    return said(language, [
      text(
        t('did-account', {
          incident: ref,
          source: source.name,
          stance: t(`stance-told.${stance}`),
          evidence: t(`evidence.${row.evidence}`),
        }),
      ),
      opener(ref),
    ]);
  },
});
