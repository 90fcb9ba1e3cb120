import { z } from 'zod';
import type { Position } from '../../db/schema/place.ts';
import type { BreakdownLine } from '../../db/schema/statistic.ts';
import {
  ATTRIBUTION,
  EVENT_TYPES,
  MEANS,
  MEASURES,
  PARTIES,
  PLACE_KINDS,
  RELIABILITY,
  SOURCE_KINDS,
  STANCES,
  STATISTIC_METRICS,
  SUB_EVENT_TYPES,
  TACTICS,
  TARGET_OBJECTS,
} from '../../db/schema/vocabulary.ts';

/** The shapes of the files under data/. Unknown keys are refused: a mistyped one would be lost in silence. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
const spellings = z.array(z.string().min(1));

const isPosition = (p: unknown): p is Position => Array.isArray(p) && p.length === 2 && p.every(Number.isFinite);
/** Checked by hand: outlines have thousands of positions, and this is part of the first start. */
const positions = (least: number) =>
  z.custom<Position[]>(
    (line) => Array.isArray(line) && line.length >= least && line.every(isPosition),
    'not a line of positions',
  );

export const outlineShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('area'), rings: z.array(positions(3)).min(1) }),
  z.strictObject({ type: z.literal('corridor'), lines: z.array(positions(2)).min(1), km: z.number().positive() }),
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

/** An incident's key is its name in the files; its ref is what people call it. */
const key = id;
const day = z.iso.date();
const count = z.number().int().nonnegative();
const said = z.string().min(1);

const inOrder = ({ low, best, high }: { low: number | null; best?: number | null; high: number | null }) =>
  [low, best ?? null, high].filter((n) => n !== null).every((n, i, known) => i === 0 || n >= (known[i - 1] ?? 0));

const range = z
  .strictObject({ low: count.nullable(), best: count.nullable().exactOptional(), high: count.nullable() })
  .refine(inOrder, 'low, best and high are not in order');

export const tollsShape = z.partialRecord(z.enum(PARTIES), z.partialRecord(z.enum(MEASURES), range));

export const documentRecord = z.strictObject({
  id,
  source: id,
  title: said,
  published: day,
  publishedPrec: said,
  url: z.url().nullable(),
});

export const incidentRecord = z
  .strictObject({
    key,
    ref: z.string().regex(/^BDY-[2-9A-HJKMNP-TV-Z]{6}$/u),
    document: id,
    start: day,
    end: day,
    datePrec: z.number().int().min(1).max(5),
    /** Null where it lies between named places. */
    place: id.nullable(),
    placeEn: said,
    placeAr: said,
    country: z.enum(['SY', 'IQ']),
    admin1: said.nullable(),
    admin2: said.nullable(),
    admin3: said.nullable(),
    lat: z.number(),
    lon: z.number(),
    wherePrec: z.number().int().min(1).max(7),
    extentKm: z.number().nonnegative().nullable(),
    eventType: z.enum(Object.keys(EVENT_TYPES) as (keyof typeof EVENT_TYPES)[]),
    subEventType: z.enum(SUB_EVENT_TYPES),
    tactics: z.array(z.enum(TACTICS)),
    targetObjects: z.array(z.enum(TARGET_OBJECTS)),
    means: z.array(z.enum(MEANS)),
    timeOfDay: z.enum(['day', 'night']).nullable(),
    attributedTo: z.array(id).min(1),
    attributionCertainty: z.enum(ATTRIBUTION),
    claimedBy: z.array(id),
    targets: z.array(id),
    tolls: tollsShape,
    eventClarity: z.number().int().min(1).max(2),
    summaryEn: said,
    summaryAr: said,
  })
  .refine((i) => i.start <= i.end, 'starts after its end')
  .refine(
    (i) => (EVENT_TYPES[i.eventType] as readonly string[]).includes(i.subEventType),
    'sub-event type of another event type',
  );

export const accountRecord = z.strictObject({
  id,
  source: id,
  document: id,
  covers: z.array(key).min(1),
  stance: z.enum(STANCES),
  credibility: z.number().int().min(1).max(6),
  tolls: tollsShape,
  jointToll: z.boolean(),
  approximate: z.boolean(),
  wordsEn: said.nullable(),
  wordsAr: said.nullable(),
  noteEn: said.nullable(),
  noteAr: said.nullable(),
});

const breakdownLine: z.ZodType<BreakdownLine> = z.lazy(() =>
  z.strictObject({
    label: said,
    labelAr: said,
    value: z.number().exactOptional(),
    low: z.number().exactOptional(),
    high: z.number().exactOptional(),
    approximate: z.boolean().exactOptional(),
    ofWhich: z.array(breakdownLine).exactOptional(),
  }),
);

export const statisticRecord = z.strictObject({
  id,
  document: id,
  source: id,
  metric: z.enum(STATISTIC_METRICS),
  low: z.number().nullable(),
  high: z.number().nullable(),
  approximate: z.boolean(),
  periodFrom: day,
  periodTo: day,
  areaEn: said,
  areaAr: said,
  areas: z.array(id).min(1),
  perpetrators: z.array(id),
  subjects: z.array(id),
  subjectEn: said.nullable(),
  subjectAr: said.nullable(),
  breakdown: z.array(breakdownLine),
  noteEn: said.nullable(),
  noteAr: said.nullable(),
  account: id.nullable(),
});
