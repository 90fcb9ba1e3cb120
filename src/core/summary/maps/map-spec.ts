import type { Language } from '../../../db/schema/vocabulary.ts';

export interface MapPoint {
  lat: number;
  lon: number;
  /** Best figure of the killed; null: not known. */
  killed: number | null;
  /** First possible day, ISO. */
  day: string;
}

/** A place known only roughly: drawn as a soft area or circle, never as a point. */
export interface VaguePlace {
  lat: number;
  lon: number;
  km: number;
  /** The area, where the gazetteer has its outline; else the circle is drawn. */
  placeId: string | null;
}

/** What a map shows, already in words of its language. */
export interface MapSpec {
  language: Language;
  title: string;
  subtitle: string;
  footer: string;
  /** The asked radius. */
  circle: { lat: number; lon: number; km: number } | null;
  /** Ids of the places that were asked for: their outlines are drawn strong and are in the frame. */
  places: string[];
  points: MapPoint[];
  vague: VaguePlace[];
  words: {
    killed: string;
    vague: string;
    /** What the three colours stand for; null where all is of one time. */
    days: [newest: string, middle: string, oldest: string] | null;
    km: string;
  };
}
