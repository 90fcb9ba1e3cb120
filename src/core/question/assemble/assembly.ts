import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts';
import type { FindingKind, FindingOf, Patch } from '../finding.ts';
import { type AskedPlace, type Assumption, type Declined, emptyQuestion, type Question } from '../question.ts';
import { allOf, type Item, type Sentence } from './sentence.ts';

export type Slot = Exclude<keyof Question, 'actors' | 'leftover'> | 'perpetrator' | 'target' | 'any';
export type Role = 'perpetrator' | 'target' | 'any';

/** A question in the making: what each stage fills, and which words it took for it. */
export interface Assembly {
  sentence: Sentence;
  gazetteer: Gazetteer;
  question: Question;
  /** Slots that the words themselves fill; a follow-up inherits the others. */
  said: Set<Slot>;
  assumptions: Assumption[];
  /** Items that became part of the question, or carry nothing where they stand. */
  used: Set<Item>;
  /** Items of which the question holds a part only: said all the same. */
  reported: Set<Item>;
  /** Actors whose role is a guess, by name: the question before may know better. */
  guessed: Map<string, Role>;
  /** The mention of each place, by id: another relation may mean another of its namesakes. */
  mentions: Map<string, FindingOf<'place'>>;
  patches: Set<Patch>;
  /** "compared with last year": values of which some may be in the question before. */
  comparing: boolean;
  declined: Declined | null;
}

export const startAssembly = (sentence: Sentence, gazetteer: Gazetteer): Assembly => ({
  sentence,
  gazetteer,
  question: emptyQuestion(),
  said: new Set(),
  assumptions: [],
  used: new Set(),
  reported: new Set(),
  guessed: new Map(),
  mentions: new Map(),
  patches: new Set(),
  comparing: false,
  declined: null,
});

/** Findings of a kind that no earlier stage has taken. */
export const open = <K extends FindingKind>(assembly: Assembly, kind: K): FindingOf<K>[] =>
  allOf(assembly.sentence, kind).filter((item) => !assembly.used.has(item));

export function use(assembly: Assembly, item: Item): void {
  assembly.used.add(item);
  if ('assumptions' in item) assembly.assumptions.push(...item.assumptions);
}

export const askedPlace = ({ id, name, nameAr, kind, lat, lon }: Place): AskedPlace => ({
  id,
  name,
  name_ar: nameAr,
  kind,
  lat,
  lon,
});

export const countryNamed = (gazetteer: Gazetteer, code: string): Place | undefined =>
  [...gazetteer.places.values()].find(({ kind, country }) => kind === 'country' && country === code);

export const addOnce = <T>(list: T[], one: T): void => {
  if (!list.includes(one)) list.push(one);
};
