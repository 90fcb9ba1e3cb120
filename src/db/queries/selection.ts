import type { EventType, Evidence, Means, Party, SubEventType, Tactic, TargetObject } from '../schema/vocabulary.ts';

/** What the store adds up. */
export const TOTAL_MEASURES = ['killed', 'wounded', 'captured', 'missing'] as const;
export type TotalMeasure = (typeof TOTAL_MEASURES)[number];

/**
 * Which incidents a question is about, as plain data: what core/search makes of a Question and what the queries read. All parts must
 * hold together; an empty list of alternatives holds for nothing, null for everything.
 */
export interface Selection {
  /** Day whose end the store is read at; null: now. */
  asOf: string | null;
  /** Inclusive ISO days; null: open. */
  from: string | null;
  to: string | null;
  /**
   * Days from the first to the last of the store's longest incident, so that nothing older need be looked at: as read before, or left to
   * the statement to read; null: not known.
   */
  longest: number | 'left' | null;
  ref: string | null;
  country: 'SY' | 'IQ' | null;
  withoutEventTypes: readonly EventType[];
  actors: readonly ActorTest[];
  /** Nobody of these has any part in it. */
  withoutActors: readonly string[];
  tactics: readonly TacticTest[] | null;
  withoutTactics: readonly TacticTest[];
  targetObjects: readonly TargetObject[] | null;
  means: readonly Means[] | null;
  timeOfDay: 'day' | 'night' | null;
  /** Claimed (or not) by one of these; `by` null: by anybody. */
  claim: { by: readonly string[] | null; is: boolean } | null;
  evidence: readonly Evidence[] | null;
  whereExact: boolean;
  /** Ids of sources, one of which gives an account of it. */
  sources: readonly string[] | null;
  toll: TollTest | null;
  places: readonly PlaceTest[] | null;
  withoutPlaces: readonly PlaceTest[];
}

export interface ActorTest {
  roles: readonly ('attributed_to' | 'targets' | 'claimed_by')[];
  /** One of these plays one of the roles. */
  ids: readonly string[];
  /** Or one of these parties has a loss in one of these measures that is not surely zero. */
  orLossOf?: { parties: readonly Party[]; measures: readonly TotalMeasure[] };
}

/** One of the tactics is named; or none of `unless` is and the event is of one of the types. */
export interface TacticTest {
  tactics: readonly Tactic[];
  subEventTypes: readonly SubEventType[];
  unless: readonly Tactic[];
}

/** A figure that is not known passes no test. */
export interface TollTest {
  /** Whose losses, added up; null: everybody's. */
  parties: readonly Party[] | null;
  /** Added up too: killed and wounded. */
  measures: readonly TotalMeasure[];
  op: '>=' | '>' | '=' | '<' | '<=';
  value: number;
}

/** One asked stretch of land. Surely there: any of the sure ways; possibly there: any of the others. */
export interface PlaceTest {
  /** Surely: the administrative unit has this name. */
  unit: AdminUnit | null;
  /** Surely: it names one of these places. */
  own: readonly string[];
  /** Of a unit: those of `own` that are named by an incident which bears the name of another. */
  elsewhere: readonly string[];
  /** Of a unit, possibly: it leaves the unit open, is vague, has no extent of its own and names one of these places. */
  open: readonly string[];
  /** Surely: placed to within 25 km in one of these grid cells. */
  cells: readonly number[];
  /** Surely: placed to within 25 km and inside the circle. Possibly: vaguer, and its own circle reaches in. */
  circle: CircleTest | null;
  /** Possibly: vaguer, with no extent of its own, and it names one of these places. */
  reachingIn: readonly string[];
  /** Ids that were judged one by one, beforehand; `maybes` where `open` and these are all that are possible. */
  judged: { sure: readonly number[]; maybe: readonly number[]; maybes?: readonly Spot[] };
}

export interface AdminUnit {
  level: 'country' | 'admin1' | 'admin2' | 'admin3';
  country: 'SY' | 'IQ';
  admin1: string | null;
  admin2: string | null;
  admin3: string | null;
}

export interface CircleTest {
  lat: number;
  lon: number;
  km: number;
  /** The grid cells on its edge, where the distance decides; null: measure everywhere. */
  edge: readonly number[] | null;
}

/** The place of one or more incidents, for judgement by outline: which the database cannot do. */
export interface Spot {
  ids: number[];
  /** Of each, its first day and whether its days lie in the period. */
  starts: string[];
  daySure: boolean[];
  lat: number;
  lon: number;
  wherePrec: number;
  extentKm: number | null;
  placeId: string | null;
}
