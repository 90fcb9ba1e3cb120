import type { IncidentRow } from '../../db/queries/incidents.ts';
import type { StatisticRow } from '../../db/queries/statistics.ts';
import type { Tolls } from '../../db/schema/columns.ts';
import type { Evidence, Measure, Party, Stance } from '../../db/schema/vocabulary.ts';
import type { Period, Question } from '../question/question.ts';

/** One incident as answers need it. Days are ISO, actors are ids. */
export interface FoundIncident extends Omit<IncidentRow, 'status'> {
  /** Kilometres from the asked point, for near questions. */
  distanceKm: number | null;
}

/** An account behind a found incident. */
export interface FoundAccount {
  id: string;
  sourceId: string;
  documentId: string | null;
  documentTitle: string | null;
  documentPublished: string | null;
  /** As `document.published_prec`: only where it begins with `day` is the day itself known. */
  documentPublishedPrec?: string | null;
  /** Who published the document, where that is not the source: Amaq's claim, told by The Defense Post. */
  documentSourceId?: string | null;
  url: string | null;
  stance: Stance;
  tolls: Tolls;
  jointToll: boolean;
  approximate: boolean;
  wordsEn: string | null;
  wordsAr: string | null;
  noteEn: string | null;
  noteAr: string | null;
  /** Refs of all incidents that it covers, also of those that were not found. */
  covers: string[];
}

/** low: at least; best: UCDP's sum over parties; high null: open above. All zero where nothing is known: see `unknown`. */
export interface TollTotal {
  low: number;
  best: number;
  high: number | null;
  /** Incidents whose toll in this measure is not known, joint tolls taken into account. */
  unknown: number;
  /** On a line of a breakdown: incidents told of only together with those of other lines, in a figure that is counted on none of these. */
  together?: number;
}

/** A figure that several incidents share. `counted`: all that it covers is counted, so it is in the total, once. */
export interface JointToll {
  accountId: string;
  sourceId: string;
  approximate: boolean;
  covers: string[];
  /** How many of `covers` are among the counted and the possible incidents. */
  amongCounted: number;
  amongPossible: number;
  counted: boolean;
  /**
   * What it adds to the totals: whole, once; part: only some of what it covers counts, so none to all of it may belong, and only the
   * high rises; none.
   */
  adds?: 'whole' | 'part' | 'none';
  tolls: Tolls;
}

export type TotalMeasure = Extract<Measure, 'killed' | 'wounded' | 'captured' | 'missing'>;

/**
 * The losses of those that the question names: of a target, its own side's; of a perpetrator, everybody's but its own side's. Tolls are
 * kept by party, so `exact` is false where a party holds more than was named. Part of `measures`, never beside them.
 */
export interface AskedTotals {
  role: 'target' | 'perpetrator';
  parties: Party[];
  exact: boolean;
  measures: Record<TotalMeasure, TollTotal>;
}

export interface Totals {
  /** Incidents that count. */
  incidents: number;
  /** Incidents that only may belong: an overlapping date, a vague place. Never in any other figure here. */
  possible: number;
  measures: Record<TotalMeasure, TollTotal>;
  /** Adds up to `measures`, but for `unknown`: here, incidents that hit the party and whose toll of it is not known. */
  byParty: Partial<Record<Party, Partial<Record<TotalMeasure, TollTotal>>>>;
  /** Null where the question names nobody as target or perpetrator. */
  asked?: AskedTotals | null;
  byEvidence: Record<Evidence, number>;
  /** Incidents by UCDP precision: how many are vague in day (3–5) or place (3–7). */
  vagueDate: number;
  vaguePlace: number;
}

/** One line of a breakdown or series. Lines add up to the totals: what no line fits is in the line with key null. */
export interface Row {
  /** Period start (ISO day), place id, actor id, tactic, event type; null: not known. */
  key: string | null;
  /**
   * Where an incident may have several values (perpetrator, target, tactic): the one or more that these incidents name, no more and no
   * fewer. Rows of several values are further lines, so that the lines still add up; their key joins the values with a plus.
   */
  keys?: string[];
  /** For a single value: incidents that name it, alone or with others. What a ranking goes by; it does not add up. */
  naming?: number;
  /** The period that the row stands for, in time series. */
  period?: Period;
  incidents: number;
  killed: TollTotal;
  wounded: TollTotal;
}

/** A published figure on the same metric, an overlapping period and area. */
export interface FoundStatistic extends StatisticRow {
  /** exact: same period and area as asked; wider, narrower or overlapping otherwise. */
  fit: { period: 'exact' | 'wider' | 'narrower' | 'overlaps'; area: 'exact' | 'wider' | 'narrower' | 'overlaps' };
}

/** What a search is made on: the question and the moment. */
export interface SearchRequest {
  question: Question;
  /** Day on which it is asked, Asia/Damascus. */
  now: string;
  /** Answer from what the store said at the end of this day; null: from what it says now. */
  asOf: string | null;
  /** First incident to list, and how many. */
  offset: number;
  limit: number;
  /**
   * Ref of the incident before the first to list: where it is known, the page goes on from there however far down it is, and `offset`
   * only says how many came before.
   */
  after?: string | null;
  /** A larger radius, of which the counts are wanted too. */
  wider?: number | null;
}

/** Why an incident is only possible. */
export type PossibleBecause = 'date' | 'place' | 'both';

export interface Found {
  request: SearchRequest;
  /** Radius in effect, stated or default; null where no radius applies. */
  radiusKm: number | null;
  totals: Totals;
  /** What the asked larger radius holds, this one included; null where none was asked for. */
  wider?: { km: number; incidents: number; possible: number } | null;
  jointTolls: JointToll[];
  /** The asked page of what counts, in the question's order (default: oldest first). */
  incidents: FoundIncident[];
  /** The first of the possible ones, oldest first. */
  possible: (FoundIncident & { because: PossibleBecause })[];
  /** Accounts behind the listed and possible incidents, by incident ref. */
  accounts: Record<string, FoundAccount[]>;
  /** Series or breakdown, for trend, top, compare and group_by; empty otherwise. Time series have no gaps. */
  rows: Row[];
  /** For compare: one per value, in the order asked, each with its own totals. */
  compared: { label: string; totals: Totals }[];
  statistics: FoundStatistic[];
  /** Ids of the sources behind everything that is shown. */
  sourceIds: string[];
  /** The store's version that answered, and the last day on which it holds anything. */
  storeVersion: number;
  dataEnds: string | null;
}
