import type { Clarification, Question } from '../../src/core/question/question.ts';

type Period = { from: string | null; to: string };
/** What a row expects; slots that it leaves out are not looked at, but for the leftover. */
export interface Gold {
  intent: Question['intent'];
  time: Period | null;
  places: string[];
  relation: Question['relation'];
  near_km: number | null;
  actors: Question['actors'];
  tactics: string[];
  casualties: Question['casualties'];
  group_by: Question['group_by'];
  order: Question['order'];
  limit: number | null;
  unanswerable: boolean;
  leftover: string[];
  target_objects?: string[];
  sources?: string[];
  evidence?: Question['evidence'];
  sector?: Question['sector'];
  exclude?: { tactics?: string[]; actors?: string[]; places?: string[] };
  time_of_day?: Question['time_of_day'];
  means?: string[];
  country?: Question['country'];
  display?: Question['display'];
  compare?: { by: string; values: string[] };
  ref?: string;
  /** What is asked back. */
  asks?: Clarification['about'];
}
type Slot = Exclude<keyof Gold, 'asks'>;

export interface Row {
  id: string;
  lang: string;
  now: string;
  text: string;
  /** The turns before, oldest first. */
  previous?: string[];
  gold: Gold;
  /** Other values that are right as well, by slot. */
  accept?: Partial<Record<Slot, unknown[]>>;
  note?: string;
}

const fold = (s: string) =>
  s
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[’'`ʿʾ‘]/gu, '')
    .replace(/[-_/]+/gu, ' ')
    .trim()
    .replace(/^(?:the|al|as|ash|ar|at|ad|an|az|ath|adh) |^ال/u, '');

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.map(fold).sort().join('\n') === b.map(fold).sort().join('\n');
/** Areas that have parts with names of their own: the Badia of Homs is of the Badia. */
const AREAS = new Set(['Badia', 'Euphrates', 'Khabur']);
function samePlaces(want: readonly string[], got: readonly string[]): boolean {
  const rest = [...got];
  for (const name of want) {
    const at = rest.findIndex((one) => fold(one) === fold(name) || (AREAS.has(name) && fold(one).includes(fold(name))));
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.length === 0;
}
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
/** A running period may end today or at its own end. */
const clip = (period: Period | null, now: string): Period | null =>
  period && { from: period.from, to: period.to > now ? now : period.to };

type Check = (want: unknown, got: Question, now: string) => boolean;
const set =
  (of: (got: Question) => readonly string[]): Check =>
  (want, got) =>
    sameSet(strings(want), of(got));
const value =
  (of: (got: Question) => unknown): Check =>
  (want, got) =>
    same(want, of(got));

const CHECKS = {
  intent: value((q) => q.intent),
  time: (want, q, now) => same(clip(want as Period | null, now), clip(q.time, now)),
  places: (want, q) =>
    samePlaces(
      strings(want),
      q.places.map((place) => place.name),
    ),
  relation: value((q) => q.relation),
  near_km: value((q) => q.near_km),
  actors: (want, q) =>
    (['perpetrator', 'target', 'any'] as const).every((role) => sameSet((want as Question['actors'])[role], q.actors[role])),
  tactics: set((q) => q.tactics),
  casualties: value((q) => q.casualties),
  group_by: value((q) => q.group_by),
  order: value((q) => q.order),
  limit: value((q) => q.limit),
  unanswerable: value((q) => q.unanswerable),
  // a word of it, or a stretch that holds it
  leftover: (want, q) =>
    strings(want).every((word) =>
      q.leftover.some((said) => fold(said).includes(fold(word)) || fold(word).includes(fold(said))),
    ) &&
    (strings(want).length > 0 || q.leftover.length === 0),
  target_objects: set((q) => q.target_objects),
  sources: (want, q) => strings(want).every((name) => q.sources.some((source) => fold(source).includes(fold(name)))),
  evidence: value((q) => q.evidence),
  sector: value((q) => q.sector),
  exclude: (want, q) => {
    const { tactics, actors, places } = want as NonNullable<Gold['exclude']>;
    return (
      sameSet(tactics ?? [], q.exclude?.tactics ?? []) &&
      sameSet(actors ?? [], q.exclude?.actors ?? []) &&
      sameSet(
        places ?? [],
        (q.exclude?.places ?? []).map((place) => place.name),
      )
    );
  },
  time_of_day: value((q) => q.time_of_day),
  means: set((q) => q.means),
  country: value((q) => q.country),
  display: value((q) => q.display),
  compare: (want, q) => sameSet((want as NonNullable<Gold['compare']>).values, q.compare?.values ?? []),
  ref: value((q) => q.ref),
} satisfies Record<Slot, Check>;

/** Of help and lookup only the intent matters, of what is declined only that it is. */
function slotsOf(gold: Gold): Slot[] {
  if (gold.unanswerable) return ['unanswerable'];
  if (gold.intent === 'help' || gold.intent === 'lookup')
    return ['intent', 'unanswerable', ...(gold.ref ? (['ref'] as const) : [])];
  return (Object.keys(CHECKS) as Slot[]).filter((slot) => slot in gold && !(slot === 'relation' && gold.places.length === 0));
}

/** The slots that were read wrongly, each with what was wanted and what came. */
export function missesOf({ gold, accept, now }: Row, question: Question): string[] {
  return slotsOf(gold).flatMap((slot) => {
    const wanted = [gold[slot], ...(accept?.[slot] ?? [])];
    // words that another filter took need not be left over
    if (slot === 'leftover' && gold.leftover.length === 0) wanted.push(...(accept?.leftover ?? []));
    if (wanted.some((want) => CHECKS[slot](want, question, now))) return [];
    const got = slot in question ? question[slot as keyof Question] : null;
    return [`${slot}: wanted ${JSON.stringify(gold[slot])}, got ${JSON.stringify(got)}`];
  });
}
