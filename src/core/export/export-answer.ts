import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { AnswerIncident, FoundAnswer } from '../summary/answer.ts';
import { ACLED_COLUMNS, acledRow } from './acled.ts';
import { type Cell, csvFile } from './csv.ts';

/** An answer with all its incidents, and the question said back. */
export interface Exported {
  answer: FoundAnswer;
  question: string;
  gazetteer: Gazetteer;
}

export interface ExportFile {
  data: Uint8Array;
  extension: string;
  mime: string;
}

/** What it takes to get the same rows again, and what no row can hold. */
function provenance({ answer, question }: Exported): string[] {
  const { total } = answer;
  return [
    `dalil: ${question}`,
    `asked on ${answer.day}${answer.as_of ? `, as the store stood on ${answer.as_of}` : ''}; store version ${answer.store_version}`,
    `incidents: ${total.incidents}; killed: low ${total.killed.low ?? 'unknown'}, best ${total.killed.best ?? 'unknown'}, high ${total.killed.high ?? 'open'}`,
    `sources: ${answer.sources.map(({ name }) => name).join('; ')}`,
    ...answer.joint
      .filter(({ counted }) => counted)
      .map(
        (joint) =>
          `in the total once and in no row: ${joint.source} on ${joint.covers.join(', ')} together: ${JSON.stringify(joint.tolls)}`,
      ),
  ];
}

const plain = {
  ref: (i) => i.ref,
  date_start: (i) => i.date,
  date_end: (i) => i.date_end,
  date_precision: (i) => i.date_prec,
  place: (i) => i.place,
  place_ar: (i) => i.place_ar,
  country: (i) => i.country,
  admin1: (i) => i.admin1,
  admin2: (i) => i.admin2,
  latitude: (i) => i.lat,
  longitude: (i) => i.lon,
  place_precision: (i) => i.where_prec,
  event_type: (i) => i.event_type,
  sub_event_type: (i) => i.sub_event_type,
  tactics: (i) => i.tactics.join('; '),
  attributed_to: (i) => i.who.join('; '),
  attribution_certainty: (i) => i.certainty,
  claimed_by: (i) => i.claimed_by.join('; '),
  target: (i) => i.target.join('; '),
  target_objects: (i) => i.target_objects.join('; '),
  killed_low: (i) => i.killed.low,
  killed_best: (i) => i.killed.best,
  killed_high: (i) => i.killed.high,
  wounded_low: (i) => i.wounded.low,
  wounded_high: (i) => i.wounded.high,
  captured_low: (i) => i.captured.low,
  captured_high: (i) => i.captured.high,
  missing_low: (i) => i.missing.low,
  missing_high: (i) => i.missing.high,
  evidence: (i) => i.evidence,
  sources: (i) => i.sources.join('; '),
  summary: (i) => i.summary,
  summary_ar: (i) => i.summary_ar,
} satisfies Record<string, (incident: AnswerIncident) => Cell>;

const bytes = (text: string) => new TextEncoder().encode(text);

function csv(exported: Exported): ExportFile {
  const rows = exported.answer.incidents.map((incident) => Object.values(plain).map((cell) => cell(incident)));
  return { data: bytes(csvFile(provenance(exported), Object.keys(plain), rows)), extension: 'csv', mime: 'text/csv' };
}

function acled(exported: Exported): ExportFile {
  const notes = [...provenance(exported), 'codes mapped as docs/exports.md says; an empty precision: ACLED has no code for it'];
  const rows = exported.answer.incidents.map((incident) => acledRow(incident, exported));
  return { data: bytes(csvFile(notes, ACLED_COLUMNS, rows)), extension: 'acled.csv', mime: 'text/csv' };
}

function geojson(exported: Exported): ExportFile {
  const collection = {
    type: 'FeatureCollection',
    about: provenance(exported),
    features: exported.answer.incidents.map((incident) => ({
      type: 'Feature',
      id: incident.ref,
      geometry: { type: 'Point', coordinates: [incident.lon, incident.lat] },
      properties: Object.fromEntries(Object.entries(plain).map(([name, cell]) => [name, cell(incident)])),
    })),
  };
  return { data: bytes(`${JSON.stringify(collection, null, 1)}\n`), extension: 'geojson', mime: 'application/geo+json' };
}

export const EXPORTS = { csv, geojson, acled } satisfies Record<string, (exported: Exported) => ExportFile>;
export type ExportFormat = keyof typeof EXPORTS;
