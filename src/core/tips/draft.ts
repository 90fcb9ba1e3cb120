import { z } from 'zod';
import { LANGUAGES, MEASURES, PARTIES, TACTICS, TARGET_OBJECTS } from '../../db/schema/vocabulary.ts';
import { languageOf } from '../commands/message.ts';

const day = z.iso.date();
const names = z.array(z.string());
const count = z.number().int().min(0).nullable();

/** UCDP 1 exact … 5 (days) and 7 (places), as incidents keep them. */
const draftDay = z.object({ from: day, to: day, precision: z.number().int().min(1).max(5) });
const draftPlace = z.object({
  /** Gazetteer id; null: a pin far from any known place. */
  id: z.string().nullable(),
  name: z.string(),
  nameAr: z.string(),
  /** Degrees, WGS 84: of the pin where there is one, else of the place. */
  lat: z.number(),
  lon: z.number(),
  precision: z.number().int().min(1).max(7),
  /** A pin was sent. */
  pinned: z.boolean(),
});
const range = z.object({ low: count, best: count.exactOptional(), high: count });

/** One sentence for each language. Drafts kept a single one once, in whichever language it was written. */
const ownSummary = z.preprocess(
  (kept) => (typeof kept === 'string' ? { [languageOf(kept) ?? 'en']: kept } : kept),
  z.partialRecord(z.enum(LANGUAGES), z.string()),
);

/**
 * What was read from a tip's words and pin, in the terms of an incident: a suggestion beside the contact's own words. What they do not
 * state is null or empty.
 */
export const draftSchema = z.object({
  day: draftDay.nullable(),
  timeOfDay: z.enum(['night', 'day']).nullable(),
  place: draftPlace.nullable(),
  tactics: z.array(z.enum(TACTICS)),
  /** Canonical actor names by role. */
  attackers: names,
  targets: names,
  /** Named in no clear role. */
  involved: names,
  tolls: z.partialRecord(z.enum(PARTIES), z.partialRecord(z.enum(MEASURES), range)),
  targetObjects: z.array(z.enum(TARGET_OBJECTS)),
  /** A moderator's own sentences; nothing reads them from a contact's words. */
  summary: ownSummary.exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;
export type DraftDay = z.infer<typeof draftDay>;
export type DraftPlace = z.infer<typeof draftPlace>;

export const emptyDraft = (): Draft => ({
  day: null,
  timeOfDay: null,
  place: null,
  tactics: [],
  attackers: [],
  targets: [],
  involved: [],
  tolls: {},
  targetObjects: [],
});

const DAY = 24 * 60 * 60 * 1000;

/** UCDP's precision of a stretch of days: 1 one day, 2 up to 6, 3 a week, 4 a month, 5 longer. */
export function dayPrecision(from: string, to: string): DraftDay['precision'] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}
