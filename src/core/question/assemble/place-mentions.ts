import type { FindingOf, Side } from '../finding.ts';
import type { Relation } from '../question.ts';
import { type Assembly, open, use } from './assembly.ts';
import { attached, type Item, isKind, joins, type Sentence } from './sentence.ts';

const DIRECTIONS = { north_of: 'north', east_of: 'east', south_of: 'south', west_of: 'west' } as const satisfies Partial<
  Record<Relation, Side>
>;
export const isDirection = (relation: Relation | null): relation is keyof typeof DIRECTIONS =>
  relation !== null && relation in DIRECTIONS;
export const sideOf = (direction: keyof typeof DIRECTIONS): Side => DIRECTIONS[direction];

/** A place with how it was put. */
export interface Mention {
  item: FindingOf<'place'>;
  /** Of the item among the sentence's. */
  at: number;
  relation: Relation | null;
  /** The words for the relation; null where none was said. */
  put: Item | null;
  /** "eastern": a part of the place. */
  side: Side | null;
  /** The countryside was named: the unit is meant, not its seat. */
  isRural: boolean;
  /** Joined to the mention before it: Homs and Hama. */
  joined: boolean;
}
type Put = Pick<Mention, 'relation' | 'put' | 'side' | 'isRural'> & {
  /** "the road to": where, and not what was hit */ road: Item | null;
};

export const isRoad = (item: Item | undefined): item is FindingOf<'target_object'> =>
  isKind(item, 'target_object') && item.object === 'road';

const LOOKED_THROUGH = new Set<Item['kind']>(['filler', 'unit', 'people', 'quantity']);

/** "In the east of", "east of the countryside of", بشرق: a part of the place and not a direction from it. */
function partMeant({ relation, part, prefix = '' }: FindingOf<'relation'>, isRural: boolean): Side | null {
  if (part) return part;
  return isDirection(relation) && (isRural || prefix.includes('ب')) ? sideOf(relation) : null;
}

/** What stands left of the item at `at`: relation, radius, direction, sector, the road to it. */
export function putBefore(sentence: Sentence, at: number): Put {
  const item = sentence.items[at];
  let side: Side | null = null;
  let isRural = false;
  let road: Item | null = null;
  const is = (relation: Relation | null, put: Item | null, part: Side | null = null): Put => ({
    relation,
    put,
    side: part ?? side,
    isRural,
    road,
  });
  for (let i = at - 1; i >= 0; i--) {
    const left = sentence.items[i];
    if (isKind(left, 'sector')) side = left.side;
    else if (isKind(left, 'countryside')) isRural = true;
    else if (isRoad(left)) road = left;
    else if (isKind(left, 'radius')) return is('near', left);
    else if (isKind(left, 'relation')) {
      const part = partMeant(left, isRural);
      return is(part ? 'in' : left.relation, left, part);
    } else if (isKind(left, 'connective')) {
      if (left.connective === 'between') return is('between', left);
      const line = isKind(item, 'place') ? item.candidates[0]?.entity.kind : undefined;
      if (left.connective === 'on' || left.connective === 'by')
        return is(road !== null || line === 'river' || line === 'road' ? 'along' : null, left);
      // "the road to Palmyra"
      if (left.connective !== 'of' && left.connective !== 'to') break;
    } else if (!left || !LOOKED_THROUGH.has(left.kind)) break;
  }
  if (road) return is('along', null);
  return is(isRural || attached(sentence, item).includes('ب') ? 'in' : null, null);
}

/** The countryside after "and its"; else where it was. */
function andItsCountryside({ items }: Sentence, at: number): number {
  const and = items[at];
  if (!isKind(and, 'connective') || and.connective !== 'and') return at;
  const next = items[at + 1]?.kind === 'filler' ? at + 2 : at + 1;
  return isKind(items[next], 'countryside') ? next : at;
}

/** What stands right of it: "Hama countryside", ريف حمص الشرقي, "Homs province", "the Palmyra road". */
export function putAfter(sentence: Sentence, at: number): Pick<Mention, 'side' | 'isRural'> & { road: boolean; uses: Item[] } {
  const uses: Item[] = [];
  let side: Side | null = null;
  for (let i = at + 1; ; i++) {
    // "Deir ez-Zor city and its countryside"
    const next = i === at + 1 ? andItsCountryside(sentence, i) : i;
    const right: Item | undefined = sentence.items[next];
    if (next !== i) i = next;
    if (isKind(right, 'sector') && side === null) side = right.side;
    else if (!isKind(right, 'countryside') && !isKind(right, 'unit') && !isRoad(right)) break;
    uses.push(right);
  }
  return { side, isRural: uses.some((item) => item.kind === 'countryside'), road: uses.some(isRoad), uses };
}

const IN_LISTS = new Set<Item['kind']>(['filler', 'countryside', 'unit', 'target_object', 'connective']);

/** Whether nothing but "and", commas and the like stands between two mentions. */
function isJoined(sentence: Sentence, before: Mention | undefined, item: Item, at: number): boolean {
  if (!before) return false;
  const gap = sentence.items.slice(before.at + 1, at);
  const ties = gap.some((one) => joins(sentence, one) || one.kind === 'connective') || attached(sentence, item).includes('و');
  return ties && gap.every((one) => joins(sentence, one) || IN_LISTS.has(one.kind));
}

/** Every place that no earlier stage has taken, in order; one in a list is put as the one before it. */
export function mentionsOf(assembly: Assembly): Mention[] {
  const { sentence } = assembly;
  const mentions: Mention[] = [];
  for (const item of open(assembly, 'place')) {
    const at = sentence.items.indexOf(item);
    const before = mentions.at(-1);
    const left = putBefore(sentence, at);
    const right = putAfter(sentence, at);
    for (const used of [...right.uses, left.road]) if (used) use(assembly, used);
    const joined = isJoined(sentence, before, item, at);
    const inherited = joined && left.put === null ? (before?.relation ?? null) : null;
    const relation = right.road ? 'along' : (left.relation ?? inherited ?? (right.isRural ? 'in' : null));
    mentions.push({
      item,
      at,
      relation,
      put: left.put,
      side: left.side ?? right.side,
      isRural: left.isRural || right.isRural,
      joined,
    });
  }
  return mentions;
}
