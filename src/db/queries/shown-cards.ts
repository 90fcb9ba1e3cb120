import { type AccountRow, accountsOf } from './accounts.ts';
import { type IncidentRow, incidentsById } from './incidents.ts';
import type { Fragment, Session } from './session.ts';
import type { Listing } from './survey.ts';

/** What is behind a page and behind the first of the possible ones; may hold a few more than are shown in the end. */
export interface Cards {
  cards: IncidentRow[];
  accounts: AccountRow[];
}

/**
 * Statements for `atOnce` that read cards and accounts of incidents found by statements before them.
 * @param ids statements that give the incidents' ids, as `id`.
 */
export function cardsOf(
  sql: Session,
  { limit, possible }: Listing,
  ids: readonly Fragment[],
  asOf: string | null,
): Record<'shown' | 'cards' | 'accounts', Fragment | null> {
  const [first, ...more] = ids;
  if (!first || limit + possible === 0) return { shown: null, cards: null, accounts: null };
  const shown = sql`array(select id from shown)`;
  return {
    shown: more.reduce((all, one) => sql`${all} union ${one}`, first),
    cards: incidentsById(sql, shown, asOf),
    accounts: accountsOf(sql, shown, asOf),
  };
}

export const listedIds = (sql: Session, ids: readonly number[]): Fragment => sql`select unnest(${ids}::bigint[]) as id`;

/** Of a statement that gives surveys. */
export const pageIds = (sql: Session, name: string): Fragment => sql`select unnest(page)::bigint as id from ${sql(name)}`;

/** Of statements that give surveys or `Possible`: the first of all that they name. */
export function firstPossibleIds(sql: Session, { possible }: Listing, names: readonly string[]): Fragment {
  const all = names
    .map((name) => sql`select f from ${sql(name)}, json_array_elements("firstPossible") f`)
    .reduce((before, one) => sql`${before} union all ${one}`);
  return sql`(select (f ->> 'id')::bigint as id from (${all}) p order by f ->> 'start', (f ->> 'id')::bigint limit ${possible}::int)`;
}
