import type { Tolls } from '../../db/schema/columns.ts';
import type { Attribution, EventType, Means, Party, SubEventType, Tactic, TargetObject } from '../../db/schema/vocabulary.ts';
import type { Row } from './row.ts';

/** An actor as the store knows it, or as it will once the row is written. */
export interface KnownActor {
  id: string;
  party: Party;
}

/** What a source calls somebody, and what is said of them by the format should nobody here have that name. */
export interface NamedActor {
  name: string;
  /** Where the format's own table knows who that is. */
  id?: string | null;
  party: Party;
  kind: 'force' | 'group' | 'victims';
}

/** Where a source puts an incident, in its own names. */
export interface GivenPlace {
  name: string | null;
  nameAr?: string | null;
  country: 'SY' | 'IQ' | null;
  admin1: string | null;
  admin2: string | null;
  admin3?: string | null;
  /** Null: the name must be known. */
  point: { lat: number; lon: number } | null;
  /** UCDP 1–7; null: what follows from the place. */
  wherePrec: number | null;
  /** The source says the units itself: what it leaves open is open, and not to be made out from the point. */
  unitsAreTold: boolean;
}

/** An incident as one row tells it: checked, actors known, its place not looked up yet. */
export interface GivenIncident {
  originId: string;
  eventDateStart: string;
  eventDateEnd: string;
  datePrec: number;
  place: GivenPlace;
  eventType: EventType;
  subEventType: SubEventType;
  tactics: Tactic[];
  targetObjects: TargetObject[];
  means: Means[];
  timeOfDay: 'day' | 'night' | null;
  attributedTo: KnownActor[];
  attributionCertainty: Attribution;
  claimedBy: KnownActor[];
  targets: KnownActor[];
  tolls: Tolls;
  eventClarity: 1 | 2;
  summaryEn: string;
  summaryAr: string | null;
  account: GivenAccount;
}

/** What is told beside the incident: of the account that its source gives. */
export interface GivenAccount {
  noteEn: string | null;
  url: string | null;
  published: string | null;
}

export type Reading = { incident: GivenIncident } | { deletion: string };

export interface ReadingNames {
  actor(named: NamedActor): KnownActor;
}

/** A source's rows, understood. Throws BadCell for a row that cannot be taken. */
export interface RowReader {
  read(row: Row, names: ReadingNames): Reading;
  /** The row's id even where the rest of it is bad; null where there is none. */
  idOf(row: Row): string | null;
}

/** Made of the names of a file's columns. Throws BadFile where it is another kind of file. */
export type MakeRowReader = (header: readonly string[]) => RowReader;
