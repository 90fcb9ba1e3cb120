import { LANGUAGES, TACTICS } from '../../db/schema/vocabulary.ts';
import { languageOf } from '../commands/message.ts';
import type { Core } from '../core.ts';
import type { Place } from '../gazetteer/gazetteer.ts';
import type { Question } from '../question/question.ts';
import { fold } from '../question/text.ts';
import { withoutIsolates } from '../reply/isolates.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { type Draft, dayPrecision, emptyDraft } from '../tips/draft.ts';
import { placeOfPin } from '../tips/read-draft.ts';
import { understoodFacts } from '../tips/understood.ts';
import type { Aim, Edited } from './field-words.ts';
import { placeAtDistance } from './place-told.ts';
import { measureTold, unusedOfToll, withMeasure, withoutMeasure } from './toll-told.ts';

/** What a value says of a field. */
export interface ValueRead {
  change: Partial<Draft>;
  /** Words, and names of things, that were understood and are no part of the field, or were not understood. */
  unused: readonly string[];
}

interface Reading {
  told: Draft;
  question: Question;
  value: string;
  aim: Pick<Aim, 'measure' | 'language'>;
  /** The draft as it was. */
  before: Draft;
  core: Core;
}

/** Nothing of this is known: it is emptied. */
const NONE = new Set(['-', '–', 'none', 'nobody', 'unknown', 'لا شيء', 'لا أحد', 'مجهول'].map(fold));
const POINT = /^(-?\d{1,2}(?:\.\d+)?)[,،;\s]{1,8}(-?\d{1,3}(?:\.\d+)?)$/u;

const whole = (change: Partial<Draft>): ValueRead => ({ change, unused: [] });

function place({ told, question, value, core }: Reading): ValueRead | null {
  const point = POINT.exec(value);
  if (point) {
    const [lat, lon] = [Number(point[1]), Number(point[2])];
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
    return whole({ place: { ...placeOfPin({ lat, lon }, null, core.gazetteer), pinned: false } });
  }
  const away = placeAtDistance(question, languageOf(value) ?? 'en', core);
  const left = question.leftover.filter((word) => !away?.used.includes(word));
  const [asked, ...others] = question.places;
  const at = away?.place ?? told.place ?? (asked && { ...asked, nameAr: asked.name_ar, precision: 2 });
  if (!at) return null;
  const { id, name, nameAr, lat, lon, precision } = at;
  const above = namesAbove(id ?? asked?.id ?? null, core);
  const beside = others.filter((other) => !above.has(other.name)).map(placeNamed(value));
  const isRoad = id !== null && core.gazetteer.places.get(id)?.kind === 'road';
  return {
    change: { place: { id, name, nameAr, lat, lon, precision, pinned: false } },
    unused: [...(away && !away.place ? [away.said] : []), ...left, ...(isRoad ? [] : beside)],
  };
}

/** As the value's own language has it. */
const placeNamed =
  (value: string) =>
  ({ name, name_ar }: Question['places'][number]): string =>
    languageOf(value) === 'ar' ? name_ar : name;

/** The names of a place and of all that it lies in. */
function namesAbove(id: string | null, { gazetteer }: Core): Set<string> {
  const above = new Set<Place>();
  for (let at = gazetteer.places.get(id ?? ''); at && !above.has(at); at = gazetteer.places.get(at.parentId ?? '')) above.add(at);
  return new Set([...above].map((place) => place.name));
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const named = ({ told, question }: Reading): string[] => {
  const { perpetrator, target, any } = question.actors;
  return unique([...told.attackers, ...told.targets, ...told.involved, ...perpetrator, ...target, ...any]);
};

/** Whose role is known now; the draft keeps the others. */
const without = ({ involved }: Draft, names: readonly string[]): Partial<Draft> =>
  involved.some((name) => names.includes(name)) ? { involved: involved.filter((name) => !names.includes(name)) } : {};

const inRole = (reading: Reading, role: 'attackers' | 'targets'): ValueRead | null => {
  const names = named(reading);
  if (names.length === 0) return null;
  return { change: { [role]: names, ...without(reading.before, names) }, unused: reading.question.leftover };
};

function casualties(reading: Reading): ValueRead | null {
  const { told, aim, before, value, core, question } = reading;
  const { measure } = aim;
  const isNone = measure !== null && NONE.has(fold(value));
  if (isNone) return whole({ tolls: withoutMeasure(before.tolls, measure) });
  const of = measure === null ? told.tolls : measureTold(value, measure, core);
  if (Object.keys(of).length === 0) return null;
  const tolls = measure === null ? of : withMeasure(before.tolls, of, measure);
  return tolls && { change: { tolls }, unused: unusedOfToll(of, { value, leftover: question.leftover }) };
}

/** What a value says of a field; null: it is not understood. */
const READERS = {
  date({ told, question }) {
    const { from, to } = question.time ?? {};
    const day = told.day ?? (from && to ? { from, to, precision: dayPrecision(from, to) } : null);
    return day && { change: { day }, unused: question.leftover };
  },
  place,
  actors: (reading) => inRole(reading, 'attackers'),
  targets: (reading) => inRole(reading, 'targets'),
  casualties,
  tactics({ told, question, value }) {
    const words = value.toLowerCase().split(/[\s,،]+/u);
    const codes = TACTICS.filter((tactic) => words.includes(tactic));
    const tactics = unique([...told.tactics, ...question.tactics, ...codes]);
    const isCode = (word: string) => codes.some((code) => code === word || code.split('_').includes(word));
    return tactics.length > 0
      ? { change: { tactics }, unused: question.leftover.filter((word) => !isCode(word.toLowerCase())) }
      : null;
  },
  summary: ({ value, aim, before }) =>
    whole({ summary: { ...before.summary, [aim.language ?? languageOf(value) ?? 'en']: value } }),
} as const satisfies Record<Edited, (reading: Reading) => ValueRead | null>;

const EMPTIED: Partial<Record<Edited, Partial<Draft>>> = {
  actors: { attackers: [] },
  targets: { targets: [] },
  casualties: { tolls: {} },
  tactics: { tactics: [] },
};

/** What of a question a field is made of; all else that it holds is said to be left over. */
const MADE_OF: Record<Edited, readonly string[]> = {
  date: ['time'],
  place: ['places'],
  actors: ['actors'],
  targets: ['actors'],
  casualties: ['actors', 'tactics'],
  tactics: ['tactics'],
  summary: ['time', 'places', 'actors', 'tactics'],
};

/** What was understood and belongs to another field, in the value's own language. */
function ofOtherFields(field: Edited, { question, told, value, core }: Reading): string[] {
  const made = MADE_OF[field];
  const { t, days, actorLabel } = createVoice(core.translator(languageOf(value) ?? 'en'), core.gazetteer);
  const { perpetrator, target, any } = question.actors;
  const { from, to } = question.time ?? { from: null, to: null };
  const said = [
    ...(made.includes('time') || to === null ? [] : [days.known(from ?? to, to, dayPrecision(from ?? to, to))]),
    ...(made.includes('places') ? [] : question.places.map(placeNamed(value))),
    ...(made.includes('actors') ? [] : [...perpetrator, ...target, ...any].map(actorLabel)),
    ...(made.includes('tactics') ? [] : told.tactics.map((tactic) => t(`tactic.${tactic}`))),
  ];
  return said.map(withoutIsolates);
}

/** Reads a value as a question or a report would be read; null: it is not understood. */
export function readValue(
  { field, measure, language }: Aim<Edited>,
  value: string,
  core: Core,
  { today, before = emptyDraft() }: { today: string; before?: Draft },
): ValueRead | null {
  const emptied = measure === null && NONE.has(fold(value)) ? EMPTIED[field] : undefined;
  if (emptied) return whole(emptied);
  const told = core.reports.draft({ words: [{ text: value, today }], pin: null });
  const { question } = core.reader.read(value, { now: today, previous: null });
  const reading: Reading = { told, question, value: value.trim(), aim: { measure, language }, before, core };
  const read: ValueRead | null = READERS[field](reading);
  if (!read || field === 'summary') return read;
  return { ...read, unused: unique([...read.unused, ...ofOtherFields(field, reading)]) };
}

const fact = (draft: Draft, field: 'place' | 'toll', voice: Voice): string =>
  understoodFacts(draft, voice, [field])
    .flatMap(({ value }) => value.filter((part) => typeof part === 'string'))
    .join(' ');

const SAID = {
  date: ({ day }, { days }) => (day ? days.known(day.from, day.to, day.precision) : ''),
  place: (draft, voice) => fact(draft, 'place', voice),
  actors: ({ attackers }, { actors }) => actors(attackers),
  targets: ({ targets }, { actors }) => actors(targets),
  casualties: (draft, voice) => fact(draft, 'toll', voice),
  tactics: ({ tactics }, { t, joined }) => joined(tactics.map((tactic) => t(`tactic.${tactic}`))),
  summary: ({ summary = {} }, { t, joined }) =>
    joined(LANGUAGES.flatMap((language) => (summary[language] ? [t.quote(summary[language])] : []))),
} as const satisfies Record<Edited, (draft: Draft, voice: Voice) => string>;

/** A field as people read it; a dash where it says nothing. */
export const fieldSaid = (field: Edited, draft: Draft, voice: Voice): string => SAID[field](draft, voice) || '–';

/** The same where it is corrected: an exact place with its point, as that may be what differs. */
export function fieldShown(field: Edited, draft: Draft, voice: Voice): string {
  const { place } = draft;
  const said = fieldSaid(field, draft, voice);
  if (field !== 'place' || !place || place.pinned || place.precision > 1) return said;
  return voice.t('shown-point', { place: said, lat: place.lat.toFixed(2), lon: place.lon.toFixed(2) });
}
