import { z } from 'zod';
import { EVIDENCE, type LANGUAGES, MEANS, PLACE_KINDS, TACTICS, TARGET_OBJECTS } from '../../db/schema/vocabulary.ts';

export const INTENTS = ['list', 'count', 'summary', 'trend', 'compare', 'top', 'latest', 'lookup', 'help'] as const;
export const RELATIONS = ['in', 'near', 'between', 'along', 'north_of', 'east_of', 'south_of', 'west_of'] as const;
export const GROUPINGS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'governorate',
  'district',
  'place',
  'perpetrator',
  'target',
  'tactic',
  'event_type',
] as const;
export const ORDERS = ['count_desc', 'count_asc', 'killed_desc', 'killed_or_wounded_desc', 'date_desc', 'date_asc'] as const;
/** The first sixteen tactics: those that a question can name (QUESTIONS rules). */
export const ASKED_TACTICS = TACTICS.slice(0, 16);
export const EVIDENCE_FILTERS = ['claimed', 'unclaimed', 'confirmed', 'unconfirmed', 'geolocated'] as const;

/** Calendar day in Asia/Damascus, ISO. */
const day = z.iso.date();
const period = z.object({ from: day.nullable(), to: day });
const names = z.array(z.string());

const askedPlace = z.object({
  /** Gazetteer id. */
  id: z.string(),
  name: z.string(),
  name_ar: z.string(),
  kind: z.enum(PLACE_KINDS),
  lat: z.number(),
  lon: z.number(),
});

/**
 * What was asked, slot by slot: the contract of `dalil ask --json` and of everything behind it. Slots hold only what the person said;
 * what was assumed (a year, a radius) rides beside it as an Assumption.
 */
export const questionSchema = z.object({
  intent: z.enum(INTENTS),
  /** Inclusive days; null: no date was said. */
  time: period.nullable(),
  places: z.array(askedPlace),
  relation: z.enum(RELATIONS).nullable(),
  /** Only a stated radius; the default one is an assumption. */
  near_km: z.number().positive().nullable(),
  /** Canonical actor names. */
  actors: z.object({ perpetrator: names, target: names, any: names }),
  tactics: z.array(z.enum(TACTICS)),
  casualties: z
    .object({
      field: z.enum(['killed', 'wounded', 'killed_or_wounded', 'captured', 'missing']),
      op: z.enum(['sum', 'avg', '>=', '>', '=', '<', '<=']),
      value: z.number().int().nullable(),
      /** The target is named for its toll alone: "without civilian casualties" is about any attack. */
      of_target: z.literal(true).optional(),
    })
    .nullable(),
  group_by: z.enum(GROUPINGS).nullable(),
  order: z.enum(ORDERS).nullable(),
  limit: z.number().int().positive().nullable(),
  compare: z
    .object({
      by: z.enum(['place', 'period', 'actor', 'perpetrator', 'target', 'tactic']),
      values: names,
      periods: z.array(period).optional(),
    })
    .nullable(),
  evidence: z.enum(EVIDENCE_FILTERS).nullable(),
  /** Canonical source names. */
  sources: names,
  target_objects: z.array(z.enum(TARGET_OBJECTS)),
  sector: z.enum(['east', 'west', 'north', 'south']).nullable(),
  exclude: z.object({ tactics: z.array(z.enum(TACTICS)), actors: names, places: z.array(askedPlace) }).nullable(),
  time_of_day: z.enum(['night', 'day']).nullable(),
  /** Whole countries are no places: the store is about two of them. Null: both. */
  country: z.enum(['SY', 'IQ']).nullable(),
  means: z.array(z.enum(MEANS)),
  /** The grades asked for by the "only confirmed" action and the like; null: those that count by rule. */
  grades: z.array(z.enum(EVIDENCE)).nullable(),
  /** "attacks" leaves out Strategic developments, "incidents" and no noun keep them. */
  subject: z.enum(['attacks', 'incidents']),
  /** Asked for as a picture: "on a map". */
  display: z.enum(['map', 'chart']).nullable(),
  /** "as of 1 May": what the store said at the end of that day; null: what it says now. Missing in questions kept before it was there. */
  as_of: day.nullable().default(null),
  /** A ref that was named: `BDY-7K3Q9F`. */
  ref: z.string().nullable(),
  /** Prediction, live location, weather, opinion: say so, answer nothing else. */
  unanswerable: z.boolean(),
  /** Content words that the query could not hold. Never dropped in silence. */
  leftover: names,
});
export type Question = z.infer<typeof questionSchema>;
export type AskedPlace = z.infer<typeof askedPlace>;
export type Period = z.infer<typeof period>;
export type Intent = Question['intent'];
export type Relation = NonNullable<Question['relation']>;
export type Grouping = NonNullable<Question['group_by']>;

/** What was taken for granted, shown beside every answer with the way to change it. `said` is the person's own wording. */
export const assumptionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('year'), said: z.string(), from: day, to: day }),
  z.object({ kind: z.literal('day_first'), said: z.string(), day }),
  z.object({ kind: z.literal('part_of_period'), said: z.string(), from: day.nullable(), to: day }),
  z.object({ kind: z.literal('season'), said: z.string(), from: day, to: day }),
  z.object({ kind: z.literal('calendar'), said: z.string(), from: day, to: day }),
  z.object({ kind: z.literal('radius'), place: z.string(), km: z.number() }),
  z.object({ kind: z.literal('spelling'), said: z.string(), name: z.string(), name_ar: z.string() }),
  z.object({ kind: z.literal('role'), actor: z.string(), role: z.enum(['perpetrator', 'target', 'any']) }),
  z.object({ kind: z.literal('actor_meaning'), said: z.string(), actor: z.string() }),
  z.object({ kind: z.literal('tactic_meaning'), said: z.string(), tactic: z.enum(TACTICS) }),
  /** Two dates that are not side by side became the whole stretch from the first to the last. */
  z.object({ kind: z.literal('envelope'), from: day.nullable(), to: day }),
  /** Only the narrower of two places was used, as the other holds it: "Sukhnah in Homs". */
  z.object({ kind: z.literal('within'), place: z.string(), within: z.string() }),
  /** A sentence beside the question, or the rest of a very long text. */
  z.object({ kind: z.literal('not_read'), said: z.string() }),
  z.object({ kind: z.literal('kept'), slots: z.array(z.string()) }),
]);
export type Assumption = z.infer<typeof assumptionSchema>;

/** What no figure can be given for: a day that does not exist, a number or a distance beyond all sense. */
export const IMPOSSIBLE = ['no_such_date', 'no_such_number', 'no_such_distance'] as const;
export type Impossible = (typeof IMPOSSIBLE)[number];

/** A short question back instead of a guess. Each choice is a full rewording that can be sent as it is; what is impossible has none. */
export interface Clarification {
  about: 'place' | 'actor' | 'unknown_name' | Impossible;
  said: string;
  choices: { label: string; labelAr: string; text: string }[];
}

/** What the store cannot tell, whatever it holds. */
export const DECLINED = ['prediction', 'live_location', 'weather', 'opinion', 'harmful', 'off_topic'] as const;
export type Declined = (typeof DECLINED)[number];

export interface Understanding {
  question: Question;
  assumptions: Assumption[];
  clarification: Clarification | null;
  /** The language of the text. */
  language: (typeof LANGUAGES)[number];
  /** True when nothing at all was understood: no slot set and words left over. */
  nothing: boolean;
  /** Why the question is unanswerable, where it is. */
  declined?: Declined | null;
  /** What each stage made of it, for tests and `--trace`. */
  trace: TraceStep[];
}

export interface TraceStep {
  stage: string;
  detail: string;
}

export const emptyQuestion = (): Question => ({
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
  compare: null,
  evidence: null,
  sources: [],
  target_objects: [],
  sector: null,
  exclude: null,
  time_of_day: null,
  country: null,
  means: [],
  grades: null,
  subject: 'incidents',
  display: null,
  as_of: null,
  ref: null,
  unanswerable: false,
  leftover: [],
});
