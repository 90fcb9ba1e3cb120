import type { MEANS, TACTICS, TARGET_OBJECTS } from '../../db/schema/vocabulary.ts';
import type { Actor, Gazetteer, Place, SourceName } from '../gazetteer/gazetteer.ts';
import type { Assumption, Grouping, Intent, Period, Question, Relation } from './question.ts';
import type { Text } from './text.ts';

/** How sure a recogniser is of its reading: the first thing that the overlap resolver compares. */
export const EXACTNESS = ['exact', 'dictionary', 'fuzzy'] as const;

/** A name's possible readings, best first; scores 0–1.1 (1.1: the very spelling is known). */
export interface Candidate<T> {
  entity: T;
  score: number;
}

type Value =
  | { kind: 'time'; period: Period /** two or more periods named side by side: for comparisons */; periods?: Period[] }
  | { kind: 'place'; candidates: Candidate<Place>[] }
  | { kind: 'actor'; candidates: Candidate<Actor>[] }
  | { kind: 'source'; candidates: Candidate<SourceName>[] }
  | { kind: 'relation'; relation: Relation; sector?: Question['sector'] }
  | { kind: 'radius'; km: number }
  | {
      kind: 'tactic';
      tactics: (typeof TACTICS)[number][] /** also names the act ("ambushed") and so points at a target */;
      verb?: boolean;
    }
  | { kind: 'target_object'; object: (typeof TARGET_OBJECTS)[number] }
  | { kind: 'means'; means: (typeof MEANS)[number] }
  | { kind: 'casualties'; casualties: NonNullable<Question['casualties']> }
  | { kind: 'intent'; intent: Intent }
  | { kind: 'grouping'; grouping: Grouping }
  | { kind: 'order'; order: NonNullable<Question['order']>; limit?: number }
  | { kind: 'limit'; limit: number }
  | { kind: 'evidence'; evidence: NonNullable<Question['evidence']> }
  | { kind: 'time_of_day'; part: 'night' | 'day' }
  | { kind: 'event_noun'; subject: Question['subject'] }
  /** by, on, against, between, involving …: binds to the actor or place next to it */
  | { kind: 'connective'; connective: 'by' | 'on' | 'of' | 'between' | 'and' | 'involving' | 'from' | 'to' }
  /** except, not, without …: binds to the next finding */
  | { kind: 'negation' }
  | { kind: 'patch'; patch: 'only' | 'also' | 'drop_time' | 'drop_place' | 'drop_all' | 'instead' }
  | { kind: 'ref'; ref: string }
  | { kind: 'unanswerable'; why: 'prediction' | 'live_location' | 'weather' | 'opinion' | 'harmful' | 'off_topic' }
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
