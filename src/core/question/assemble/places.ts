import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts';
import type { FindingOf, Side } from '../finding.ts';
import type { AskedPlace, Relation } from '../question.ts';
import { type Assembly, askedPlace, countryNamed, open, use } from './assembly.ts';
import { type Placed, withoutOuterPlaces } from './nested-places.ts';
import { isDirection, isRoad, mentionsOf, putAfter, putBefore, sideOf } from './place-mentions.ts';
import { allOf, attached, beyond, type Item, isKind, normOf, type Sentence } from './sentence.ts';

const ADMINISTRATIVE = new Set<PlaceKind>(['governorate', 'district', 'subdistrict']);
/** As far as the readings of "Homs" are apart that only a kind word can tell: the governorate and its seat. */
const SAME_NAME_WITHIN = 0.061;

/** The governorate where a place is asked for as a whole, its seat where it is a point: kind words win. */
export function meantPlace({ candidates }: FindingOf<'place'>, relation: Relation | null, asWhole: boolean): Place | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const namesakes = candidates.filter(
    ({ entity, score }) => entity.name === first.entity.name && first.score - score <= SAME_NAME_WITHIN,
  );
  const wantsWhole = asWhole || relation === null || relation === 'in';
  const isMeant = ({ kind }: Place) => (wantsWhole ? kind === 'governorate' : !ADMINISTRATIVE.has(kind));
  return (namesakes.find(({ entity }) => isMeant(entity)) ?? first).entity;
}

/**
 * One country narrows; both are all that the store is about. Returns the countries that stand beside other places or are to be compared:
 * "Homs and Iraq".
 */
function assembleCountry(assembly: Assembly, placed: readonly Placed[], comparing: boolean): Place[] {
  const { question, said, gazetteer } = assembly;
  const items = open(assembly, 'country');
  const countries = placed.filter(isCountry);
  const named = new Set([...items.map(({ country }) => country), ...countries.flatMap(({ place }) => place.country ?? [])]);
  const [first, ...others] = named;
  if (!first) return [];
  for (const item of [...items, ...countries.map(({ mention }) => mention.item)]) use(assembly, item);
  said.add('country');
  const within = placed.filter((one) => !isCountry(one)).map(({ place }) => place.country);
  const beside =
    comparing && others.length > 0 ? [...named] : within.length > 0 ? [...named].filter((one) => !within.includes(one)) : [];
  if (beside.length === 0 && others.length === 0) question.country = first;
  return beside.flatMap((one) => countryNamed(gazetteer, one) ?? []);
}

const isCountry = ({ place }: Placed) => place.kind === 'country';

/** "from Homs to Palmyra" */
function isFromTo({ sentence }: Assembly, [a, b]: readonly Placed[]): boolean {
  const is = (item: Item | undefined, word: 'from' | 'to') =>
    (isKind(item, 'connective') && item.connective === word) || normOf(sentence, item) === word;
  if (!a || !b) return false;
  const gap = sentence.items.slice(a.mention.at + 1, b.mention.at);
  // من تدمر للسخنة
  const isTo = gap.some((item) => is(item, 'to')) || attached(sentence, b.mention.item).includes('ل');
  return is(sentence.items[a.mention.at - 1], 'from') && isTo;
}

/** "the Palmyra–Deir Ezzor road", طريق دير الزور - تدمر: the road is where, and not what was hit. */
function roadOf({ sentence }: Assembly, [a, b]: readonly Placed[]): FindingOf<'target_object'> | undefined {
  if (!a || !b) return undefined;
  const { items } = sentence;
  const left = items[beyond(sentence, a.mention.at, -1, ({ kind }) => kind === 'filler' || kind === 'connective')];
  const right = items[beyond(sentence, b.mention.at, 1, ({ kind }) => kind === 'filler')];
  return [left, right, ...items.slice(a.mention.at, b.mention.at)].find(isRoad);
}

function relationOf(assembly: Assembly, placed: readonly Placed[], comparing: boolean): Relation | null {
  const { near_km } = assembly.question;
  const stated = placed.map(({ mention }) => mention.relation).find((relation) => relation !== null) ?? null;
  if (near_km !== null) return isDirection(stated) ? stated : 'near';
  if (comparing) return stated === 'between' ? 'in' : stated;
  const road = placed.length === 2 ? roadOf(assembly, placed) : undefined;
  if (road) use(assembly, road);
  if (placed.length > 1 && stated === 'between') return 'between';
  if (placed.length === 2 && (road !== undefined || isFromTo(assembly, placed))) return 'between';
  return stated === 'between' ? 'in' : stated;
}

function assembleRelation(assembly: Assembly, placed: readonly Placed[], comparing: boolean): void {
  const { question, said, sentence } = assembly;
  const relation = relationOf(assembly, placed, comparing);
  if (relation) said.add('relation');
  question.relation = relation ?? (placed.length > 0 ? 'in' : null);
  for (const { mention } of placed) {
    const { put } = mention;
    if (!isKind(put ?? undefined, 'relation') || !put) continue;
    const isOther = mention.relation !== question.relation && mention.relation !== 'in';
    if (isOther || (isKind(put, 'relation') && put.loose)) assembly.reported.add(put);
  }
  for (const item of [...allOf(sentence, 'relation'), ...allOf(sentence, 'connective')]) {
    if (isKind(item, 'relation') || item.connective === 'between') use(assembly, item);
  }
}

const isCountryItem = (item: Item): boolean =>
  item.kind === 'country' || (isKind(item, 'place') && item.candidates[0]?.entity.kind === 'country');

/** "eastern Syria", شرق سوريا: a country has no land beyond it that is asked for. */
function sidesOfCountry(sentence: Sentence, at: number): (Side | null)[] {
  const { side, relation } = putBefore(sentence, at);
  return [side, isDirection(relation) ? sideOf(relation) : null, putAfter(sentence, at).side];
}

/** "eastern Hama", ريف حمص الشرقي, "eastern Syria", شرق البادية. */
function assembleSector(assembly: Assembly, placed: readonly Placed[]): void {
  const { question, said, sentence } = assembly;
  const country = sentence.items.find(isCountryItem);
  const sides = placed.map(({ mention }) => mention.side);
  if (country) sides.push(...sidesOfCountry(sentence, sentence.items.indexOf(country)));
  let side = sides.find((one) => one !== null) ?? null;
  const isArea = placed[0]?.place.kind === 'region' || (placed.length === 0 && country !== undefined);
  if (!side && isDirection(question.relation) && isArea) {
    side = sideOf(question.relation);
    question.relation = placed.length > 0 ? 'in' : null;
  }
  if (side) {
    question.sector = side;
    said.add('sector');
  }
  for (const item of open(assembly, 'sector')) if (item.side === side) use(assembly, item);
  // one side is held: "eastern Homs and southern Hama"
  for (const item of allOf(sentence, 'sector')) if (item.side !== side && assembly.used.has(item)) assembly.reported.add(item);
  if (placed.length > 0 || country) for (const item of open(assembly, 'countryside')) use(assembly, item);
}

/** "on the M20 between Palmyra and Sukhnah": the two ends say where on it. */
function withoutRoad(assembly: Assembly, placed: Placed[]): Placed[] {
  const ends = placed.filter(({ place }) => place.kind !== 'road');
  const isBetween = ends.some(({ mention }) => mention.relation === 'between');
  if (ends.length !== 2 || ends.length === placed.length || !isBetween) return placed;
  for (const { place, mention } of placed) {
    if (place.kind !== 'road') continue;
    use(assembly, mention.item);
    for (const end of ends) assembly.assumptions.push({ kind: 'within', place: end.place.name, within: place.name });
  }
  return ends;
}

/** The ends of a road are the towns, and not the governorates that bear their names. */
const asPoint = ({ place, mention }: Placed): AskedPlace =>
  askedPlace(meantPlace(mention.item, 'between', mention.isRural || mention.side !== null) ?? place);

/** "Homs city and its countryside": the governorate around the seat. */
const withItsCountryside = (gazetteer: Gazetteer, place: Place): Place =>
  place.kind === 'city'
    ? ([...gazetteer.places.values()].find(({ kind, name }) => kind === 'governorate' && name === place.name) ?? place)
    : place;

/** Where: places, how they are meant, the radius, the part. */
export function assemblePlaces(assembly: Assembly, comparing: boolean): void {
  const { question, said } = assembly;
  const located = mentionsOf(assembly).flatMap((mention): Placed[] => {
    const named = meantPlace(mention.item, mention.relation, mention.isRural || mention.side !== null);
    const place = named && mention.isRural ? withItsCountryside(assembly.gazetteer, named) : named;
    return place ? [{ place, mention }] : [];
  });
  const countries = assembleCountry(assembly, located, comparing);
  const placed = withoutRoad(
    assembly,
    withoutOuterPlaces(
      assembly,
      located.filter((one) => !isCountry(one)),
    ),
  );
  for (const { place, mention } of placed) {
    use(assembly, mention.item);
    if (!question.places.some(({ id }) => id === place.id)) question.places.push(askedPlace(place));
    assembly.mentions.set(place.id, mention.item);
  }
  question.places.push(...countries.map(askedPlace));
  const [radius] = open(assembly, 'radius');
  if (radius) {
    question.near_km = radius.km;
    use(assembly, radius);
    said.add('near_km');
  }
  if (placed.length > 0) said.add('places');
  assembleRelation(assembly, placed, comparing);
  if (question.relation === 'between') question.places = placed.map(asPoint);
  assembleSector(assembly, placed);
}
