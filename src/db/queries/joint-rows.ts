import { accountHolds, type Matching } from './matching.ts';
import { rowKey } from './row-key.ts';
import type { Fragment, Session } from './session.ts';
import type { Surveyed } from './survey.ts';

/** As `JointRow`: shared figures that cover at least one incident of the selection. There are few of them, so that each is judged. */
export function jointRows(sql: Session, match: Matching, { key }: Pick<Surveyed, 'key'>): Fragment {
  const { asOf, from, fits, dayOpen, placeOpen, daySure, placeSure } = match;
  // offset 0: from the few figures to their incidents, never the other way
  return sql`
    with pairs as materialized (
      select a.id, ai.incident_id from account a join account_incident ai on ai.account_id = a.id where a.joint_toll and ${accountHolds(sql, asOf)}
    ),
    touched as materialized (
      select distinct p.id from pairs p,
        lateral (select from ${from} where i.id = p.incident_id and ${fits} and ${dayOpen} and ${placeOpen} offset 0) i
    )
    select "accountId", "sourceId", approximate, tolls,
      json_agg(json_build_object('id', id, 'ref', ref, 'targets', targets, 'tolls', own, 'key', key, 'counted', fits and counted,
        'possible', fits and open and not counted) order by event_date_start, id) as covered
    from (
      select a.id as "accountId", a.source_id as "sourceId", a.approximate, a.tolls, i.id::int as id,
        case when i.status = 'published' then i.ref end as ref, i.targets, i.tolls as own, ${key === null ? sql`null::jsonb` : rowKey(sql, key)} as key,
        i.event_date_start, ${fits} is true as fits, (${daySure} and ${placeSure}) is true as counted,
        (${dayOpen} and ${placeOpen}) is true as open
      from touched join account a on a.id = touched.id join account_incident ai on ai.account_id = a.id join ${from} on i.id = ai.incident_id
    ) one
    group by "accountId", "sourceId", approximate, tolls order by "accountId"`;
}
