import { z } from 'zod';
import { PARTIES, PLACE_KINDS, RELIABILITY, SOURCE_KINDS } from '../../db/schema/vocabulary.ts';

/** The shapes of the files under data/. Unknown keys are refused: a mistyped one would be lost in silence. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
const spellings = z.array(z.string().min(1));
const position = z.tuple([z.number(), z.number()]);

export const outlineShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('area'), rings: z.array(z.array(position).min(3)).min(1) }),
  z.strictObject({ type: z.literal('corridor'), lines: z.array(z.array(position).min(2)).min(1), km: z.number().positive() }),
]);

export const outlineRecord = z.strictObject({ id, outline: outlineShape });

export const placeRecord = z.strictObject({
  id,
  name: z.string().min(1),
  nameAr: z.string().min(1),
  kind: z.enum(PLACE_KINDS),
  parent: id.nullable(),
  country: z.enum(['SY', 'IQ']).nullable(),
  lat: z.number(),
  lon: z.number(),
  /** Left out where an outline says it: it is then measured. */
  extentKm: z.number().nonnegative().optional(),
  outline: outlineShape.optional(),
  population: z.number().int().positive().nullish(),
  /** Keys of data/NOTICE.md, divided by spaces. */
  origin: z.string().min(1),
  en: spellings,
  ar: spellings,
});
export type PlaceRecord = z.infer<typeof placeRecord>;

export const actorRecord = z.strictObject({
  id,
  name: z.string().min(1),
  nameAr: z.string().min(1),
  parent: id.nullable(),
  party: z.enum(PARTIES),
  kind: z.enum(['force', 'group', 'victims']),
  en: spellings,
  ar: spellings,
});

export const sourceRecord = z.strictObject({
  id,
  name: z.string().min(1),
  nameAr: z.string().min(1).nullable(),
  kind: z.enum(SOURCE_KINDS),
  affiliation: z.string().min(1),
  side: z.enum(PARTIES).nullable(),
  reliability: z.enum(RELIABILITY),
  note: z.string(),
});
