import { TACTICS } from '../../db/schema/vocabulary.ts';
import type { Core } from '../core.ts';
import type { Question } from '../question/question.ts';
import type { Voice } from '../summary/voice.ts';
import { type Draft, dayPrecision, emptyDraft } from '../tips/draft.ts';
import { placeOfPin } from '../tips/read-draft.ts';
import { understoodFacts } from '../tips/understood.ts';

/** What a moderator can correct, as they type it. */
export const EDITED = ['date', 'place', 'actors', 'targets', 'casualties', 'tactics', 'summary'] as const;
export type Edited = (typeof EDITED)[number];
export const isEdited = (word: string): word is Edited => EDITED.some((field) => field === word);

/** The draft's own name of a field. */
export const SLOT = {
  date: 'day',
  place: 'place',
  actors: 'attackers',
  targets: 'targets',
  casualties: 'tolls',
  tactics: 'tactics',
  summary: 'summary',
} as const satisfies Record<Edited, keyof Draft>;

interface Read {
  told: Draft;
  question: Question;
  value: string;
  /** The draft as it was. */
  before: Draft;
  core: Pick<Core, 'gazetteer'>;
}

/** Nothing of this is known: it is emptied. */
const NONE = new Set(['-', '–', 'none', 'nobody', 'unknown', 'لا شيء', 'لا أحد', 'مجهول']);
const POINT = /^(-?\d{1,2}(?:\.\d+)?)[,،;\s]{1,8}(-?\d{1,3}(?:\.\d+)?)$/u;

function place({ told, question, value, core }: Read): Partial<Draft> | null {
  const point = POINT.exec(value);
  if (point) {
    const [lat, lon] = [Number(point[1]), Number(point[2])];
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
    return { place: { ...placeOfPin({ lat, lon }, null, core.gazetteer), pinned: false } };
  }
  if (told.place) return { place: told.place };
  const [asked] = question.places;
  if (!asked) return null;
  return {
    place: { id: asked.id, name: asked.name, nameAr: asked.name_ar, lat: asked.lat, lon: asked.lon, precision: 2, pinned: false },
  };
}

const named = ({ told, question }: Read): string[] | null => {
  const { perpetrator, target, any } = question.actors;
  const names = [...told.attackers, ...told.targets, ...told.involved, ...perpetrator, ...target, ...any];
  return names.length > 0 ? [...new Set(names)] : null;
};

/** Whose role is known now; the draft keeps the others. */
const without = ({ involved }: Draft, names: readonly string[]): Partial<Draft> =>
  involved.some((name) => names.includes(name)) ? { involved: involved.filter((name) => !names.includes(name)) } : {};

/** What a value says of a field; null: it is not understood. */
const READERS = {
  date: ({ told, question }) => {
    if (told.day) return { day: told.day };
    const { from, to } = question.time ?? {};
    return from && to ? { day: { from, to, precision: dayPrecision(from, to) } } : null;
  },
  place,
  actors: (read) => {
    const attackers = named(read);
    return attackers && { attackers, ...without(read.before, attackers) };
  },
  targets: (read) => {
    const targets = named(read);
    return targets && { targets, ...without(read.before, targets) };
  },
  casualties: ({ told }) => (Object.keys(told.tolls).length > 0 ? { tolls: told.tolls } : null),
  tactics: ({ told, question, value }) => {
    const codes = TACTICS.filter((tactic) =>
      value
        .toLowerCase()
        .split(/[\s,،]+/u)
        .includes(tactic),
    );
    const tactics = [...new Set([...told.tactics, ...question.tactics, ...codes])];
    return tactics.length > 0 ? { tactics } : null;
  },
  summary: ({ value }) => ({ summary: value }),
} as const satisfies Record<Edited, (read: Read) => Partial<Draft> | null>;

const EMPTIED: Partial<Record<Edited, Partial<Draft>>> = {
  actors: { attackers: [] },
  targets: { targets: [] },
  casualties: { tolls: {} },
  tactics: { tactics: [] },
};

/** Reads a value as a question or a report would be read; null: it is not understood. */
export function readValue(
  field: Edited,
  value: string,
  core: Core,
  { today, before = emptyDraft() }: { today: string; before?: Draft },
): Partial<Draft> | null {
  const emptied = NONE.has(value.trim().toLowerCase()) ? EMPTIED[field] : undefined;
  if (emptied) return emptied;
  const told = core.reports.draft({ words: [{ text: value, today }], pin: null });
  const { question } = core.reader.read(value, { now: today, previous: null });
  return READERS[field]({ told: told ?? emptyDraft(), question, value: value.trim(), before, core });
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
  summary: ({ summary }, { t }) => (summary ? t.quote(summary) : ''),
} as const satisfies Record<Edited, (draft: Draft, voice: Voice) => string>;

/** A field as people read it; a dash where it says nothing. */
export const fieldSaid = (field: Edited, draft: Draft, voice: Voice): string => SAID[field](draft, voice) || '–';
