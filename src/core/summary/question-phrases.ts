import type { Tactic } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { ASKED_TACTICS, type AskedPlace, type Question } from '../question/question.ts';
import { wholeParties } from '../search/asked-losses.ts';
import type { Voice } from './voice.ts';

/** What a phrase needs besides the question: the radius in effect, as a default one is in no slot. */
export interface Saying {
  voice: Voice;
  radiusKm: number | null;
  gazetteer: Gazetteer;
}

type Phrase = (question: Question, saying: Saying) => string | null;

const UNDER_ARTICLE = new Set<AskedPlace['kind']>(['region', 'river', 'road', 'zone', 'lake']);
const OPERATORS = { '>=': 'least', '>': 'more', '=': 'exactly', '<': 'fewer', '<=': 'most' } as const;

const placeName = (place: AskedPlace, { t, either }: Voice): string => {
  const name = either(place.name, place.name_ar);
  if (place.kind === 'district') return t('place.district', { place: name });
  return t(UNDER_ARTICLE.has(place.kind) && !/^(?:al-|the )/iu.test(place.name) ? 'place.article' : 'place.plain', {
    place: name,
  });
};

export function sayPlaces(places: readonly AskedPlace[], inside: boolean, voice: Voice): string {
  const { t, either } = voice;
  const units = places.filter((place) => place.kind === 'governorate');
  // "near Homs" is the city even where the gazetteer answers with the governorate
  if (!inside || units.length === 0) return t.list(places.map((place) => placeName(place, voice)));
  const named = t('governorates', {
    count: units.length,
    places: t.list(units.map((place) => either(place.name, place.name_ar))),
  });
  const others = places.filter((place) => place.kind !== 'governorate').map((place) => placeName(place, voice));
  return t.list([named, ...others]);
}

const isInside = ({ relation }: Question) => relation === null || relation === 'in';

export const sayWhere: Phrase = (question, { voice, radiusKm }) => {
  const { places, relation, sector } = question;
  if (places.length === 0) return null;
  const inside = isInside(question);
  const named = { places: sayPlaces(places, inside, voice) };
  if (inside && sector) return voice.t(`sector-of.${sector}`, named);
  const where = voice.t(`where.${relation ?? 'in'}`, named);
  return radiusKm === null || inside ? where : voice.t('where-within', { where, km: radiusKm });
};

const isAsked = (tactic: Tactic) => ASKED_TACTICS.includes(tactic);

/** In the plural where it can be asked for by name; the others only describe. */
const tacticName = (tactic: Tactic, { t }: Voice) => t(`${isAsked(tactic) ? 'sought' : 'tactic'}.${tactic}`);

/** The noun of the question: the tactic where there is just one, else attacks or incidents. */
export const soughtKind = (question: Question): string => {
  const [only, more] = question.tactics;
  if (only !== undefined && more === undefined && isAsked(only)) return only;
  return question.subject === 'attacks' ? 'attack' : 'incident';
};

const filter: Phrase = ({ casualties, actors: { target } }, { voice }) => {
  const { t } = voice;
  if (!casualties || casualties.value === null || casualties.op === 'sum' || casualties.op === 'avg') return null;
  if (casualties.of_target)
    return t('toll-filter-none-of', { actors: voice.actorsAfter(target), whom: t(`whom.${casualties.field}`) });
  return t(`toll-filter.${OPERATORS[casualties.op]}`, { n: casualties.value, whom: t(`whom.${casualties.field}`) });
};

const actors: Phrase = ({ actors: { perpetrator, target, any }, casualties }, { voice, gazetteer }) => {
  const { t } = voice;
  // the search counts these too: see "How many civilians were killed" in docs/counting.md
  const people = casualties?.op === 'sum' || casualties?.op === 'avg';
  const against = people && wholeParties(gazetteer, target).size > 0 ? 'against-or-lost' : 'against';
  const parts = [
    perpetrator.length > 0 ? t('by', { actors: voice.actorsAfter(perpetrator) }) : null,
    target.length > 0 && !casualties?.of_target ? t(against, { actors: voice.actorsAfter(target) }) : null,
    any.length > 0 ? t('involving', { actors: voice.actors(any) }) : null,
  ];
  return sentence(parts, voice);
};

const leavingOut: Phrase = ({ exclude }, { voice }) => {
  if (!exclude) return null;
  const { t } = voice;
  const things = [
    ...exclude.tactics.map((tactic) => tacticName(tactic, voice)),
    ...exclude.actors.map(voice.actor),
    ...exclude.places.map((place) => placeName(place, voice)),
  ];
  return things.length > 0 ? t('leaving-out', { things: t.list(things) }) : null;
};

const listed =
  (message: string, word: string, pick: (question: Question) => readonly string[], as: string): Phrase =>
  (question, { voice: { t } }) => {
    const codes = pick(question);
    return codes.length > 0 ? t(message, { [as]: t.list(codes.map((code) => t(`${word}.${code}`))) }) : null;
  };

const from: Phrase = ({ sources }, { voice: { t, either }, gazetteer }) => {
  if (sources.length === 0) return null;
  const known = [...gazetteer.sources.values()];
  const names = sources.map((name) => either(name, known.find((source) => source.name === name)?.nameAr ?? null));
  return t('from-sources', { sources: t.list(names) });
};

/** What is compared, where the places and actors of the question do not say it already. */
const comparing: Phrase = ({ compare, places, actors: { perpetrator, target, any }, tactics }, { voice }) => {
  if (!compare || compare.values.length === 0) return null;
  const said: readonly string[] = [...places.map(({ name }) => name), ...perpetrator, ...target, ...any, ...tactics];
  const { periods } = compare;
  if (!periods && compare.values.every((value) => said.includes(value))) return null;
  const values = periods?.map((period) => voice.days.span(period)) ?? compare.values.map(voice.actorLabel);
  return voice.t('compared-values', { values: voice.t.list(values) });
};

export const sentence = (parts: readonly (string | null)[], { t }: Voice): string | null =>
  parts.reduce((all, part) => (part === null ? all : all === null ? part : t('and-more', { all, part })), null);

/** Said inside the phrase of another slot. */
type Within = { within: keyof Question };

/** Every slot of a question has its phrase: a new slot does not compile until it can be said back. */
export const PHRASES = {
  subject: (question, { voice: { t } }) => t(`sought.${soughtKind(question)}`),
  // a single one that can be asked for by name is the noun itself
  tactics: (question, { voice }) => {
    const { tactics } = question;
    const isNoun = tactics.length === 1 && soughtKind(question) === tactics[0];
    return tactics.length === 0 || isNoun ? null : voice.t.list(tactics.map((tactic) => tacticName(tactic, voice)));
  },
  target_objects: listed('on-objects', 'target-object', (question) => question.target_objects, 'objects'),
  means: listed('using', 'means', (question) => question.means, 'means'),
  actors,
  places: sayWhere,
  relation: { within: 'places' },
  near_km: { within: 'places' },
  // said with the places that it is a part of
  sector: (question, { voice: { t } }) =>
    question.sector && !(isInside(question) && question.places.length > 0) ? t(`sector.${question.sector}`) : null,
  country: ({ country }, { voice: { t } }) => (country ? t(`country.${country}`) : null),
  time: ({ time }, { voice: { days } }) => (time ? days.when(time) : null),
  time_of_day: ({ time_of_day }, { voice: { t } }) => (time_of_day ? t(`time-of-day.${time_of_day}`) : null),
  casualties: filter,
  evidence: ({ evidence }, { voice: { t } }) => (evidence ? t(`evidence-filter.${evidence}`) : null),
  sources: from,
  grades: listed('graded', 'evidence', (question) => question.grades ?? [], 'grades'),
  exclude: leavingOut,
  ref: ({ ref }, { voice: { t } }) => (ref ? t('with-ref', { ref: t.quote(ref) }) : null),
  compare: comparing,
  group_by: ({ group_by }, { voice: { t } }) => (group_by ? t(`grouping.${group_by}`) : null),
  order: ({ order }, { voice: { t } }) => (order ? t(`order.${order}`) : null),
  limit: ({ limit }, { voice: { t } }) => (limit ? t('limited', { n: limit }) : null),
  as_of: ({ as_of }, { voice: { t, days } }) => (as_of ? t('as-it-stood', { day: days.day(as_of) }) : null),
  display: ({ display }, { voice: { t } }) => (display ? t(`display.${display}`) : null),
  intent: ({ intent }, { voice: { t } }) => (intent === 'help' ? t('intent.help') : null),
  unanswerable: ({ unanswerable }, { voice: { t } }) => (unanswerable ? t('not-answerable') : null),
  leftover: ({ leftover }, { voice: { t } }) =>
    leftover.length > 0 ? t('words-left', { words: t.list(leftover.map((word) => t.quote(`“${word}”`))) }) : null,
} satisfies { [K in keyof Question]: Phrase | Within };
