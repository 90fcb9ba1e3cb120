import { sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import type { Platform } from '../schema/delivery.ts';

/** Messages that were given up: `in`, never answered; `out`, never sent. */
export type GivenUp = { platform: Platform; way: 'in' | 'out'; trouble: string | null; n: number };

/** What was given up and is still kept, by platform and code. */
export const readGivenUp = async (db: Database): Promise<GivenUp[]> =>
  db.execute<GivenUp>(sql`
    select platform, way, trouble, count(*)::int as n
    from (
      select platform, 'in' as way, trouble from inbox where state = 'dead'
      union all
      select platform, 'out', trouble from outbox where state = 'dead'
    ) as dead
    group by platform, way, trouble
    order by platform, way, trouble`);
