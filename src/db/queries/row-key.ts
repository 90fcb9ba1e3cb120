import type { Fragment, Session } from './session.ts';

const TIME_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
type TimeUnit = (typeof TIME_UNITS)[number];
const isTimeUnit = (by: RowKey): by is TimeUnit => TIME_UNITS.some((unit) => unit === by);

const KEYS = {
  governorate: (sql) => sql`case when i.admin1 is not null then jsonb_build_array(i.country, i.admin1) end`,
  district: (sql) => sql`case when i.admin2 is not null then jsonb_build_array(i.country, i.admin1, i.admin2) end`,
  place: (sql) => sql`to_jsonb(coalesce(i.place_id, i.place_en))`,
  perpetrator: (sql) => sql`to_jsonb(i.attributed_to)`,
  target: (sql) => sql`to_jsonb(i.targets)`,
  tactic: (sql) => sql`to_jsonb(i.tactics)`,
  event_type: (sql) => sql`to_jsonb(i.event_type)`,
} satisfies Record<string, (sql: Session) => Fragment>;

export type RowKey = TimeUnit | keyof typeof KEYS;

/**
 * On which row of a breakdown an incident stands, as JSON: a text, a list of texts, or null for none. In a time series an incident whose
 * days reach over two units stands on none.
 */
export function rowKey(sql: Session, by: RowKey): Fragment {
  if (!isTimeUnit(by)) return KEYS[by](sql);
  // a bare date would go through timestamptz and so through the session's zone
  const start = (day: Fragment) => sql`date_trunc(${by}::text, ${day}::timestamp)`;
  const [first, last] = [start(sql`i.event_date_start`), start(sql`i.event_date_end`)];
  return sql`case when ${first} = ${last} then to_jsonb((${first})::date::text) end`;
}
