import type { Tolls } from '../../db/schema/columns.ts';
import type { Measure, Party, PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Pin } from '../commands/speaker.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { kmBetween } from '../gazetteer/geometry.ts';
import type { Assembly } from '../question/assemble/assembly.ts';
import { allOf } from '../question/assemble/sentence.ts';
import { addDays } from '../question/calendar.ts';
import { type Draft, type DraftDay, type DraftPlace, dayPrecision, emptyDraft } from './draft.ts';
import { objectsTold } from './objects-told.ts';
import { peopleTold } from './people-told.ts';
import { BY_REPORT } from './report-recognisers.ts';
import { partyOf, rolesTold, saysWhoDid } from './roles-told.ts';
import { tollsTold } from './tolls-told.ts';

/** UCDP's precision by what kind of place was named; the other kinds are points. */
const PRECISION: Partial<Record<PlaceKind, DraftPlace['precision']>> = {
  district: 3,
  subdistrict: 3,
  governorate: 4,
  country: 6,
  road: 5,
  river: 5,
  region: 5,
  zone: 5,
  valley: 5,
};
/** A point's surroundings up to here are UCDP's precision 2. */
const NEAR_KM = 25;
/** A longer stretch of days is not when something happened. */
const LONGEST_DAYS = 4;

const NIGHT = new Set(['night', 'nite', 'nyt', 'ليل', 'ليله', 'ليلا']);
const HOURS = new Set([
  'hour',
  'hours',
  'hr',
  'hrs',
  'minute',
  'minutes',
  'min',
  'mins',
  'ساعه',
  'ساعات',
  'ساعتين',
  'دقيقه',
  'دقايق',
  'دقايق',
]);
/** Said without a day it is that of today. */
const MORNING = new Set(['الصبح', 'الصبحيه', 'المسا']);
const isNight = (words: readonly string[]) => words.some((word) => NIGHT.has(word));

function dayTold(sentences: readonly Assembly[]): DraftDay | null {
  const found = sentences.flatMap(({ sentence }) =>
    allOf(sentence, 'time').map((time) => ({ ...time, tokens: sentence.text.tokens, today: sentence.now })),
  );
  const days = found.flatMap(({ period: { from, to }, by, start, end, tokens, today }) => {
    const words = (first: number, after: number) =>
      tokens.slice(first, after).flatMap((token) => token.forms.map(({ norm }) => norm));
    if (from === null || from > today) return [];
    if (words(start, end).some((word) => HOURS.has(word))) return [{ from: today, to: today, precision: 1, sure: true }];
    // a night has two days
    const night = from === to && isNight(words(start, end));
    const last = night ? addDays(to, 1) : to;
    const until = last > today ? today : last;
    return [{ from, to: until, precision: dayPrecision(from, until), sure: by !== BY_REPORT }];
  });
  const [best] = days
    .filter(({ precision }) => precision <= LONGEST_DAYS)
    .sort((a, b) => Number(b.sure) - Number(a.sure) || a.precision - b.precision);
  if (best) return { from: best.from, to: best.to, precision: best.precision };
  const morning = sentences.find(({ sentence }) => sentence.text.tokens.some(({ norm }) => MORNING.has(norm)))?.sentence.now;
  return morning === undefined ? null : { from: morning, to: morning, precision: 1 };
}

function asDraftPlace(place: Place, precision: DraftPlace['precision']): DraftPlace {
  const { id, name, nameAr, lat, lon } = place;
  return { id, name, nameAr, lat, lon, precision, pinned: false };
}

/** "No, at Arak": nobody leaves places out of what they tell. */
const placesOf = ({ places, exclude }: Assembly['question']) => (places.length > 0 ? places : (exclude?.places ?? []));

function placeTold(sentences: readonly Assembly[], gazetteer: Gazetteer): DraftPlace | null {
  for (const { question } of sentences) {
    const [first, second] = placesOf(question).flatMap(({ id }) => gazetteer.places.get(id) ?? []);
    if (!first) continue;
    const road = second && roadBetween(first, second, gazetteer);
    if (road) return asDraftPlace(road, 5);
    if (question.relation === 'between' && second) {
      return { ...asDraftPlace(first, 5), lat: (first.lat + second.lat) / 2, lon: (first.lon + second.lon) / 2 };
    }
    const byKind = PRECISION[first.kind];
    const isWide = first.extentKm > NEAR_KM || (question.near_km ?? 0) > NEAR_KM;
    return asDraftPlace(first, byKind ?? (isWide ? 5 : question.relation === 'in' && first.extentKm < NEAR_KM / 2 ? 1 : 2));
  }
  return null;
}

/** The nearest place to a pin that is a point, to name it by. */
export function placeOfPin({ lat, lon }: Pin, named: DraftPlace | null, gazetteer: Gazetteer): DraftPlace {
  if (named) return { ...named, lat, lon, precision: 1, pinned: true };
  let nearest: Place | null = null;
  let nearestKm = Number.POSITIVE_INFINITY;
  for (const place of gazetteer.places.values()) {
    if (PRECISION[place.kind] !== undefined) continue;
    const km = kmBetween(place, { lat, lon });
    if (km < nearestKm) [nearest, nearestKm] = [place, km];
  }
  const isNear = nearest !== null && nearestKm <= NEAR_KM;
  return {
    id: isNear && nearest ? nearest.id : null,
    name: isNear && nearest ? nearest.name : '',
    nameAr: isNear && nearest ? nearest.nameAr : '',
    lat,
    lon,
    precision: 1,
    pinned: true,
  };
}

/** Roads are named without the articles of their ends. */
const ARTICLE = /^(?:Al|As|Ash|Ar|At|Ad|An|Az|Adh)-/u;

/** The road itself where a road is told by its two ends. */
function roadBetween(a: Place, b: Place, gazetteer: Gazetteer): Place | undefined {
  const [from, to] = [a.name, b.name].map((name) => name.replace(ARTICLE, ''));
  const names = new Set([`${from}–${to} road`, `${to}–${from} road`]);
  for (const place of gazetteer.places.values()) if (place.kind === 'road' && names.has(place.name)) return place;
  return undefined;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The same toll told twice is the larger one; one of unknown people that a named party's equals is that party's. */
function mergeTolls(all: readonly Tolls[]): Tolls {
  const merged: Tolls = {};
  for (const tolls of all) {
    for (const [party, measures] of Object.entries(tolls) as [Party, NonNullable<Tolls[Party]>][]) {
      for (const [measure, range] of Object.entries(measures) as [Measure, NonNullable<(typeof measures)[Measure]>][]) {
        const of = merged[party] ?? {};
        merged[party] = of;
        const before = of[measure];
        if (!before || (range.low ?? 0) > (before.low ?? 0)) of[measure] = range;
      }
    }
  }
  return withoutNobody(merged);
}

/** That nobody was hurt says nothing where somebody is counted. */
function withoutNobody({ unknown, ...known }: Tolls): Tolls {
  const counted = Object.values(known).flatMap((of) => Object.keys(of));
  const left = Object.entries(unknown ?? {}).filter(([measure, { high }]) => high !== 0 || !counted.includes(measure));
  return left.length > 0 ? { ...known, unknown: Object.fromEntries(left) } : known;
}

const PLANES = new Set(['plane', 'planes', 'jet', 'jets', 'warplane', 'warplanes', 'aircraft', 'airplane', 'airplanes']);
const BOMBING = new Set(['bomb', 'bombs', 'bombed', 'bombing', 'bombard', 'bombarded']);

/** What a plane bombs is bombed from the air. */
function tacticsTold({ question: { tactics }, sentence }: Assembly): Draft['tactics'] {
  const said = (words: ReadonlySet<string>) => sentence.text.tokens.some(({ norm }) => words.has(norm));
  return said(PLANES) && said(BOMBING) ? tactics.map((one) => (one === 'ied' ? 'airstrike' : one)) : tactics;
}

/** A government's people in Iraq are Iraq's. */
function inCountry(tolls: Tolls, country: string | null | undefined): Tolls {
  const { government, ...others } = tolls;
  return country === 'IQ' && government ? { ...others, iraq: { ...government, ...others.iraq } } : tolls;
}

/** What the words and the pin state, and nothing else. */
export function readDraft(told: { sentences: readonly Assembly[]; pin: Pin | null }, gazetteer: Gazetteer): Draft {
  const { sentences, pin } = told;
  const questions = sentences.map(({ question }) => question);
  const named = placeTold(sentences, gazetteer);
  const place = pin ? placeOfPin(pin, named, gazetteer) : named;
  const before = rolesTold(sentences, [], gazetteer);
  const suffered = partyOf(before.targets.length > 0 || saysWhoDid(sentences) ? before.targets : before.involved, gazetteer);
  const read = sentences.map((assembly) => tollsTold(peopleTold(assembly), suffered));
  return {
    ...emptyDraft(),
    ...rolesTold(sentences, unique(read.flatMap(({ sufferers }) => sufferers)), gazetteer),
    day: dayTold(sentences),
    timeOfDay: questions.find(({ time_of_day }) => time_of_day !== null)?.time_of_day ?? null,
    place,
    tactics: unique(sentences.flatMap(tacticsTold)),
    tolls: inCountry(mergeTolls(read.map(({ tolls }) => tolls)), gazetteer.places.get(place?.id ?? '')?.country),
    targetObjects: unique(sentences.flatMap(objectsTold)),
  };
}
