import { z } from 'zod';
import { MEASURES, PARTIES, RELIABILITY, SOURCE_KINDS } from '../../../db/schema/vocabulary.ts';

/** What a column of a sheet of one's own can hold. docs/importing.md says what each means. */
export const FIELDS = [
  'id',
  'deleted',
  'start',
  'end',
  'date_prec',
  'lat',
  'lon',
  'where_prec',
  'place',
  'place_ar',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'event_type',
  'sub_event_type',
  'tactics',
  'target_objects',
  'means',
  'time_of_day',
  'attributed_to',
  'certainty',
  'claimed_by',
  'targets',
  'event_clarity',
  'summary',
  'summary_ar',
  'note',
  'url',
  'published',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields of closed lists: a sheet's own words for them can be translated. */
export const CODED = [
  'deleted',
  'country',
  'date_prec',
  'where_prec',
  'event_type',
  'sub_event_type',
  'tactics',
  'target_objects',
  'means',
  'time_of_day',
  'attributed_to',
  'certainty',
  'claimed_by',
  'targets',
] as const satisfies readonly Field[];

const said = z.string().min(1);

const toll = z
  .strictObject({
    party: z.enum(PARTIES),
    measure: z.enum(MEASURES),
    /** One column that says how many. */
    count: said.optional(),
    low: said.optional(),
    best: said.optional(),
    high: said.optional(),
  })
  .refine((t) => t.count ?? t.low ?? t.best ?? t.high, 'names no column');

/** A mapping file. Unknown keys are refused: a mistyped one would be lost in silence. */
export const mappingShape = z.strictObject({
  source: z
    .strictObject({
      name: said,
      id: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'is small letters, digits and hyphens')
        .optional(),
      nameAr: said.optional(),
      kind: z.enum(SOURCE_KINDS).optional(),
      affiliation: said.optional(),
      side: z.enum(PARTIES).nullable().optional(),
      reliability: z.enum(RELIABILITY).optional(),
      note: z.string().optional(),
    })
    .optional(),
  /** Of a workbook: the sheet's name, or its number from 1. */
  sheet: z.union([said, z.number().int().positive()]).optional(),
  delimiter: z.string().length(1).optional(),
  encoding: said.optional(),
  dates: z.enum(['iso', 'day-first', 'month-first']).default('iso'),
  /** Stands between several values in one cell. */
  between: said.default(';'),
  columns: z.partialRecord(z.enum(FIELDS), said).default({}),
  /** What holds for every row, where no column says it. */
  always: z.partialRecord(z.enum(FIELDS), said).default({}),
  /** A sheet's own words, in any case, as dalil's codes. */
  words: z.partialRecord(z.enum(CODED), z.record(z.string(), z.union([z.string(), z.array(z.string())]))).default({}),
  tolls: z.array(toll).optional(),
});
export type Mapping = z.infer<typeof mappingShape>;
export type TollColumns = NonNullable<Mapping['tolls']>[number];

export const EMPTY_MAPPING: Mapping = mappingShape.parse({});
