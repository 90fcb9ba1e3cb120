import type { Language, Means, TargetObject } from '../../../db/schema/vocabulary.ts';
import type { CasualtyField, Comparison, Connective, Evidence, Form, Patch, Side, Tactic, WhyUnanswerable } from '../finding.ts';
import type { Grouping, Intent, Question, Relation } from '../question.ts';
import type { Shift } from '../recognisers/shifts.ts';
import type { DateLexicon } from './date-lexicon.ts';

/** Wordings in the pattern language of phrases.ts. */
export type Wordings = readonly string[];
/** What is meant, and the wordings that mean it. */
export type Rows<V> = readonly (readonly [V, Wordings])[];
export type Table<K extends string, V = Wordings> = Readonly<Partial<Record<K, V>>>;

type Casualties = NonNullable<Question['casualties']>;
type Order = NonNullable<Question['order']>;
export type Superlative = {
  most: boolean;
  measure: 'killed' | 'killed_or_wounded' | 'worst' | null;
  comparative: boolean;
  of?: 'perpetrator' | 'target';
  all?: true;
};

/** Words for what happened, by what they do in a sentence (finding.ts says what the forms are). */
export interface EventWords {
  /** No tactic in particular. */
  attacks: Table<Form>;
  incidents: Table<Form>;
  tactics: Table<Tactic, Table<Form>>;
}

export interface CasualtyWords {
  tolls: Table<CasualtyField, Table<Form | 'noun'>>;
  /** Whole filters: "no casualties", "deadly". */
  filters: Rows<Casualties>;
  /** Measures that are no sum: "average deaths per attack". */
  measures: Rows<Casualties>;
  /** With `{number}`. */
  quantities: Rows<Comparison>;
  /** A toll, a verb that compares and a `{number}`, with `{toll}`: "whose toll exceeded 5", زاد عدد قتلاها عن 5. */
  tollQuantities: Rows<Comparison>;
  /** Between two numbers, with `{number}` and `{number:most}`. */
  ranges: Wordings;
  /** After the number and what it counts: "or more". */
  quantitySuffixes: Rows<Comparison>;
  /** Adjectives for events in which somebody was killed. */
  deadly: Wordings;
  people: Wordings;
}

export interface ObjectWords {
  objects: Table<TargetObject>;
  means: Table<Means>;
}

export interface PlaceWords {
  relations: Rows<{ relation: Relation; part?: Side; loose?: true }>;
  sectors: Table<Side>;
  countryside: Wordings;
  countries: Table<'SY' | 'IQ'>;
  /** With `{number}` and `{distance}`. */
  radius: Wordings;
  /** Below zero, or farther than: nothing that can be looked within. */
  impossibleRadius: Wordings;
  /** Between two distances, with `{number}` and `{number:most}`. */
  rings: Wordings;
  /** Kilometres, and the words for that unit. */
  distances: Rows<number>;
}

export interface AskingWords {
  intents: Rows<{ intent: Intent; strength?: 'mild' | 'one' }>;
  smallTalk: Wordings;
  askers: Table<'who' | 'which' | 'where' | 'when'>;
  unanswerable: Table<WhyUnanswerable>;
  /** The same, but only where nothing that happened is asked for: "safe". */
  mildlyUnanswerable: Table<WhyUnanswerable>;
  /** What a date may hang on: the fall, the truce; for `{landmark}`. */
  landmarks: Wordings;
  /** What befalls a place or a power, as a verb: "since Baghuz fell". */
  landmarkVerbs: Wordings;
  /** What hangs a date on them: since, after. */
  anchors: Wordings;
  /** Events that a date hangs on, prayers, days of the week: nothing that the store can be asked for. */
  unsupported: Wordings;
}

export interface GroupingWords {
  /** Adverbs and fixed phrases: monthly, شهريا. */
  groupings: Rows<Grouping>;
  units: Rows<Grouping>;
  /** Words for a group that may have attacked or been attacked. */
  groups: Wordings;
  /** What turns a unit into a grouping, with `{unit}`: by {unit}, لكل {unit}. */
  marks: Wordings;
}

export interface OrderingWords {
  superlatives: Rows<Superlative>;
  /** Binds to the event that follows: last, آخر. */
  orders: Rows<{ order: 'date_desc' | 'date_asc'; sure: boolean }>;
  sorts: Rows<Order>;
  /** With `{number}`. */
  limits: Wordings;
  /** The same, where it is the earliest that are asked for, if it is anything that happened: أول 5 هجمات, but أول 5 محافظات. */
  firsts: Wordings;
}

export interface FilterWords {
  evidence: Rows<Evidence>;
  timeOfDay: Table<'night' | 'day'>;
  display: Table<'map' | 'chart'>;
  negations: Wordings;
  /** Words that deny only in company: the word, and what stands near before it or right after it. */
  negationsBeside: readonly { word: string; before?: readonly string[]; after?: readonly string[] }[];
}

export interface SmallWords {
  connectives: Table<Connective>;
  /** "On" behind a noun, and not behind a passive: "targeted at". */
  aimed: Wordings;
  auxiliaries: Table<'be' | 'did' | 'agent' | 'patient'>;
  patches: Table<Patch>;
  /** A closed list: words that carry nothing. A content word is never filler. */
  filler: Wordings;
}

/** A language, as data. All lexicons are tried on every text, as scripts are mixed. */
export interface Lexicon {
  dates: DateLexicon;
  language: Language;
  numbers: Rows<number>;
  events: EventWords;
  casualties: CasualtyWords;
  objects: ObjectWords;
  places: PlaceWords;
  /** Only after a question with a period: "the month after", with `{number}` for a year. */
  shifts: Rows<Shift>;
  asking: AskingWords;
  grouping: GroupingWords;
  ordering: OrderingWords;
  filters: FilterWords;
  small: SmallWords;
}
