import type { Tolls } from '../../db/schema/columns.ts';
import type { BreakdownLine } from '../../db/schema/statistic.ts';
import type {
  Attribution,
  Evidence,
  Party,
  Reliability,
  SourceKind,
  Stance,
  StatisticMetric,
} from '../../db/schema/vocabulary.ts';
import type { Clarification, Declined, Intent, Period, Question } from '../question/question.ts';
import type { FoundIncident, FoundStatistic, PossibleBecause, TotalMeasure } from '../search/found.ts';

/**
 * What `dalil ask --json` and the batch write, and what a reply is made from. Days are ISO in Asia/Damascus, names are canonical
 * English with the Arabic beside them, figures come from the store alone.
 */

/** All null: not known. `high` null beside a known low: open above ("at least"). `unknown`: incidents whose toll is not known. */
export interface Toll {
  low: number | null;
  best: number | null;
  high: number | null;
  unknown: number;
  /** On a line of a breakdown: incidents whose toll is told only in a figure of several lines, which stands on a line without a key. */
  together?: number;
}

export type TollByMeasure = Record<TotalMeasure, Toll>;

export interface Total extends TollByMeasure {
  incidents: number;
  /** Apart: in no figure here. */
  possible: number;
  by_party: Partial<Record<Party, Partial<TollByMeasure>>>;
  /** The losses of those that the question names, a part of the total; null where it names nobody. See AskedTotals. */
  asked: ({ role: 'target' | 'perpetrator'; parties: Party[]; exact: boolean } & TollByMeasure) | null;
  by_evidence: Record<Evidence, number>;
  vague_date: number;
  vague_place: number;
}

export interface AnswerAccount {
  source: string;
  source_ar: string | null;
  stance: Stance;
  tolls: Tolls;
  approximate: boolean;
  /** The source's wording where it gives no number. */
  words: string | null;
  words_ar: string | null;
  note: string | null;
  note_ar: string | null;
  document: string | null;
  /** Who published the document, where that is not the source. */
  publisher: string | null;
  publisher_ar: string | null;
  /** First day of what `published_prec` names; null where not known. */
  published: string | null;
  published_prec: 'day' | 'month';
  url: string | null;
  /** A figure for several incidents together, which none of them has alone. */
  joint: boolean;
  covers: string[];
}

type Shared = Pick<
  FoundIncident,
  'ref' | 'country' | 'admin1' | 'admin2' | 'lat' | 'lon' | 'tactics' | 'evidence' | 'tolls' | 'version'
>;

export interface AnswerIncident extends Shared, TollByMeasure {
  /** First and last possible day; `date_prec`: UCDP 1–5. */
  date: string;
  date_end: string;
  date_prec: number;
  place: string;
  place_ar: string | null;
  place_id: string | null;
  /** UCDP 1–7. */
  where_prec: number;
  distance_km: number | null;
  event_type: FoundIncident['eventType'];
  sub_event_type: FoundIncident['subEventType'];
  target_objects: FoundIncident['targetObjects'];
  who: string[];
  certainty: Attribution;
  claimed_by: string[];
  target: string[];
  /** UCDP: 2 where the source had lumped several together. */
  event_clarity: number;
  summary: string;
  summary_ar: string | null;
  accounts: AnswerAccount[];
  sources: string[];
}

export interface AnswerPossible extends AnswerIncident {
  because: PossibleBecause;
}

export interface AnswerJoint {
  source: string;
  source_ar: string | null;
  approximate: boolean;
  /** True: in the totals, once. False: in none, as not all that it covers counts. */
  counted: boolean;
  covers: string[];
  among_counted: number;
  among_possible: number;
  tolls: Tolls;
}

export interface AnswerRow {
  /** Period start, place id, actor id, tactic or event type; null: not known. */
  key: string | null;
  label: string | null;
  label_ar: string | null;
  /** Each value by itself: more than one where the row is of incidents that name several. */
  labels: { key: string; label: string; label_ar: string | null }[];
  /** Incidents that name it, alone or with others: what a ranking goes by. It does not add up. */
  naming: number;
  period: { from: string; to: string } | null;
  /** The period has not ended on the day of the question. */
  running: boolean;
  /** The period begins after the last day on which the store holds anything: its nought is no finding. */
  uncovered: boolean;
  incidents: number;
  killed: Toll;
  wounded: Toll;
}

export interface AnswerCompared {
  label: string;
  label_ar: string | null;
  period: Period | null;
  total: Total;
}

export interface AnswerStatistic {
  id: string;
  source: string;
  source_ar: string | null;
  document: string | null;
  metric: StatisticMetric;
  low: number | null;
  high: number | null;
  approximate: boolean;
  period: { from: string; to: string };
  area: string;
  area_ar: string;
  perpetrators: string[];
  subjects: string[];
  subject: string | null;
  subject_ar: string | null;
  breakdown: BreakdownLine[];
  note: string | null;
  note_ar: string | null;
  fit: FoundStatistic['fit'];
}

export interface AnswerSource {
  id: string;
  name: string;
  name_ar: string | null;
  kind: SourceKind;
  side: Party | null;
  reliability: Reliability;
}

/** What a reader must know to use the figures. Each carries its own figures. */
export type Caveat =
  | { kind: 'vague'; places: number; dates: number; of: number }
  | { kind: 'single_source'; of: number }
  /** Told by people in the field and by nobody else. */
  | { kind: 'contacts_alone'; of: number }
  | { kind: 'lumped'; refs: string[] }
  /** Deaths that nobody gives but the attackers themselves. */
  | { kind: 'claimed_tolls'; refs: string[] }
  /** Only a page of them was looked at for what is said of single incidents. */
  | { kind: 'looked_at'; n: number; of: number }
  /** Losses of the attackers' own side: so these are fights too. `left_out`: the figure asked for does not hold them. */
  | { kind: 'own_losses'; actors: string[]; killed: Toll; left_out: boolean }
  /** Incidents that name no unit, in a breakdown by it. */
  | { kind: 'unit_open'; unit: 'governorate' | 'district'; incidents: number; of: number }
  /** Some of the heaviest records of an average stand for several incidents. */
  | { kind: 'average_of_lumped'; refs: string[] }
  | { kind: 'fewest_are_none' }
  | { kind: 'unequal_periods'; periods: { period: Period; days: number; running: boolean }[] }
  /** A ranking by deaths of attacks on a group leaves out its dead in attacks on others. */
  | { kind: 'aimed_at_only'; actors: string[] }
  | { kind: 'running'; until: string }
  | { kind: 'data_ends'; on: string; before: boolean }
  | { kind: 'radius_cuts'; km: number; incidents: number };

/** What lies round about, from further searches; null where it was not looked for or is not there. */
export interface Surroundings {
  /** The same stretch of time before. */
  before: { period: { from: string; to: string }; total: Total } | null;
  /** The same question in a larger circle. */
  wider: { km: number; incidents: number; possible: number } | null;
  /** The same question at any time. */
  any_time: { incidents: number; possible: number; latest: string | null } | null;
  /** Nothing was found, and nothing else is on record from the asked period either. */
  empty_period: boolean;
  /** For an average: those among the incidents with the most dead that stand for several. */
  heaviest_lumped: string[];
}

export type FoundKind = Exclude<Intent, 'help'> | 'nothing_found';

/** An answer out of the store. */
export interface FoundAnswer extends Surroundings {
  kind: FoundKind;
  total: Total;
  grouped_by: Question['group_by'];
  rows: AnswerRow[];
  compared: AnswerCompared[];
  /** The asked page of what counts, and where it begins. */
  incidents: AnswerIncident[];
  offset: number;
  possible: AnswerPossible[];
  joint: AnswerJoint[];
  statistics: AnswerStatistic[];
  sources: AnswerSource[];
  caveats: Caveat[];
  radius_km: number | null;
  store_version: number;
  /** Last day on which the store holds anything. */
  data_ends: string | null;
  /** The past day that was asked about; null: what the store says now. */
  as_of: string | null;
  day: string;
}

/** Nothing was searched: `total` is null, which is not zero. */
interface Bare {
  total: null;
  rows: [];
  incidents: [];
  possible: [];
  statistics: [];
  sources: [];
  day: string;
}
export type BareAnswer = Bare &
  (
    | { kind: 'help' }
    | { kind: 'not_understood' }
    | { kind: 'clarification'; clarification: Clarification }
    | { kind: 'unanswerable'; why: Declined | null }
    /** `id`: under which the log keeps what happened. */
    | { kind: 'failed'; id: string }
  );

export type Answer = FoundAnswer | BareAnswer;
export type AnswerKind = Answer['kind'];
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }> | (K extends FoundKind ? FoundAnswer : never);
