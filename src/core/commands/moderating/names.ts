import { addSource, addSpelling } from '../../../db/queries/incident-writing.ts';
import { RELIABILITY, type Reliability, SOURCE_KINDS, type SourceKind } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import type { Actor, Place } from '../../gazetteer/gazetteer.ts';
import { record } from '../../moderation/record.ts';
import type { Member } from '../../moderation/team.ts';
import { fold } from '../../question/text.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand } from '../command.ts';
import { languageOf } from '../message.ts';
import { memberOf } from '../team.ts';
import { TEAM, text } from './on-tips.ts';

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

/** A source that accounts can come from. Reliability belongs to the source: what it says of one incident is judged apart. */
export const addsource = defineCommand({
  name: 'addsource',
  options: {
    reliability: { kind: 'choice', choices: RELIABILITY, required: true },
    kind: { kind: 'choice', choices: SOURCE_KINDS.map(wordOf), required: true },
    name: { kind: 'text', required: true, rest: true },
  },
  access: TEAM,
  async run(core, args, invocation, { language }) {
    const by = memberOf(invocation, 'addsource');
    const { now } = invocation;
    const [name = '', nameAr] = args.name.split('/').map((part) => part.trim());
    if (name === '') throw new UserError('missing-option', { command: 'addsource', option: 'name' });
    const known = [...core.gazetteer.sources.values()].find((one) => fold(one.name) === fold(name));
    if (known) throw new UserError('name-exists', { name, known: known.name });
    const id = idFrom(name, core.newId);
    const reliability = reliabilityOf(args.reliability);
    const row = { id, name, nameAr: nameAr || null, kind: kindOf(args.kind), affiliation: '', side: null, reliability };
    await core.store.db.transaction(async (tx) => {
      await addSource(tx, row, { why: 'added by the team', now });
      await record(tx, core.vault, noted(by, 'source', id, 'added', { after: name }), now);
    });
    await core.namesChanged?.();
    return { language, visibility: 'public', blocks: [text(core.translator(language)('did-addsource', { name, reliability }))] };
  },
});

type Named = Pick<Place | Actor, 'id' | 'name' | 'nameAr' | 'spellings'>;

const calledSo = (all: Iterable<Named>, wanted: string): Named[] =>
  [...all].filter(({ name, nameAr, spellings }) =>
    [name, nameAr, ...spellings.map((spelling) => spelling.text)].some((one) => fold(one) === wanted),
  );

/** The one that is meant: of namesakes the one that a question would mean. */
function findNamed(kind: 'place' | 'actor', said: string, core: Core, today: string): Named {
  const all = kind === 'place' ? core.gazetteer.places : core.gazetteer.actors;
  const found = calledSo(all.values(), fold(said));
  const { question } = core.reader.read(said, { now: today, previous: null });
  const { perpetrator, target, any } = question.actors;
  const asked = new Set([...question.places.map(({ id }) => id), ...perpetrator, ...target, ...any]);
  const meant = found.filter(({ id, name }) => asked.has(id) || asked.has(name));
  const [only] = found.length === 1 ? found : meant;
  if (!only) throw new UserError('no-such-name', { known: kind, name: said.slice(0, 60) });
  return only;
}

const LONGEST = 80;

/** A spelling that questions and tips are read by from then on. */
export const alias = defineCommand({
  name: 'alias',
  options: {
    kind: { kind: 'choice', choices: ['place', 'actor'], required: true },
    names: { kind: 'text', required: true, rest: true },
  },
  access: TEAM,
  async run(core, args, invocation, { language }) {
    const by = memberOf(invocation, 'alias');
    const { now, today } = invocation;
    const [said = '', spelling = '', ...more] = args.names.split('=').map((part) => part.trim());
    if (said === '' || spelling === '' || more.length > 0 || spelling.length > LONGEST) throw new UserError('alias-shape');
    const kind = args.kind === 'actor' ? 'actor' : 'place';
    const meant = findNamed(kind, said, core, today);
    const row = { id: meant.id, language: languageOf(spelling) ?? 'en', spelling };
    await core.store.db.transaction(async (tx) => {
      if (!(await addSpelling(tx, kind, row, { why: 'added by the team', now }))) {
        throw new UserError('name-exists', { name: spelling, known: meant.name });
      }
      await record(tx, core.vault, noted(by, kind, meant.id, 'alias', { after: spelling }), now);
    });
    await core.namesChanged?.();
    const t = core.translator(language);
    const name = language === 'ar' ? meant.nameAr : meant.name;
    return { language, visibility: 'public', blocks: [text(t('did-alias', { spelling, name }))] };
  },
});
