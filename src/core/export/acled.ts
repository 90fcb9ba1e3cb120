import type { AnswerIncident } from '../summary/answer.ts';
import type { Cell } from './csv.ts';
import type { Exported } from './export-answer.ts';

/** ACLED's export columns (codebook 2023) that an incident can fill. */
const COLUMNS = {
  event_id_cnty: (i) => i.ref,
  event_date: (i) => i.date,
  year: (i) => Number(i.date.slice(0, 4)),
  time_precision: (i) => TIME[i.date_prec] ?? null,
  event_type: (i) => i.event_type,
  sub_event_type: (i) => i.sub_event_type,
  actor1: (i) => i.who[0] ?? '',
  assoc_actor_1: (i) => i.who.slice(1).join('; '),
  actor2: (i) => i.target[0] ?? '',
  assoc_actor_2: (i) => i.target.slice(1).join('; '),
  civilian_targeting: (i, { gazetteer }) =>
    i.target.some((name) => gazetteer.actorNamed(name)?.party === 'civilians') ? 'Civilian targeting' : '',
  country: (i) => (i.country === 'SY' ? 'Syria' : 'Iraq'),
  admin1: (i) => i.admin1,
  admin2: (i) => i.admin2,
  location: (i) => i.place,
  latitude: (i) => i.lat,
  longitude: (i) => i.lon,
  geo_precision: (i) => GEO[i.where_prec] ?? null,
  source: (i) => i.sources.join('; '),
  notes: (i) => i.summary,
  // ACLED takes the most conservative figure and knows no unknown
  fatalities: (i) => i.killed.low ?? 0,
  timestamp: (_, { answer }) => answer.day,
} satisfies Record<string, (incident: AnswerIncident, exported: Exported) => Cell>;

/** UCDP's day precision → ACLED's: the day; some days or a week; a month. A year has no code. */
const TIME: Record<number, number> = { 1: 1, 2: 2, 3: 2, 4: 3 };
/** UCDP's place precision → ACLED's: exact; near or district; governorate, line or area. A country has no code. */
const GEO: Record<number, number> = { 1: 1, 2: 2, 3: 2, 4: 3, 5: 3 };

export const ACLED_COLUMNS = Object.keys(COLUMNS);
export const acledRow = (incident: AnswerIncident, exported: Exported): Cell[] =>
  Object.values(COLUMNS).map((cell) => cell(incident, exported));
