import type { PlaceKind } from '../../db/schema/vocabulary.ts';

/** A word that says what kind of place the name beside it is. */
export interface KindWord {
  words: readonly string[];
  kinds: readonly PlaceKind[];
  /** It belongs to the name even if no place of that kind is known ("Sukhnah desert"); else it is left for other recognisers. */
  soft?: boolean;
}

/** One language's wording around names. All words are folded when they are read in. */
export interface NameLexicon {
  /** After these a place is meant. */
  cues: readonly string[];
  /** After these a place or something else is meant. */
  weakCues: readonly string[];
  /** May stand between a cue and its name. */
  passed: readonly string[];
  /** Join names; what is said before the first holds for the second. */
  links: readonly string[];
  /** Names the kind of place; longer phrases first does not matter. */
  kinds: readonly KindWord[];
  /** First parts of names: never a name by themselves when another word follows. */
  parts: readonly string[];
  /** Months, weekdays and the like: never a place. */
  never: readonly string[];
  /** Countries, capitals and groups elsewhere: a look-alike of one is not a place here. */
  foreign: readonly string[];
  /** Given names: a place only after a cue. */
  people: readonly string[];
  /** The commonest words: never matched by likeness, and a place of that very spelling only after a cue. */
  common: readonly string[];
  /** The field's words, from which a typo is not led to a place. */
  field: readonly string[];
  /** Said of an army without saying whose. */
  unqualifiedActors: readonly string[];
  /** After these a source is meant. */
  sourceCues: readonly string[];
  /** Source id → how people call it. */
  sources: Readonly<Record<string, readonly string[]>>;
}
