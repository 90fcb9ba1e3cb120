import type { Range, Tolls } from '../../db/schema/columns.ts';
import type { Measure, Party } from '../../db/schema/vocabulary.ts';
import type { Told } from './people-told.ts';

/** People named together: "3 soldiers", "٤ عناصر من الجيش". */
interface Group {
  party: Party | null;
  actors: string[];
  range: Range | null;
  number: boolean;
  attacking: boolean;
  from: number;
  to: number;
}
type Toll = Extract<Told, { kind: 'toll' }>;
type People = Extract<Told, { kind: 'people' }>;

/** How many other words may stand between people and what became of them. */
const REACH = 5;

/** "20 مسلح" are twenty, راعي واحد is one: of a number and a word for people the number counts. */
function isOne(group: Group, next: People): boolean {
  if (group.range && next.range && !group.number && !(next.number && next.range.low === group.range.low)) return false;
  if (group.number && next.number) return false;
  // "an officer of the Asayish": whose they are is said by the name beside the word
  if (group.actors.length > 0 !== (next.actor !== null)) return true;
  return group.party === null || next.party === null || group.party === next.party;
}

/** Neighbours that name the same people become one: a number, then who they are. */
function groupsOf(told: readonly Told[]): Group[] {
  const groups: Group[] = [];
  told.forEach((one, at) => {
    if (one.kind !== 'people') return;
    const last = groups.at(-1);
    const gap = last ? told.slice(last.to + 1, at) : [];
    const isClose = last !== undefined && gap.length <= 1 && gap.every(({ kind }) => kind === 'between');
    const named = one.actor === null ? [] : [one.actor];
    if (last && isClose && isOne(last, one)) {
      last.party = (one.actor === null ? last.party : one.party) ?? last.party ?? one.party;
      last.range ??= one.range;
      last.attacking ||= one.attacking;
      last.number = false;
      last.actors.push(...named);
      last.to = at;
    } else {
      const { party, range, number, attacking } = one;
      groups.push({ party, actors: named, range, number, attacking, from: at, to: at });
    }
  });
  return groups;
}

/** "two died and one hurt": the number before the word is that word's. */
function isOfNext(told: readonly Told[], { to, number }: Group): boolean {
  const next = told[to + 1];
  return number && next?.kind === 'toll' && next.noun;
}

/** The group next to a toll on one side, with those that are joined to it by "and"; nothing else's toll stands between. */
function groupsBeside(told: readonly Told[], groups: readonly Group[], at: number, step: 1 | -1): Group[] {
  const found: Group[] = [];
  let blanks = 0;
  let joined = true;
  for (let i = at + step; told[i]; ) {
    const group = groups.find(({ from, to }) => from <= i && i <= to);
    if (group) {
      if (found.length > 0 && (!joined || group.range === null || (step === 1 && isOfNext(told, group)))) break;
      found.push(group);
      i = step === 1 ? group.to + 1 : group.from - 1;
      joined = false;
      blanks = 0;
      continue;
    }
    const kind = told[i]?.kind;
    if (kind === 'toll' || kind === 'end' || kind === 'nobody') break;
    if (kind === 'and') joined = true;
    else if (++blanks > REACH || found.length > 0) break;
    i += step;
  }
  return found;
}

const counts = (groups: readonly Group[]) => groups.some(({ range }) => range !== null);

/** Whether the next toll to the right has only these people to speak of. */
function neededFurther(told: readonly Told[], groups: readonly Group[], [first]: readonly Group[]): boolean {
  if (!first) return false;
  const next = told.findIndex((one, i) => i > first.to && one.kind === 'toll');
  if (next < 0 || next - first.to > 2) return false;
  return told.slice(first.to + 1, next).every(({ kind }) => kind === 'between') && !counts(groupsBeside(told, groups, next, 1));
}

function sideOf(told: readonly Told[], groups: readonly Group[], at: number, toll: Toll, used: ReadonlySet<Group>): Group[] {
  const beside = (step: 1 | -1) =>
    groupsBeside(told, groups, at, step).filter((group) => !used.has(group) && !(group.attacking && group.range === null));
  const left = toll.verb === null ? beside(-1) : [];
  const right = beside(1);
  // قتيل is one already: who else is counted is not it
  if (toll.range) return [...left, ...right].filter(({ range }) => range === null).slice(0, 1);
  if (!counts(left)) return counts(right) || left.length === 0 ? right : left;
  if (!counts(right) || neededFurther(told, groups, right)) return left;
  return toll.arabic && !toll.noun ? right : left;
}

/** Whose they are where the number does not say it: "3 قتلى من الجيش", "the army lost 5". */
function ownerOf(
  told: readonly Told[],
  groups: readonly Group[],
  at: number,
  toll: Toll,
  used: ReadonlySet<Group>,
): Group | null {
  const [owner] = groupsBeside(told, groups, at, toll.verb === 'losing' ? -1 : 1);
  const isFree = owner && !used.has(owner) && owner.range === null && owner.party !== null;
  return isFree && (toll.verb === 'losing' || !owner.attacking) ? owner : null;
}

const add = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a + b;

function put(tolls: Tolls, party: Party, measure: Measure, range: Range): void {
  const of = tolls[party] ?? {};
  tolls[party] = of;
  const before = of[measure];
  of[measure] = before
    ? {
        low: add(before.low, range.low),
        high: add(before.high, range.high),
        ...(range.best == null ? {} : { best: add(before.best, range.best) }),
      }
    : range;
}

/** "Somebody was": how many is not said. */
const SOME: Range = { low: 1, high: null };
const NONE: Range = { low: 0, best: 0, high: 0 };

export interface TollsTold {
  tolls: Tolls;
  /** Actors whose dead, wounded or captured were counted. */
  sufferers: string[];
}

/**
 * Dead, wounded, captured and missing of one sentence, by party. `suffered`: whose they are where the words beside a number do not say,
 * as one side alone was attacked.
 */
export function tollsTold(told: readonly Told[], suffered: Party | null): TollsTold {
  const groups = groupsOf(told);
  const used = new Set<Group>();
  const tolls: Tolls = {};
  // "two wounded" of whom nothing else is said are of those who died beside them
  let last: Party | null = null;
  told.forEach((one, at) => {
    if (one.kind === 'nobody') for (const measure of one.measures) put(tolls, 'unknown', measure, NONE);
    const [measure, second] = one.kind === 'toll' ? one.measures : [];
    if (one.kind !== 'toll' || !measure) return;
    const beside = sideOf(told, groups, at, one, used);
    for (const group of beside) used.add(group);
    const owner = beside.some(({ party }) => party !== null) ? null : ownerOf(told, groups, at, one, used);
    if (owner) used.add(owner);
    const counted = beside.length > 0 ? beside : [null];
    for (const group of counted) {
      const range = one.range ?? group?.range ?? (one.noun || group ? SOME : null);
      if (!range || (measure === 'missing' && range === SOME)) continue;
      const party: Party = group?.party ?? owner?.party ?? suffered ?? last ?? 'unknown';
      if (party !== 'unknown') last = party;
      put(tolls, party, measure, range);
      // "5 dead and wounded": the number is of the first
      if (second) put(tolls, party, second, one.also ?? SOME);
    }
  });
  return { tolls, sufferers: [...used].flatMap(({ actors }) => actors) };
}
