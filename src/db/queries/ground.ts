import { inUnit } from './place-test.ts';
import type { AdminUnit } from './selection.ts';
import type { Fragment, Session } from './session.ts';

/** A place in a unit, named by an incident that does not bear the unit's name, now or ever; `elsewhere`: by one that bears another's. */
export interface Stray {
  placeId: string;
  elsewhere: boolean;
}

/** The strays among the places of a unit. All others' incidents are found by the unit's name alone. There are few, as sources that name a place name its governorate too. */
export const straysOf = (sql: Session, unit: AdminUnit, placeIds: readonly string[]): Fragment => sql`
  select i.place_id as "placeId", bool_or(i.admin1 is not null) as elsewhere from (
    select place_id, country, nullif(admin1, '') as admin1, nullif(admin2, '') as admin2, nullif(admin3, '') as admin3
    from incident_ground where place_id = any(${placeIds}::text[])
  ) i
  where ${inUnit(sql, unit)} is not true group by i.place_id`;
