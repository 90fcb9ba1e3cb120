import { type Item, isKind, type Sentence } from './sentence.ts';

/** What a clause says of its own; its days and its tolls may be meant for both. */
const OWN = new Set<Item['kind']>(['actor', 'place', 'event', 'radius', 'sector', 'countryside', 'target_object', 'means']);

const tellsWhoAndWhere = (items: readonly Item[]): boolean =>
  items.some((item) => isKind(item, 'actor')) && items.some((item) => isKind(item, 'place'));

/** "and", or an Arabic word with an attached و. */
function joins(item: Item, { text }: Sentence): boolean {
  if (isKind(item, 'connective')) return item.connective === 'and';
  const [own, ...without] = text.tokens[item.start]?.forms ?? [];
  return (
    item.kind !== 'unknown' && item.kind !== 'mark' && own?.norm[0] === 'و' && without.some(({ prefix }) => prefix[0] === 'و')
  );
}

const isComparison = (item: Item): boolean =>
  (isKind(item, 'intent') && item.intent === 'compare') ||
  (isKind(item, 'connective') && (item.connective === 'vs' || item.connective === 'than' || item.connective === 'between'));

/** Reported as it stands. */
const unread = ({ start, end }: Item): Item => ({
  kind: 'unsupported',
  start,
  end,
  exactness: 'exact',
  assumptions: [],
  by: 'clauses',
});

/**
 * "ISIS attacks in Homs and SDF raids in Hasakah" asks twice: a question holds one set of actors and one of places, and all of both would
 * be a figure that nobody asked for. The first clause is read, with the days of either; the second is left over, and said to be.
 */
export function withoutSecondClause(sentence: Sentence): Sentence {
  const { items } = sentence;
  if (items.some(isComparison)) return sentence;
  const cut = items.findIndex(
    (item, at) => joins(item, sentence) && tellsWhoAndWhere(items.slice(0, at)) && tellsWhoAndWhere(items.slice(at)),
  );
  if (cut < 0) return sentence;
  return { ...sentence, items: items.map((item, at) => (at >= cut && OWN.has(item.kind) ? unread(item) : item)) };
}
