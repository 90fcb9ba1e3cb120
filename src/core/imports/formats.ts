import type { NewSource } from '../../db/queries/imports/sources.ts';
import { acled } from './formats/acled.ts';
import { ucdpGed } from './formats/ucdp-ged.ts';
import type { Wanted } from './look-at-file.ts';
import { mapped } from './mapping/mapped.ts';
import type { Mapping } from './mapping/mapping-shape.ts';
import { readCsv } from './readers/csv.ts';
import { readGeojson } from './readers/geojson.ts';
import { flattenPlainly, readJsonRecords } from './readers/json-records.ts';
import { readXlsx } from './readers/xlsx.ts';
import type { MakeRowReader } from './reading.ts';
import type { Rows } from './row.ts';

export const FORMATS = ['ucdp-ged', 'acled', 'csv', 'geojson', 'xlsx'] as const;
export type ImportFormat = (typeof FORMATS)[number];
export const isFormat = (word: string): word is ImportFormat => FORMATS.some((format) => format === word);

/** Formats whose columns and codes are known; the others take a mapping. */
export interface KnownFormat {
  read: MakeRowReader;
  source: NewSource;
}

const DATASET = { nameAr: null, kind: 'dataset', affiliation: 'independent', side: null } as const;

export const KNOWN_FORMATS: Partial<Record<ImportFormat, KnownFormat>> = {
  'ucdp-ged': {
    read: ucdpGed,
    source: {
      ...DATASET,
      id: 'ucdp-ged',
      name: 'UCDP Georeferenced Event Dataset (UCDP GED)',
      reliability: 'B',
      note: 'Coded by Uppsala University from news and monitors by a published codebook; only events with at least one death.',
    },
  },
  acled: {
    read: acled,
    source: {
      ...DATASET,
      id: 'acled',
      name: 'Armed Conflict Location & Event Data (ACLED)',
      reliability: 'B',
      note: 'Coded from news and partners by a published codebook; deaths are reported ones and not told by side.',
    },
  },
};

interface Told {
  mapping?: Mapping | undefined;
  encoding?: string | undefined;
}

const csvOf = (path: string, { mapping, encoding }: Told): Rows =>
  readCsv(path, { delimiter: mapping?.delimiter, encoding: encoding ?? mapping?.encoding });

const isJson = (path: string) => path.toLowerCase().endsWith('.json');

/** What a file of this format and name must hold. */
export const wantedBy = (format: ImportFormat, path: string): Wanted =>
  format === 'xlsx' ? 'workbook' : format === 'geojson' || (format === 'acled' && isJson(path)) ? 'json' : 'text';

/** How a format's file is read; ACLED's interface gives pages of JSON, its export tool CSV. */
const READERS = {
  'ucdp-ged': csvOf,
  acled: (path, told) => (isJson(path) ? readJsonRecords(path, 'data', flattenPlainly) : csvOf(path, told)),
  csv: csvOf,
  geojson: readGeojson,
  xlsx: (path, { mapping }) => readXlsx(path, mapping?.sheet),
} satisfies Record<ImportFormat, (path: string, told: Told) => Rows>;

/** The rows of a file, and what understands them once the names of its columns are known. */
export const rowsOf = (format: ImportFormat, path: string, told: Told): { rows: Rows; makeReader: MakeRowReader } => ({
  rows: READERS[format](path, told),
  makeReader: KNOWN_FORMATS[format]?.read ?? mapped(told.mapping),
});
