import type { MEANS, TACTICS, TARGET_OBJECTS } from '../../db/schema/vocabulary.ts';
import type { Actor, Gazetteer, Place, SourceName } from '../gazetteer/gazetteer.ts';
import type { Unit } from './calendar.ts';
import type { Assumption, Declined, Grouping, Impossible, Intent, Period, Question, Relation } from './question.ts';
import type { Text } from './text.ts';

/** How sure a recogniser is of its reading: the first thing that the overlap resolver compares. */
export const EXACTNESS = ['exact', 'dictionary', 'fuzzy'] as const;

/** A name's possible readings, best first; scores 0–1.1 (1.1: the very spelling is known). */
export interface Candidate<T> {
  entity: T;
  score: number;
}

/**
 * What a word for an event does in its sentence. `deed`: a noun whose owner did it ("ISIS attacks", هجمات داعش); `deeds`: the same in the
 * plural; `suffered`: a noun whose owner suffered it (استهداف الجيش); `verb`: attack, يهاجم; `past`: attacked, which English also uses
 * for the passive; `passive`: never active; `doing`: attacking.
 */
export type Form = 'deed' | 'deeds' | 'suffered' | 'verb' | 'past' | 'passive' | 'doing';
export type CasualtyField = NonNullable<Question['casualties']>['field'];
export type Comparison = Exclude<NonNullable<Question['casualties']>['op'], 'sum' | 'avg'>;
export type Side = NonNullable<Question['sector']>;
export type Evidence = NonNullable<Question['evidence']>;
export type Tactic = (typeof TACTICS)[number];
/** by, on, of …: what binds an actor or a place to its neighbours. `than`: compared with. */
export type Connective =
  | 'by'
  | 'on'
  | 'of'
  | 'between'
  | 'and'
  | 'or'
  | 'involving'
  | 'from'
  | 'to'
  | 'with'
  | 'among'
  | 'than'
  | 'vs';
export type Patch =
  | 'only'
  | 'also'
  | 'instead'
  | 'drop_time'
  | 'drop_place'
  | 'drop_actors'
  | 'drop_tactics'
  | 'drop_casualties'
  | 'drop_all';
export type WhyUnanswerable = Declined;

export type Value =
  | {
      kind: 'time';
      period: Period /** two or more periods named side by side: for comparisons */;
      periods?: Period[] /** "between 2019 and 2021": all that lies between was said */;
      isStretch?: true /** "2021 versus 2022", "before and after April": to be compared */;
      isSetBeside?: true /** "the month before": than the period that was named before it */;
      unitBefore?: Unit /** of "2021 to 2022", which may be a comparison */;
      ends?: Period[];
    }
  /** "as of 1 May": answer from what the store said at the end of that day */
  | { kind: 'as_of'; day: string }
  /** `name`: the tokens of the name itself, where kind words stand beside it */
  | { kind: 'place'; candidates: Candidate<Place>[]; name?: { start: number; end: number } }
  | { kind: 'actor'; candidates: Candidate<Actor>[] }
  | { kind: 'source'; candidates: Candidate<SourceName>[] }
  /** `part`: "in the east of", a sector of the place and not a direction from it. */
  | {
      kind: 'relation';
      relation: Relation;
      part?: Side /** "southeast of": held as the first of its two, and said */;
      loose?: true;
    }
  | { kind: 'sector'; side: Side }
  /** countryside, ريف: means the governorate around the seat */
  | { kind: 'countryside' }
  | { kind: 'country'; country: NonNullable<Question['country']> }
  | { kind: 'radius'; km: number }
  /** a word for what happened; no tactics: any */
  | { kind: 'event'; tactics: Tactic[]; form: Form; subject: Question['subject'] }
  /** a word for a toll without a number: "killed", "losses" */
  | { kind: 'toll'; field: CasualtyField; form: Form | 'noun' }
  | { kind: 'casualties'; casualties: NonNullable<Question['casualties']> }
  /** "at least 5", "more than ten", "5": belongs to the toll or the event next to it */
  | { kind: 'quantity'; op: Comparison; value: number /** "5 to 10": held as at least 5, and said */; partial?: true }
  /** "or more", على الأقل: after the number and what it counts */
  | { kind: 'quantity_suffix'; op: Comparison }
  /** deadly, دموية: some were killed; beside a superlative, the deadliest */
  | { kind: 'deadly' }
  /** people, members, عناصر: counts for nothing beside an actor or a toll */
  | { kind: 'people' }
  | { kind: 'target_object'; object: (typeof TARGET_OBJECTS)[number] }
  | { kind: 'means'; means: (typeof MEANS)[number] }
  /** `mild`: gives way to any other intent ("show me"); `one`: only when a single incident is meant ("details of the attack") */
  | { kind: 'intent'; intent: Intent; strength?: 'mild' | 'one' }
  | { kind: 'small_talk' }
  | { kind: 'grouping'; grouping: Grouping }
  /** month, محافظة: groups only after "which", "most", "top 5" */
  | { kind: 'unit'; grouping: Grouping /** "group", "faction": attackers or attacked */; either?: true }
  /** `worst`: by deaths where a single event is meant, by number where a month or place is */
  | {
      kind: 'superlative';
      most: boolean;
      measure: 'killed' | 'killed_or_wounded' | 'worst' | null;
      comparative: boolean /** who is most of it: "most targeted", "most active" */;
      of?: 'perpetrator' | 'target';
      /** "rank": the whole order is asked for */
      all?: true;
    }
  /** last, first, آخر: binds to the event that follows; `sure`: may stand alone ("most recent") */
  | { kind: 'order'; order: 'date_desc' | 'date_asc'; sure: boolean }
  /** an order of the list that was spelled out: "newest first", "by deaths" */
  | { kind: 'sort'; order: NonNullable<Question['order']> }
  | { kind: 'limit'; limit: number /** the earliest, where events are listed */; first?: true }
  | { kind: 'evidence'; evidence: Evidence }
  | { kind: 'time_of_day'; part: 'night' | 'day' }
  | { kind: 'display'; display: NonNullable<Question['display']> }
  | { kind: 'connective'; connective: Connective }
  /** `be`: was, تعرض: makes a passive; `did`: an active verb follows; `agent`: carried out, نفذ; `patient`: suffered */
  | { kind: 'auxiliary'; auxiliary: 'be' | 'did' | 'agent' | 'patient' }
  | { kind: 'asker'; asks: 'who' | 'which' | 'where' | 'when' }
  /** except, not, without …: binds to the next finding */
  | { kind: 'negation' }
  | { kind: 'patch'; patch: Patch }
  | { kind: 'ref'; ref: string }
  | {
      kind: 'unanswerable';
      why: WhyUnanswerable /** only where nothing that happened is asked for: "safe", آمن */;
      mild?: true;
    }
  /** 31 February, 9999999999999 killed, within 5000 km: asked about, never left out of the question */
  | { kind: 'impossible'; about: Impossible }
  /** "the fall of Baghuz", "Friday prayers": no date, no place, reported as it stands */
  | { kind: 'unsupported' }
  /** a closed list of words that carry nothing; a content word is never filler */
  | { kind: 'filler' };

export type FindingKind = Value['kind'];

/** One recogniser's reading of a stretch of tokens: [start, end) are token indices. */
export type Finding = Value & {
  start: number;
  end: number;
  exactness: (typeof EXACTNESS)[number];
  assumptions: Assumption[];
  /** Which recogniser said so; for the trace. */
  by: string;
  /** Arabic particles attached to the first word and not part of the reading: ب in بحمص. */
  prefix?: string;
};
export type FindingOf<K extends FindingKind> = Extract<Finding, { kind: K }>;

/** What recognisers may know besides the text. */
export interface ReadingContext {
  /** The day on which it is asked, Asia/Damascus, ISO. */
  now: string;
  gazetteer: Gazetteer;
}

/** Independent of each other and of order: each looks at the tokens and says what it sees. */
export type Recogniser = (text: Text, context: ReadingContext) => Finding[];
