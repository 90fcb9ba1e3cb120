import type { Voice } from './voice.ts';

/** The columns of an incident and its accounts, by the name under which people know what they hold. */
const COLUMNS = {
  date: ['eventDateStart', 'eventDateEnd', 'datePrec'],
  place: ['placeId', 'placeEn', 'placeAr', 'country', 'admin1', 'admin2', 'admin3', 'lat', 'lon', 'wherePrec', 'extentKm'],
  actors: ['attributedTo', 'attributionCertainty'],
  claimed: ['claimedBy'],
  targets: ['targets'],
  casualties: ['tolls', 'jointToll', 'approximate'],
  tactics: ['tactics'],
  type: ['eventType', 'subEventType', 'eventClarity'],
  objects: ['targetObjects'],
  means: ['means'],
  time: ['timeOfDay'],
  evidence: ['evidence', 'credibility'],
  'summary-en': ['summaryEn'],
  'summary-ar': ['summaryAr'],
  status: ['status'],
  source: ['sourceId', 'documentId', 'url', 'archiveUrl', 'published', 'language', 'sha256'],
  words: ['wordsEn', 'wordsAr', 'noteEn', 'noteAr', 'stance'],
  retracted: ['retractedAt'],
} as const;
export type ChangedField = keyof typeof COLUMNS;

/** Versions and instants change with everything, and totals and cells follow from what they are made of. */
const BESIDE =
  /^(?:id|ref|origin|originId|version|recordedAt|changedAt|validTo|importDigest|cell|covers|(?:killed|wounded|captured|missing)(?:Low|Best|High))$/u;

const OF_COLUMN = new Map<string, ChangedField>(
  Object.entries(COLUMNS).flatMap(([field, columns]) =>
    columns.map((column): [string, ChangedField] => [column, field as ChangedField]),
  ),
);
/** Some writers name columns as the database does. */
const camel = (column: string) => column.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

/** Names of what these columns hold, each once: no column's own name is ever said. */
export function fieldsSaid(columns: readonly string[], { t }: Voice): string {
  const fields = columns
    .map(camel)
    .filter((column) => !BESIDE.test(column))
    .map((column) => OF_COLUMN.get(column) ?? 'other');
  return t.list([...new Set(fields)].map((field) => t(`incident-field.${field}`)));
}
