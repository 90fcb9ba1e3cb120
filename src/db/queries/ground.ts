import type { Session } from './incident-version.ts';
import { inUnit } from './place-test.ts';
import type { AdminUnit } from './selection.ts';

/**
 * Of the places in a unit, those named by an incident that does not bear the unit's name, now or ever. All others' incidents are found
 * by the unit's name alone. There are few, as sources that name a place name its governorate too.
 */
export async function straysOf(sql: Session, unit: AdminUnit, placeIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ placeId: string }[]>`
    select distinct i.place_id as "placeId" from (
      select place_id, country, nullif(admin1, '') as admin1, nullif(admin2, '') as admin2, nullif(admin3, '') as admin3
      from incident_ground where place_id = any(${placeIds}::text[])
    ) i
    where ${inUnit(sql, unit)} is not true`;
  return rows.map(({ placeId }) => placeId);
}
