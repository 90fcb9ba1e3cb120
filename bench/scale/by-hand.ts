import type { Sql } from 'postgres';

/** The best SQL that we could write by hand for a question, over the same store with its indexes and tallies. */
export type ByHand = (sql: Sql) => Promise<unknown>;

const FITS = `status = 'published' and evidence <> 'discounted' and event_type <> 'Strategic developments'`;
const CARD = `id::int, ref, event_date_start::text, event_date_end::text, date_prec, place_id, place_en, place_ar, admin1, lat, lon, where_prec,
  extent_km, event_type, sub_event_type, tactics, target_objects, attributed_to, claimed_by, targets, tolls, evidence, summary_en, summary_ar`;
const SUMS = `count(*)::int as incidents, sum(killed_low)::int as killed_low, sum(killed_best)::int as killed,
  sum(killed_high)::int as killed_high, sum(wounded_low)::int as wounded, sum(wounded_high)::int as wounded_high,
  count(*) filter (where killed_best is null)::int as unknown`;

interface Span {
  from: string;
  to: string;
}

interface Listed {
  where: string;
  params: (string | number | number[] | string[])[];
  order?: string;
}

/** A page of ten with everything that a card shows, and the accounts behind it. The order names the table: the list has texts of these names. */
async function page(sql: Sql, { where, params, order = 'incident.event_date_start, incident.id' }: Listed): Promise<unknown> {
  const rows = await sql.unsafe<{ id: number }[]>(
    `select ${CARD} from incident where ${where} order by ${order} limit 10`,
    params,
    {
      prepare: true,
    },
  );
  return sql.unsafe(
    `select ai.incident_id, a.* from account_incident ai join account a on a.id = ai.account_id
     where ai.incident_id = any($1::bigint[]) and a.retracted_at is null`,
    [rows.map(({ id }) => id)],
    { prepare: true },
  );
}

const one = (sql: Sql, text: string, params: Listed['params']) => sql.unsafe(text, params, { prepare: true });

/** What crosses an end of the period is only possible. */
const crossing = (sql: Sql, { from, to }: Span, admin1: string | null) => {
  const there = `${FITS} and event_date_start <> event_date_end and ${admin1 === null ? "country = 'SY'" : 'admin1 = $3'}`;
  return one(
    sql,
    `select
       (select count(*) from incident where ${there} and event_date_start >= $1::text::date - 300 and event_date_start < $1::text::date
         and event_date_end >= $1::text::date)::int as before,
       (select count(*) from incident where ${there} and event_date_start >= $2::text::date - 300 and event_date_start <= $2::text::date
         and event_date_end > $2::text::date)::int as after`,
    admin1 === null ? [from, to] : [from, to, admin1],
  );
};

export const statistics = (sql: Sql, { from, to }: Span) =>
  one(sql, 'select * from statistic where period_from <= $2::text::date and period_to >= $1::text::date', [from, to]);

const DISTANCE = `power(sin(radians(lat - $3) / 2), 2) + cos(radians($3)) * cos(radians(lat)) * power(sin(radians(lon - $4) / 2), 2)`;

export interface Circle {
  lat: number;
  lon: number;
  km: number;
  inside: number[];
  edge: number[];
}

export interface Around {
  circle: Circle;
  /** Places whose land reaches in, so that a vague incident there may lie in it. */
  reachingIn: string[];
}

const inCircle = ({ from, to }: Span, { lat, lon, km, inside, edge }: Circle): Listed => ({
  where: `${FITS} and where_prec <= 2 and event_date_start >= $1::text::date and event_date_start <= $2::text::date
    and event_date_end <= $2::text::date and (cell = any($5::int[]) or (cell = any($6::int[]) and ${DISTANCE} <= $7))`,
  params: [from, to, lat, lon, inside, edge, Math.sin(km / (2 * 6371.0088)) ** 2],
});

const sums = (sql: Sql, { where, params }: Listed) => one(sql, `select ${SUMS} from incident where ${where}`, params);

const maybeInCircle = (sql: Sql, { from, to }: Span, reachingIn: string[]) =>
  one(
    sql,
    `select count(*)::int as possible from incident where ${FITS} and where_prec >= 3 and extent_km is null
       and place_id = any($3::text[]) and event_date_start <= $2::text::date and event_date_start >= $1::text::date - 300
       and event_date_end >= $1::text::date`,
    [from, to, reachingIn],
  );

/** Sums and a page by the cells of a circle, how many vague ones may lie in it, and the same numbers for the next larger circle. */
export const near =
  (span: Span, asked: Around, wider: Around): ByHand =>
  (sql) =>
    Promise.all([
      sums(sql, inCircle(span, asked.circle)),
      page(sql, inCircle(span, asked.circle)),
      maybeInCircle(sql, span, asked.reachingIn),
      sums(sql, inCircle(span, wider.circle)),
      maybeInCircle(sql, span, wider.reachingIn),
      statistics(sql, span),
    ]);

/** Whole years of a governorate, by the tallies. */
const tallied = (sql: Sql, { from, to }: Span, admin1: string | null, unit: 'month' | 'year', by: string, more = '') =>
  one(
    sql,
    `select ${by} as key, part, measure, sum(incidents)::int, sum(low)::int, sum(best)::int, sum(high)::int, sum(open)::int, sum(known)::int
     from incident_tally where unit = $1 and level = $2 and part in ('incidents', 'measure') and country = 'SY'
       and ${admin1 === null ? 'true' : 'admin1 = $5'} and first_month >= $3::text::date and last_month <= $4::text::date
       and not strategic ${more} group by 1, 2, 3`,
    [unit, admin1 === null && by !== 'admin1' ? 'country' : 'governorate', from, to, ...(admin1 === null ? [] : [admin1])],
  );

const inGovernorate = (more = '') =>
  `${FITS} and country = 'SY' and admin1 = $3 and event_date_start between $1::text::date and $2::text::date
   and event_date_end <= $2::text::date ${more}`;

export const within =
  (span: Span, admin1: string): ByHand =>
  (sql) =>
    Promise.all([
      tallied(sql, span, admin1, 'year', 'null'),
      page(sql, { where: inGovernorate(), params: [span.from, span.to, admin1] }),
      crossing(sql, span, admin1),
      statistics(sql, span),
    ]);

export const totals =
  (span: Span, admin1: string): ByHand =>
  (sql) =>
    Promise.all([tallied(sql, span, admin1, 'year', 'null'), crossing(sql, span, admin1), statistics(sql, span)]);

/** By month, with the perpetrator where one is asked for. */
export const series =
  (span: Span, admin1: string | null, by: string | null): ByHand =>
  (sql) =>
    Promise.all([
      tallied(sql, span, admin1, 'month', 'first_month', by === null ? '' : `and attributed_to && '{${by}}'`),
      page(sql, {
        where:
          admin1 === null
            ? `${FITS} and country = $3 and event_date_start between $1::text::date and $2::text::date and event_date_end <= $2::text::date`
            : inGovernorate(by === null ? '' : `and attributed_to && '{${by}}'`),
        params: [span.from, span.to, admin1 ?? 'SY'],
      }),
      crossing(sql, span, admin1),
      statistics(sql, span),
    ]);

export const compared =
  (span: Span, one: string, other: string): ByHand =>
  (sql) =>
    Promise.all([totals(span, one)(sql), totals(span, other)(sql), within(span, one)(sql)]);

export const ranked =
  (span: Span): ByHand =>
  (sql) =>
    Promise.all([
      tallied(sql, span, null, 'year', 'admin1'),
      page(sql, {
        where: `${FITS} and event_date_start between $1::text::date and $2::text::date and event_date_end <= $2::text::date`,
        params: [span.from, span.to],
      }),
      crossing(sql, span, null),
      statistics(sql, span),
    ]);

/** A short list, with one target. */
export const listed =
  (span: Span, admin1: string, target: string[]): ByHand =>
  (sql) => {
    const where = inGovernorate('and targets && $4::text[]');
    const params = [span.from, span.to, admin1, target];
    return Promise.all([
      one(sql, `select ${SUMS} from incident where ${where}`, params),
      page(sql, { where, params }),
      crossing(sql, span, admin1),
      statistics(sql, span),
    ]);
  };

export const deadliest =
  (span: Span, admin1: string): ByHand =>
  (sql) =>
    Promise.all([
      tallied(sql, span, admin1, 'year', 'null'),
      page(sql, {
        where: inGovernorate(),
        params: [span.from, span.to, admin1],
        order: 'killed_best desc nulls last, incident.event_date_start, incident.id',
      }),
      crossing(sql, span, admin1),
      statistics(sql, span),
    ]);
