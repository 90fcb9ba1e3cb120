import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import type { Place } from '../../gazetteer/gazetteer.ts';
import type { FindingOf } from '../finding.ts';
import type { Relation } from '../question.ts';
import { type Assembly, askedPlace, open, use } from './assembly.ts';
import { allOf, attached, beyond, type Item, isKind, joins, normOf, type Sentence } from './sentence.ts';

const ADMINISTRATIVE = new Set<PlaceKind>(['governorate', 'district', 'subdistrict']);
const COARSE = new Set<PlaceKind>(['governorate', 'district', 'subdistrict', 'region', 'zone']);
/** As far as the readings of "Homs" are apart that only a kind word can tell: the governorate and its seat. */
const SAME_NAME_WITHIN = 0.061;
const DIRECTIONS = { north_of: 'north', east_of: 'east', south_of: 'south', west_of: 'west' } as const;
const isDirection = (relation: Relation | null): relation is keyof typeof DIRECTIONS =>
  relation !== null && relation in DIRECTIONS;

/** One mention with how it was put. */
interface Mention {
  item: FindingOf<'place'>;
  at: number;
  relation: Relation | null;
  /** The words for the relation; null where none was said. */
  put: Item | null;
  side: keyof typeof SIDES | null;
  /** Joined to the mention before it: Homs and Hama. */
  joined: boolean;
}
const SIDES = { north: 1, east: 1, south: 1, west: 1 } as const;

const LOOKED_THROUGH = new Set<Item['kind']>(['filler', 'countryside', 'unit', 'people', 'quantity']);

/** Reads what stands left of a place: relation, radius, direction, sector. */
function put(assembly: Assembly, at: number): Pick<Mention, 'relation' | 'put' | 'side'> {
  const { sentence } = assembly;
  const { items } = sentence;
  const place = items[at];
  let side: Mention['side'] = null;
  let road = false;
  let rural = false;
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i];
    if (!item) break;
    if (isKind(item, 'sector')) side = item.side;
    else if (isKind(item, 'target_object') && item.object === 'road') road = true;
    else if (isKind(item, 'connective') && item.connective === 'of') continue;
    else if (isKind(item, 'countryside')) rural = true;
    else if (isKind(item, 'radius')) return { relation: 'near', put: item, side };
    else if (isKind(item, 'relation'))
      return { ...related(sentence, item, rural), put: item, side: relatedSide(sentence, item, rural) ?? side };
    else if (isKind(item, 'connective') && item.connective === 'between') return { relation: 'between', put: item, side };
    else if (isKind(item, 'connective') && (item.connective === 'on' || item.connective === 'by')) {
      const line = isKind(place, 'place') ? place.candidates[0]?.entity.kind : undefined;
      if (line === 'river' || line === 'road' || road) return { relation: 'along', put: item, side };
      return { relation: null, put: null, side };
    } else if (!LOOKED_THROUGH.has(item.kind)) break;
  }
  if (road) return { relation: 'along', put: null, side };
  return { relation: attached(sentence, place).includes('ب') || rural ? 'in' : null, put: null, side };
}

/** "In the east of", "east of the countryside of", بشرق: a part of the place and not a direction from it. */
const isPart = (sentence: Sentence, { relation, part, prefix = '' }: FindingOf<'relation'>, rural: boolean) =>
  part !== undefined ||
  (isDirection(relation) && (rural || prefix.includes('ب') || false)) ||
  (sentence.items.length === 0 && rural);
const related = (sentence: Sentence, item: FindingOf<'relation'>, rural: boolean) => ({
  relation: isPart(sentence, item, rural) ? ('in' as const) : item.relation,
});
const relatedSide = (sentence: Sentence, item: FindingOf<'relation'>, rural: boolean): Mention['side'] =>
  item.part ?? (isPart(sentence, item, rural) && isDirection(item.relation) ? DIRECTIONS[item.relation] : null);

/** Reads what stands right of it: "Hama countryside", ريف حمص الشرقي, "the Homs–Palmyra road". */
function after(sentence: Sentence, at: number): { side: Mention['side']; rural: boolean; road: boolean; uses: Item[] } {
  const uses: Item[] = [];
  let side: Mention['side'] = null;
  let rural = false;
  let road = false;
  for (let i = at + 1; i < sentence.items.length; i++) {
    const item = sentence.items[i];
    if (isKind(item, 'sector') && !side) side = item.side;
    else if (isKind(item, 'countryside')) rural = true;
    else if (isKind(item, 'unit') && item.grouping !== 'month') uses.push(item);
    else if (isKind(item, 'target_object') && item.object === 'road') road = true;
    else break;
    if (item) uses.push(item);
  }
  return { side, rural, road, uses };
}

function mentionsOf(assembly: Assembly): Mention[] {
  const { sentence } = assembly;
  const mentions: Mention[] = [];
  for (const item of open(assembly, 'place')) {
    const at = sentence.items.indexOf(item);
    const before = mentions.at(-1);
    const left = put(assembly, at);
    const gap = before ? sentence.items.slice(before.at + 1, at) : [];
    const isGapFree = gap.every(
      (one) =>
        joins(sentence, one) ||
        ['filler', 'countryside', 'unit', 'target_object'].includes(one.kind) ||
        isKind(one, 'connective'),
    );
    const joined =
      before !== undefined &&
      isGapFree &&
      (gap.some((one) => joins(sentence, one) || isKind(one, 'connective')) || attached(sentence, item).includes('و'));
    const inherits = joined && left.relation === null;
    mentions.push({ item, at, ...left, relation: inherits ? (before?.relation ?? null) : left.relation, joined });
  }
  return mentions;
}

/** The governorate where a place is asked for as a whole, its seat where it is a point: kind words win. */
export function meantPlace({ candidates }: FindingOf<'place'>, relation: Relation | null, rural: boolean): Place | undefined {
  const first = candidates[0];
  if (!first) return undefined;
  const same = candidates.filter((c) => c.entity.name === first.entity.name && first.score - c.score <= SAME_NAME_WITHIN);
  const wantsWhole = relation === null || relation === 'in' || rural;
  const fit = same.find(
    (c) => (c.entity.kind === 'governorate') === wantsWhole && (wantsWhole || !ADMINISTRATIVE.has(c.entity.kind)),
  );
  return (fit ?? first).entity;
}

/** "Sukhnah in Homs", "Homs Badia": one place said twice, the narrower is meant. */
function isWithin(assembly: Assembly, inner: Place, outer: Place): boolean {
  return assembly.gazetteer.placesUnder(outer.id).has(inner.id) && inner.id !== outer.id;
}

interface Placed {
  place: Place;
  mention: Mention;
}

function dropOuter(assembly: Assembly, placed: readonly Placed[]): Placed[] {
  const dropped = new Set<Placed>();
  placed.forEach((one, i) => {
    const next = placed[i + 1];
    if (
      !next ||
      (next.mention.joined && !isKind(next.mention.put ?? undefined, 'relation') && !isCommaOnly(assembly.sentence, one, next))
    )
      return;
    const [inner, outer] = isWithin(assembly, next.place, one.place) && !next.mention.joined ? [next, one] : [one, next];
    const region = inner.place.kind === 'region' ? inner : outer.place.kind === 'region' ? outer : null;
    const drop = isWithin(assembly, inner.place, outer.place) ? outer : region;
    if (drop) {
      dropped.add(drop);
      use(assembly, drop.mention.item);
      const kept = drop === one ? next : one;
      assembly.assumptions.push({ kind: 'within', place: kept.place.name, within: drop.place.name });
    } else if (
      COARSE.has(next.place.kind) &&
      next.mention.relation === 'in' &&
      one.mention.relation !== 'in' &&
      !next.mention.joined
    ) {
      // "near Resafa in Homs", where it is not: one of them cannot be held
      dropped.add(next);
      assembly.used.add(next.mention.item);
      assembly.reported.add(next.mention.item);
    }
  });
  return placed.filter((one) => !dropped.has(one));
}

const isCommaOnly = ({ items, text }: Sentence, { mention: a }: Placed, { mention: b }: Placed) => {
  const gap = items.slice(a.at + 1, b.at);
  return gap.length === 1 && gap[0]?.kind === 'mark' && text.tokens[gap[0].start]?.norm === ',';
};

/** Where: places, how they are meant, the radius, the side. */
export function assemblePlaces(assembly: Assembly, comparing: boolean): void {
  const { sentence, question, said } = assembly;
  for (const country of open(assembly, 'country')) {
    question.country ??= country.country;
    if (question.country === country.country) use(assembly, country);
    said.add('country');
  }
  const mentions = mentionsOf(assembly);
  const located = mentions.flatMap((mention): Placed[] => {
    const right = after(sentence, mention.at);
    for (const item of right.uses) use(assembly, item);
    mention.side ??= right.side;
    const relation = right.road ? 'along' : (mention.relation ?? (right.rural ? 'in' : null));
    mention.relation = relation;
    const place = meantPlace(mention.item, relation, right.rural || mention.side !== null);
    return place ? [{ place, mention }] : [];
  });
  const countries = located.filter(({ place }) => place.kind === 'country');
  for (const { place, mention } of countries) {
    question.country ??= place.country;
    use(assembly, mention.item);
    said.add('country');
  }
  const placed = dropOuter(
    assembly,
    located.filter(({ place }) => place.kind !== 'country'),
  );
  for (const { place, mention } of placed) {
    use(assembly, mention.item);
    if (!question.places.some((p) => p.id === place.id)) question.places.push(askedPlace(place));
    assembly.mentions.set(place.id, mention.item);
  }
  const radius = open(assembly, 'radius')[0];
  if (radius) {
    question.near_km = radius.km;
    said.add('near_km');
    use(assembly, radius);
  }
  if (placed.length > 0) said.add('places');
  useRelation(assembly, placed, comparing);
  useSides(assembly, [...placed, ...countries]);
}

const stated = (placed: readonly Placed[]) =>
  placed.map(({ mention }) => mention.relation).find((relation) => relation !== null) ?? null;

function useRelation(assembly: Assembly, placed: readonly Placed[], comparing: boolean): void {
  const { question, said } = assembly;
  const first = stated(placed);
  const isRoute =
    placed.length === 2 &&
    (placed.some(({ mention }) => mention.relation === 'between') || isRoad(assembly, placed) || isFromTo(assembly, placed));
  const relation: Relation | null =
    question.near_km !== null ? (isDirection(first) ? first : 'near') : isRoute && !comparing ? 'between' : first;
  if (relation) said.add('relation');
  question.relation =
    placed.length === 0
      ? question.near_km === null
        ? null
        : 'near'
      : relation === 'between' && !isRoute
        ? 'in'
        : (relation ?? 'in');
  for (const { mention } of placed) {
    const item = mention.put;
    if (!item) continue;
    if (isKind(item, 'relation') && mention.relation !== question.relation && mention.relation !== 'in')
      assembly.reported.add(item);
    if (isKind(item, 'relation') && item.loose) assembly.reported.add(item);
    use(assembly, item);
  }
  for (const item of allOf(assembly.sentence, 'relation')) use(assembly, item);
}

/** "the Palmyra–Deir Ezzor road", طريق دير الزور - تدمر */
function isRoad(assembly: Assembly, [a, b]: readonly Placed[]): boolean {
  if (!a || !b) return false;
  const { items } = assembly.sentence;
  const isRoadItem = (item: Item | undefined): item is FindingOf<'target_object'> =>
    isKind(item, 'target_object') && item.object === 'road';
  const left = items[beyond(assembly.sentence, a.mention.at, -1, (one) => one.kind === 'filler' || one.kind === 'connective')];
  const right = items[beyond(assembly.sentence, b.mention.at, 1, (one) => one.kind === 'filler')];
  const road = [left, right].find(isRoadItem) ?? items.slice(a.mention.at, b.mention.at).find(isRoadItem);
  if (road) use(assembly, road);
  return road !== undefined;
}

const isFromTo = ({ sentence }: Assembly, [a, b]: readonly Placed[]) => {
  if (!a || !b) return false;
  const gap = sentence.items.slice(a.mention.at + 1, b.mention.at);
  const to = gap.some((one) => (isKind(one, 'connective') && one.connective === 'to') || normOf(sentence, one) === 'to');
  const from = sentence.items[a.mention.at - 1];
  return (
    to && from !== undefined && ((isKind(from, 'connective') && from.connective === 'from') || normOf(sentence, from) === 'from')
  );
};

function useSides(assembly: Assembly, placed: readonly Placed[]): void {
  const { question, said, sentence } = assembly;
  let side = placed.map(({ mention }) => mention.side).find((one) => one !== null) ?? null;
  // "eastern Syria", شرق سوريا
  const country = allOf(sentence, 'country')[0];
  if (!side && country)
    side = put(assembly, sentence.items.indexOf(country)).side ?? after(sentence, sentence.items.indexOf(country)).side;
  const relation = question.relation;
  const region = question.places[0]?.kind === 'region' || (question.places.length === 0 && question.country !== null);
  if (!side && isDirection(relation) && region) {
    side = DIRECTIONS[relation];
    question.relation = question.places.length === 0 ? null : 'in';
  }
  if (side) {
    question.sector = side;
    said.add('sector');
    for (const item of open(assembly, 'sector')) if (item.side === side) use(assembly, item);
  }
  if (placed.length > 0 || country) for (const item of open(assembly, 'countryside')) use(assembly, item);
}
