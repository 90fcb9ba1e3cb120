import type { Range, Tolls } from '../../db/schema/columns.ts';
import type { Measure, Party } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { peopleTold } from './people-told.ts';
import type { ReportReader, Words } from './report-reader.ts';
import { partyOf } from './roles-told.ts';
import type { Correction } from './taken-back.ts';

/** What a correction changes of a draft; null and empty take away. */
export type Amended = Partial<Draft>;

export interface AmendDeps {
  reports: Pick<ReportReader, 'tell' | 'draft'>;
  gazetteer: Gazetteer;
}

/** One side of a correction, as it reads by itself. */
interface Side {
  draft: Draft;
  /** Bare numbers. */
  numbers: Range[];
  /** What became of people, with or without a number. */
  measures: Measure[];
  /** Whose people are named, by a name or by what they are. */
  parties: Party[];
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const named = ({ attackers, targets, involved }: Draft) => unique([...attackers, ...targets, ...involved]);

function sideOf(text: string, today: string, { reports }: AmendDeps): Side {
  if (text === '') return { draft: emptyDraft(), numbers: [], measures: [], parties: [] };
  const words: Words = { text, today };
  const told = reports.tell(words).flatMap(peopleTold);
  return {
    draft: reports.draft({ words: [words], pin: null }),
    numbers: told.flatMap((one) => (one.kind === 'people' && one.number && one.range ? [one.range] : [])),
    measures: unique(told.flatMap((one) => (one.kind === 'toll' ? one.measures : []))),
    parties: unique(told.flatMap((one) => (one.kind === 'people' ? (one.party ?? []) : []))),
  };
}

const states = ({ draft, numbers, measures, parties }: Side): boolean =>
  draft.day !== null ||
  draft.place !== null ||
  draft.tactics.length > 0 ||
  Object.keys(draft.tolls).length > 0 ||
  named(draft).length + numbers.length + measures.length + parties.length > 0;

/** "مو تدمر السخنة": where no mark tells the two sides apart, the first thing that is named is not so. */
function sidesOf(correction: Correction, today: string, deps: AmendDeps): { so: Side; not: Side } {
  const so = sideOf(correction.instead, today, deps);
  const words = correction.not.split(' ');
  for (let n = 1; n < words.length && !states(so); n++) {
    const not = sideOf(words.slice(0, n).join(' '), today, deps);
    const rest = sideOf(words.slice(n).join(' '), today, deps);
    if (states(not) && states(rest)) return { so: rest, not };
  }
  return { so, not: sideOf(correction.not, today, deps) };
}

function amendDay(draft: Draft, so: Draft, not: Draft): Amended {
  if (so.day) return { day: so.day, timeOfDay: so.timeOfDay };
  const isTakenBack = not.day !== null && not.day.from === draft.day?.from && not.day.to === draft.day.to;
  return isTakenBack ? { day: null, timeOfDay: null } : {};
}

function amendPlace(draft: Draft, so: Draft, not: Draft): Amended {
  if (so.place) return { place: so.place };
  return not.place !== null && not.place.id === draft.place?.id && !draft.place.pinned ? { place: null } : {};
}

function amendTactics(draft: Draft, so: Draft, not: Draft): Amended {
  if (not.tactics.length === 0) return so.tactics.length > 0 ? { tactics: so.tactics } : {};
  return { tactics: unique([...draft.tactics.filter((one) => !not.tactics.includes(one)), ...so.tactics]) };
}

/** Whoever is named instead takes the role of whom they are named instead of. */
function amendRoles(draft: Draft, so: Draft, not: Draft): Amended {
  const [isSo, isNot] = [named(so), named(not)];
  const roles = (['attackers', 'targets', 'involved'] as const).filter((role) => draft[role].some((one) => isNot.includes(one)));
  const role = roles[0] ?? (not.attackers.length > 0 ? 'attackers' : null);
  if (role) return { [role]: unique([...draft[role].filter((one) => !isNot.includes(one)), ...isSo]) };
  if (so.attackers.length > 0) return { attackers: so.attackers, ...(so.targets.length > 0 ? { targets: so.targets } : {}) };
  if (so.targets.length > 0) return { targets: so.targets };
  return so.involved.length > 0 && draft.attackers.length > 0 ? { attackers: so.involved } : {};
}

type Entry = readonly [Party, Measure, Range];
const entries = (tolls: Tolls): Entry[] =>
  (Object.entries(tolls) as [Party, NonNullable<Tolls[Party]>][]).flatMap(([party, of]) =>
    (Object.entries(of) as [Measure, Range][]).map(([measure, range]): Entry => [party, measure, range]),
  );
const tollsOf = (all: readonly Entry[]): Tolls => {
  const tolls: Tolls = {};
  for (const [party, measure, range] of all) tolls[party] = { ...tolls[party], [measure]: range };
  return tolls;
};
const isOnly = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);

/** A count said anew: of the same people, or of those of whom nothing else was counted so. */
function recounted(all: readonly Entry[], [party, measure, range]: Entry, was: Range | undefined): Entry[] {
  const same = all.filter(([of, what]) => what === measure && (party === 'unknown' || of === party || of === 'unknown'));
  const meant = isOnly(was ? same.filter(([, , before]) => before.low === was.low) : same) ?? same.find(([of]) => of === party);
  const whose = party === 'unknown' ? (meant?.[0] ?? party) : party;
  return [...all.filter((entry) => entry !== meant), [whose, measure, range]];
}

function amendTolls(draft: Draft, so: Side, not: Side, gazetteer: Gazetteer): Amended {
  const before = entries(draft.tolls);
  const [number] = so.numbers;
  const [wrong] = not.numbers.length > 0 ? not.numbers : entries(not.draft.tolls).map(([, , range]) => range);
  // "hurt, not killed": the number stays what it is
  const isMoved = so.measures.length === 1 && not.measures.length === 1 && so.numbers.length === 0;
  const told = entries(so.draft.tolls).filter(([, , { high }]) => !isMoved || high !== null);
  let now = told.reduce((all, entry) => recounted(all, entry, wrong), before);
  if (told.length === 0 && number) {
    const meant = isOnly(wrong ? before.filter(([, , { low }]) => low === wrong.low) : before);
    if (meant) now = before.map((entry): Entry => (entry === meant ? [entry[0], entry[1], number] : entry));
  }
  const [measure, party] = [isOnly(so.measures), isOnly(so.parties) ?? partyOf(named(so.draft), gazetteer)];
  const [notMeasure, notParty] = [isOnly(not.measures), isOnly(not.parties) ?? partyOf(named(not.draft), gazetteer)];
  if (measure && notMeasure) now = now.map(([of, what, n]): Entry => [of, what === notMeasure ? measure : what, n]);
  if (party && notParty) now = now.map(([of, what, n]): Entry => [of === notParty ? party : of, what, n]);
  return JSON.stringify(now) === JSON.stringify(before) ? {} : { tolls: tollsOf(now) };
}

/** What a correction changes, field by field; null: nothing of it is understood. */
export function amend(draft: Draft, correction: Correction, today: string, deps: AmendDeps): Amended | null {
  const { so, not } = sidesOf(correction, today, deps);
  const changed: Amended = {
    ...amendDay(draft, so.draft, not.draft),
    ...amendPlace(draft, so.draft, not.draft),
    ...amendTactics(draft, so.draft, not.draft),
    ...amendRoles(draft, so.draft, not.draft),
    ...amendTolls(draft, so, not, deps.gazetteer),
  };
  return Object.keys(changed).length > 0 ? changed : null;
}

const BARE_NUMBER = /^\p{Nd}{1,3}[.!]?$/u;

/** "wounded … 3": the number of those of whom it was not said; null: it is not that. */
export function counted(draft: Draft, { text, today }: Words, deps: AmendDeps): Amended | null {
  if (!BARE_NUMBER.test(text.trim())) return null;
  const all = entries(draft.tolls);
  const vague = isOnly(all.filter(([, , { high }]) => high === null));
  const [number] = sideOf(text, today, deps).numbers;
  return vague && number
    ? { tolls: tollsOf(all.map((entry) => (entry === vague ? [entry[0], entry[1], number] : entry))) }
    : null;
}

/** A short message that names another day or place and nothing else: whoever sends it means that one. */
export function isRestated({ text, today }: Words, { reports }: AmendDeps): boolean {
  const read = reports.draft({ words: [{ text, today }], pin: null });
  const said = [read.day, read.place].filter((one) => one !== null).length;
  const others = read.tactics.length + named(read).length + Object.keys(read.tolls).length + read.targetObjects.length;
  return said === 1 && others === 0;
}
