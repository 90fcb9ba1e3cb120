import { addSource, addSpelling } from '../../../db/queries/incident-writing.ts';
import {
  PARTIES,
  type Party,
  RELIABILITY,
  type Reliability,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import type { Actor, Place } from '../../gazetteer/gazetteer.ts';
import { warning } from '../../moderation/changes-shown.ts';
import { record } from '../../moderation/record.ts';
import type { Member } from '../../moderation/team.ts';
import { fold } from '../../question/text.ts';
import { UserError } from '../../user-error.ts';
import { languageOf } from '../message.ts';
import { memberOf } from '../team.ts';
import { text } from './on-tips.ts';
import { proposing, said } from './proposing.ts';

/** As a word: `state-media`. */
const wordOf = (kind: SourceKind) => kind.replaceAll(' ', '-');
const kindOf = (word: string): SourceKind => SOURCE_KINDS.find((kind) => wordOf(kind) === word) ?? 'media';
const reliabilityOf = (word: string): Reliability => RELIABILITY.find((one) => one === word) ?? 'F';

const idFrom = (name: string, newId: () => string): string => {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return `${plain.slice(0, 32) || 'source'}-${newId().slice(0, 4)}`;
};

const noted = (
  by: Member,
  subject: 'source' | 'place' | 'actor',
  subjectId: string,
  event: string,
  content: Record<string, unknown>,
) => ({
  subject,
  subjectId,
  event,
  by: { kind: 'moderator' as const, id: by.id },
  cause: null,
  content,
});

/** Who takes no side is independent. */
const SIDES = ['independent', ...PARTIES] as const;
const sideOf = (word: string): Party | null => PARTIES.find((one) => one === word) ?? null;

/** A source that accounts can come from. Reliability belongs to the source: what it says of one incident is judged apart. */
export const [addsource, enlist] = proposing({
  name: 'addsource',
  saves: 'enlist',
  options: {
    reliability: { kind: 'choice', choices: RELIABILITY, required: true },
    kind: { kind: 'choice', choices: SOURCE_KINDS.map(wordOf), required: true },
    side: { kind: 'choice', choices: SIDES, required: true },
    name: { kind: 'text', required: true, rest: true },
  },
  read({ core, args }) {
    const [name = '', nameAr] = args.name.split('/').map((part) => part.trim());
    if (name === '') throw new UserError('missing-option', { command: 'addsource', option: 'name' });
    const known = [...core.gazetteer.sources.values()].find((one) =>
      [one.name, one.nameAr].some(
        (called) => called !== null && [name, nameAr].some((said) => said && fold(said) === fold(called)),
      ),
    );
    if (known) throw new UserError('name-exists', { name, known: known.name });
    const reliability = reliabilityOf(args.reliability);
    return { name, nameAr: nameAr || null, kind: kindOf(args.kind), side: sideOf(args.side), reliability };
  },
  show({ name, nameAr, kind, side, reliability }, { args, voice: { t } }) {
    const facts = [
      [t('shown-name'), t.quote(name)],
      [t('shown-name-ar'), nameAr === null ? '–' : t.quote(nameAr)],
      [t('source-kind'), t(`source-kind.${wordOf(kind)}`)],
      [t('shown-side'), side === null ? t('side-independent') : t(`party.${side}`)],
      [t('source-reliability'), t(`source-reliability.${reliability}`)],
    ] as const;
    return {
      blocks: [text(t('addsource-shown')), { kind: 'facts', facts: facts.map(([label, value]) => ({ label, value: [value] })) }],
      button: { label: t('edit-save'), args },
    };
  },
  async save(read, { core, invocation, voice: { t, language } }) {
    const by = memberOf(invocation, 'enlist');
    const { now } = invocation;
    const { name, reliability } = read;
    const id = idFrom(name, core.newId);
    await core.store.db.transaction(async (tx) => {
      await addSource(tx, { ...read, id, affiliation: '' }, { why: 'added by the team', now });
      await record(tx, core.vault, noted(by, 'source', id, 'added', { after: name }), now);
    });
    await core.namesChanged?.();
    return said(language, [text(t('did-addsource', { name, reliability }))]);
  },
});

type Named = Pick<Place | Actor, 'id' | 'name' | 'nameAr' | 'spellings'>;

const calledSo = (all: Iterable<Named>, wanted: string): Named[] =>
  [...all].filter(({ name, nameAr, spellings }) =>
    [name, nameAr, ...spellings.map((spelling) => spelling.text)].some((one) => fold(one) === wanted),
  );

/** The one that is meant: of namesakes the one that a question would mean. */
function findNamed(kind: 'place' | 'actor', name: string, core: Core, today: string): Named {
  const all = kind === 'place' ? core.gazetteer.places : core.gazetteer.actors;
  const found = calledSo(all.values(), fold(name));
  const { question } = core.reader.read(name, { now: today, previous: null });
  const { perpetrator, target, any } = question.actors;
  const asked = new Set([...question.places.map(({ id }) => id), ...perpetrator, ...target, ...any]);
  const meant = found.filter((one) => asked.has(one.id) || asked.has(one.name));
  const [only] = found.length === 1 ? found : meant;
  if (!only) throw new UserError('no-such-name', { known: kind, name: name.slice(0, 60) });
  return only;
}

const LONGEST = 80;

/** A spelling that questions and tips are read by from then on. */
export const [alias, spell] = proposing({
  name: 'alias',
  saves: 'spell',
  options: {
    kind: { kind: 'choice', choices: ['place', 'actor'], required: true },
    names: { kind: 'text', required: true, rest: true },
  },
  read({ core, args, invocation }) {
    const [name = '', spelling = '', ...more] = args.names.split('=').map((part) => part.trim());
    if (name === '' || spelling === '' || more.length > 0 || spelling.length > LONGEST) throw new UserError('alias-shape');
    const kind: 'place' | 'actor' = args.kind === 'actor' ? 'actor' : 'place';
    const meant = findNamed(kind, name, core, invocation.today);
    if (calledSo([meant], fold(spelling)).length > 0) throw new UserError('name-exists', { name: spelling, known: meant.name });
    const all: Iterable<Named> = kind === 'place' ? core.gazetteer.places.values() : core.gazetteer.actors.values();
    return { kind, meant, spelling, others: calledSo(all, fold(spelling)) };
  },
  show({ meant, spelling, others }, { args, voice }) {
    const { t, either } = voice;
    const name = either(meant.name, meant.nameAr);
    const also = t.list([...new Set(others.map((other) => either(other.name, other.nameAr)))]);
    return {
      blocks: [
        text(t('alias-shown', { spelling, name })),
        ...(others.length > 0 ? [warning(t('alias-shared', { spelling, names: also }))] : []),
      ],
      button: { label: t('edit-save'), args },
    };
  },
  async save({ kind, meant, spelling }, { core, invocation, voice: { t, language, either } }) {
    const by = memberOf(invocation, 'spell');
    const { now } = invocation;
    const row = { id: meant.id, language: languageOf(spelling) ?? 'en', spelling };
    await core.store.db.transaction(async (tx) => {
      if (!(await addSpelling(tx, kind, row, { why: 'added by the team', now }))) {
        throw new UserError('name-exists', { name: spelling, known: meant.name });
      }
      await record(tx, core.vault, noted(by, kind, meant.id, 'alias', { after: spelling }), now);
    });
    await core.namesChanged?.();
    return said(language, [text(t('did-alias', { spelling, name: either(meant.name, meant.nameAr) }))]);
  },
});
