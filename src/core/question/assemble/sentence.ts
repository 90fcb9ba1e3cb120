import type { Actor, Place } from '../../gazetteer/gazetteer.ts';
import type { Finding, FindingKind, FindingOf } from '../finding.ts';
import { fold, type Text } from '../text.ts';

/** A token that no recogniser claimed: a mark, or a word that nobody knows. */
export type Unclaimed = { kind: 'mark'; start: number; end: number } | { kind: 'unknown'; start: number; end: number };
export type Item = Finding | Unclaimed;
export type ItemKind = Item['kind'];

/** What was made of a sentence: every token is in exactly one item, in order. */
export interface Sentence {
  text: Text;
  items: readonly Item[];
  now: string;
}

export function layOut(text: Text, findings: readonly Finding[], now: string): Sentence {
  const items: Item[] = [];
  let at = 0;
  const claim = (until: number) => {
    for (; at < until; at++) items.push({ kind: text.tokens[at]?.kind === 'mark' ? 'mark' : 'unknown', start: at, end: at + 1 });
  };
  for (const finding of findings) {
    claim(finding.start);
    items.push(finding);
    at = finding.end;
  }
  claim(text.tokens.length);
  return { text, items, now };
}

export const isKind = <K extends FindingKind>(item: Item | undefined, kind: K): item is FindingOf<K> => item?.kind === kind;
export const allOf = <K extends FindingKind>({ items }: Sentence, kind: K): FindingOf<K>[] =>
  items.filter((item): item is FindingOf<K> => item.kind === kind);
export const has = ({ items }: Sentence, ...kinds: ItemKind[]): boolean => items.some((item) => kinds.includes(item.kind));

/** The words of an item as they were typed. */
export const wordsOf = ({ text }: Sentence, { start, end }: { start: number; end: number }): string =>
  text.raw.slice(text.tokens[start]?.start ?? 0, text.tokens[end - 1]?.end ?? 0);

export const normOf = ({ text }: Sentence, item: Item | undefined): string =>
  item
    ? text.tokens
        .slice(item.start, item.end)
        .map((t) => t.norm)
        .join(' ')
    : '';

/** The nearest item to one side that is none of the kinds to look through; -1 past the edge. */
export function beyond({ items }: Sentence, from: number, step: 1 | -1, through: (item: Item, at: number) => boolean): number {
  let at = from + step;
  for (let item = items[at]; item && through(item, at); item = items[at]) at += step;
  return items[at] ? at : -1;
}

/**
 * Arabic particles attached to an item: of a name, those that none of its spellings begins with (بحمص: ب, بصيرة: none).
 */
export function attached(sentence: Sentence, item: Item | undefined): string {
  if (!item || item.kind === 'mark' || item.kind === 'unknown') return '';
  if (item.prefix !== undefined) return item.prefix;
  const token = sentence.text.tokens[item.start];
  if (token?.script !== 'arabic') return '';
  if (item.kind !== 'place' && item.kind !== 'actor' && item.kind !== 'source') return '';
  const spellings = item.candidates.flatMap(({ entity }) => spellingsOf(entity));
  const known = (stem: string) => spellings.some((s) => s.startsWith(stem));
  const form = token.forms.find((one) => known(one.norm) || known(`ال${one.norm}`));
  return form?.prefix ?? '';
}

const spellings = new WeakMap<object, string[]>();
function spellingsOf(entity: { name: string; nameAr: string | null } & Partial<Pick<Place | Actor, 'spellings'>>): string[] {
  let known = spellings.get(entity);
  if (!known) {
    known = [entity.nameAr ?? '', ...(entity.spellings ?? []).map((s) => s.text)].map(fold).filter(Boolean);
    spellings.set(entity, known);
  }
  return known;
}

/** Whether two neighbours are joined: and, or, a comma, a slash, an attached و. */
export function joins(sentence: Sentence, item: Item): boolean {
  if (item.kind === 'mark') return [',', '/', '&', '+', '-'].includes(sentence.text.tokens[item.start]?.norm ?? '');
  return isKind(item, 'connective') && (item.connective === 'and' || item.connective === 'or' || item.connective === 'vs');
}
