import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { incident, shownIncident } from '../schema/index.ts';

/** What was shown to whom, in the versions that hold now; whoever saw an incident again has seen the newer one. */
export async function saveShownIncidents(
  db: Database,
  { refs, key, route, now }: { refs: readonly string[]; key: string; route: Uint8Array; now: Date },
): Promise<void> {
  if (refs.length === 0) return;
  await db.execute(sql`
    insert into shown_incident (incident_id, conversation_key, version, route, shown_at)
    select id, ${key}, version, ${Buffer.from(route)}, ${now.toISOString()}::timestamptz from incident
    where ref in (${sql.join(
      refs.map((ref) => sql`${ref}`),
      sql`, `,
    )})
    on conflict (incident_id, conversation_key) do update
      set version = excluded.version, route = excluded.route, shown_at = excluded.shown_at`);
}

const outdated = (ref: string, since: Date) =>
  and(eq(incident.ref, ref), lt(shownIncident.version, incident.version), gt(shownIncident.shownAt, since));

/** Who was shown an earlier version since then. */
export const readOutdated = (db: Database, ref: string, since: Date) =>
  db
    .select({ key: shownIncident.conversationKey, route: shownIncident.route, version: shownIncident.version, id: incident.id })
    .from(shownIncident)
    .innerJoin(incident, eq(incident.id, shownIncident.incidentId))
    .where(outdated(ref, since))
    .for('update', { of: shownIncident });

export async function countOutdated(db: Database, ref: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(shownIncident)
    .innerJoin(incident, eq(incident.id, shownIncident.incidentId))
    .where(outdated(ref, since));
  return row?.n ?? 0;
}

/** They have been told of this version. */
export async function markTold(tx: Database, id: number, key: string, version: number): Promise<void> {
  await tx
    .update(shownIncident)
    .set({ version })
    .where(and(eq(shownIncident.incidentId, id), eq(shownIncident.conversationKey, key)));
}
