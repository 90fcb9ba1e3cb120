import { readSourceCard } from '../../db/queries/source-card.ts';
import type { SourceName } from '../gazetteer/gazetteer.ts';
import { fold } from '../question/text.ts';
import type { Block } from '../reply/reply.ts';
import { trailingBrackets } from '../reply/trailing.ts';
import { createVoice } from '../summary/voice.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';

/** Names that a sentence can hold. */
const LISTED = 20;

/** "Syrian Observatory for Human Rights (SOHR)" is also called what stands in brackets. */
const callings = ({ name, nameAr }: SourceName): string[] =>
  [name, nameAr ?? '']
    .flatMap((one) => [one, trailingBrackets(one).inside])
    .filter(Boolean)
    .map(fold);

/** The one source that is meant: by one of its names whole, else by a part that no other shares. Throws UserError that lists what fits. */
export function findSource(all: Iterable<SourceName>, said: string): SourceName {
  const sources = [...all];
  const wanted = fold(said);
  const whole = sources.filter((source) => callings(source).includes(wanted));
  const found = whole.length > 0 ? whole : sources.filter((source) => callings(source).some((name) => name.includes(wanted)));
  const [only, more] = found;
  if (only && !more) return only;
  const known = (found.length > 0 ? found : sources).slice(0, LISTED).map(({ name }) => name);
  throw new UserError(found.length > 0 ? 'which-source' : 'no-such-source', { name: said.slice(0, 80), known: known.join('; ') });
}

/** What kind of source somebody is, how reliable they are held to be, and what the store has from them. */
export const source = defineCommand({
  name: 'source',
  options: { name: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  async run(core, args, _invocation, { language }) {
    const meant = findSource(core.gazetteer.sources.values(), args.name);
    const card = await readSourceCard(core.store.db, meant.id);
    if (!card) throw new Error('a source of the gazetteer is in the store');
    const { t, either, days } = createVoice(core.translator(language), core.gazetteer);
    const { accounts, incidents, statistics } = card;
    const facts: [string, string][] = [
      [t('source-kind'), t(`source-kind.${meant.kind.replaceAll(' ', '-')}`)],
      [t('source-reliability'), t(`source-reliability.${meant.reliability}`)],
      [t('source-affiliation'), either(card.source.affiliation, null)],
      [t('source-note'), either(card.source.note, null)],
      [t('source-holds'), t('source-holds-value', { accounts, incidents, statistics })],
    ];
    const documents = card.documents.map(({ title, published, publishedPrec, url }) => {
      const when = publishedPrec.startsWith('day') ? days.day(published) : days.month(published);
      const text = `${t('title', { title })}, ${when}`;
      return { content: [url === null ? text : { link: url, text }] };
    });
    const blocks: Block[] = [
      { kind: 'heading', text: either(meant.name, meant.nameAr) },
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value: [value] })) },
    ];
    if (documents.length > 0) {
      blocks.push({ kind: 'text', content: [t('source-documents')] }, { kind: 'list', ordered: false, items: documents });
    }
    return { language, blocks, visibility: 'public' };
  },
});
