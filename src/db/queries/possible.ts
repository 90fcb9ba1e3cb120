import type { Fragment, Session } from './session.ts';
import type { Listing, Survey } from './survey.ts';

export type Possible = Pick<Survey, 'possible' | 'firstPossible'>;

/** As `Possible`, of incidents given as `id`, `start`, `daySure`, `placeSure`, each once. */
export const countedPossible = (sql: Session, open: Fragment, { possible }: Listing): Fragment => sql`
  with open as materialized (${open})
  select (select count(*)::int from open) as possible,
    (select coalesce(json_agg(o), '[]') from (select * from open order by start, id limit ${possible}::int) o) as "firstPossible"`;

/** The first of several lists, by day. */
export const inOrder = (all: Survey['firstPossible'], { possible }: Listing): Survey['firstPossible'] =>
  [...all].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id)).slice(0, possible);
