import type { Fragment, Session } from './session.ts';

/** The first instant after a day in Damascus: what was said before it was said on that day or earlier. */
export const endOfDay = (sql: Session, day: string): Fragment =>
  sql`((${day}::text::date + 1)::timestamp at time zone 'Asia/Damascus')`;

/**
 * The incidents as they stood: today's rows, or for a past day those rows and past versions that held at its end. Under the same
 * columns either way, so that every query reads `from ${incidentsAt(sql, asOf)} i`. A past row keeps no generated columns: they are
 * computed here, only where a query asks for them.
 */
export function incidentsAt(sql: Session, asOf: string | null): Fragment {
  if (asOf === null) return sql`incident`;
  const end = endOfDay(sql, asOf);
  return sql`(
    select ${sql(KEPT)}, ${sql(GENERATED)} from incident where recorded_at < ${end} and changed_at < ${end}
    union all
    select ${sql(KEPT)},
      toll_total(tolls, 'killed', 'low'), toll_total(tolls, 'killed', 'best'), toll_total(tolls, 'killed', 'high'),
      toll_total(tolls, 'wounded', 'low'), toll_total(tolls, 'wounded', 'high'),
      toll_total(tolls, 'captured', 'low'), toll_total(tolls, 'captured', 'high'),
      toll_total(tolls, 'missing', 'low'), toll_total(tolls, 'missing', 'high'),
      floor((lat + 90) * 20)::int * 7200 + floor((lon + 180) * 20)::int
    from incident_past where recorded_at < ${end} and changed_at < ${end} and valid_to >= ${end}
  )`;
}

const KEPT = [
  'id',
  'ref',
  'event_date_start',
  'event_date_end',
  'date_prec',
  'place_id',
  'place_en',
  'place_ar',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'lat',
  'lon',
  'where_prec',
  'extent_km',
  'event_type',
  'sub_event_type',
  'tactics',
  'target_objects',
  'means',
  'time_of_day',
  'attributed_to',
  'attribution_certainty',
  'claimed_by',
  'targets',
  'tolls',
  'evidence',
  'event_clarity',
  'summary_en',
  'summary_ar',
  'status',
  'version',
  'recorded_at',
  'changed_at',
];

const GENERATED = [
  'killed_low',
  'killed_best',
  'killed_high',
  'wounded_low',
  'wounded_high',
  'captured_low',
  'captured_high',
  'missing_low',
  'missing_high',
  'cell',
];
