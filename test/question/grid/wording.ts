import type { Gold } from '../score-row.ts';

/** What a wording adds to an empty question. */
export type Reading = Partial<Omit<Gold, 'actors'>> & { actors?: Partial<Gold['actors']> };
export type Wording = readonly [said: string, reading: Reading];

/** A first question, and the wordings that may come after it. */
export interface FollowUps {
  first: Wording;
  after: readonly Wording[];
}

/** A language: the wordings of each slot, the frames they stand in, and questions that are whole but for a place `P` or days `T`. */
export interface Tables {
  times: readonly Wording[];
  places: readonly Wording[];
  events: readonly Wording[];
  tolls: readonly Wording[];
  lists: readonly Wording[];
  counts: readonly Wording[];
  summaries: readonly Wording[];
  questions: readonly Wording[];
  whole: readonly Wording[];
  followUps: readonly FollowUps[];
  courtesies: readonly string[];
}

export const NOW = '2024-06-12';

const EMPTY = {
  intent: 'list',
  time: null,
  places: [],
  relation: null,
  near_km: null,
  actors: { perpetrator: [], target: [], any: [] },
  tactics: [],
  casualties: null,
  group_by: null,
  order: null,
  limit: null,
  unanswerable: false,
  leftover: [],
  target_objects: [],
  sources: [],
  evidence: null,
  sector: null,
  exclude: {},
  time_of_day: null,
  means: [],
  country: null,
} satisfies Gold;

/** Slot by slot; lists and roles are joined, as two phrases may each name an actor or a tactic. */
export function goldOf(readings: readonly Reading[]): Gold {
  const gold: Gold = structuredClone(EMPTY);
  for (const { actors, tactics, leftover, target_objects, exclude, ...slots } of readings) {
    Object.assign(gold, slots);
    for (const role of ['perpetrator', 'target', 'any'] as const) gold.actors[role].push(...(actors?.[role] ?? []));
    gold.tactics.push(...(tactics ?? []));
    gold.leftover.push(...(leftover ?? []));
    gold.target_objects?.push(...(target_objects ?? []));
    if (exclude) gold.exclude = { ...gold.exclude, ...exclude };
  }
  return gold;
}

// the shorthand of the tables
export const days = (from: string | null, to: string = from ?? NOW): Reading => ({ time: { from, to } });
export const since = (from: string): Reading => days(from, NOW);
export const where = (relation: Gold['relation'], ...places: string[]): Reading => ({ relation, places });
export const within = (near_km: number, place: string): Reading => ({ relation: 'near', near_km, places: [place] });
export const by = (...perpetrator: string[]): Reading => ({ actors: { perpetrator } });
export const on = (...target: string[]): Reading => ({ actors: { target } });
export const any = (...any: string[]): Reading => ({ actors: { any } });
export function both(a: Reading, b: Reading): Reading {
  const actors = { ...a.actors, ...b.actors };
  return { ...a, ...b, ...(Object.keys(actors).length > 0 ? { actors } : {}) };
}
export const tactic = (...tactics: string[]): Reading => ({ tactics });
export const toll = (
  field: NonNullable<Gold['casualties']>['field'],
  op: NonNullable<Gold['casualties']>['op'],
  value: number | null,
): Reading => ({ casualties: { field, op, value } });
export const ranked = (group_by: Gold['group_by'], order: Gold['order'], limit: number | null): Reading => ({
  intent: 'top',
  group_by,
  order,
  limit,
});
