import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull, like } from 'drizzle-orm';
import type { Database } from '../client.ts';
import type { Tolls } from '../schema/columns.ts';
import {
  account,
  accountIncident,
  actorAlias,
  type Changes,
  edit,
  incident,
  incidentPast,
  placeAlias,
  source,
} from '../schema/index.ts';
import type { Language, Party, Reliability, Stance } from '../schema/vocabulary.ts';

export type IncidentRow = typeof incident.$inferSelect;
export type NewIncident = typeof incident.$inferInsert;
export type NewAccount = typeof account.$inferInsert;

/** Why something is written, and when. Who of the team did it is in the log of decisions, which not everybody reads. */
export interface Writing {
  why: string;
  now: Date;
}

/** What people of the team write; any other name than `dalil` and `import` is a person's. */
export const TEAM = 'team';

export async function writeEdit(
  tx: Database,
  { subject, subjectId, changes }: { subject: typeof edit.$inferInsert.subject; subjectId: string; changes: Changes },
  { why, now }: Writing,
): Promise<void> {
  await tx.insert(edit).values({ at: now, who: TEAM, why, subject, subjectId, changes });
}

/** Held until the transaction ends. */
export async function holdIncident(tx: Database, ref: string): Promise<IncidentRow | null> {
  const [row] = await tx.select().from(incident).where(eq(incident.ref, ref)).for('update');
  return row ?? null;
}

export async function holdIncidentOf(tx: Database, origin: string, originId: string): Promise<IncidentRow | null> {
  const [row] = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.origin, origin), eq(incident.originId, originId)))
    .for('update');
  return row ?? null;
}

export async function holdIncidentById(tx: Database, id: number): Promise<IncidentRow | null> {
  const [row] = await tx.select().from(incident).where(eq(incident.id, id)).for('update');
  return row ?? null;
}

export async function addIncident(tx: Database, row: NewIncident, writing: Writing): Promise<IncidentRow> {
  const [added] = await tx.insert(incident).values(row).returning();
  if (!added) throw new Error('an incident was not written');
  await writeEdit(tx, { subject: 'incident', subjectId: added.ref, changes: { version: [null, 1] } }, writing);
  return added;
}

/** Made by the database, or of an import alone: no part of a past version. */
const NOT_KEPT = [
  'importDigest',
  'killedLow',
  'killedBest',
  'killedHigh',
  'woundedLow',
  'woundedHigh',
  'capturedLow',
  'capturedHigh',
  'missingLow',
  'missingHigh',
  'cell',
] as const;

function kept(row: IncidentRow, validTo: Date): typeof incidentPast.$inferInsert {
  const past: Partial<IncidentRow> = { ...row };
  for (const name of NOT_KEPT) delete past[name];
  return { ...row, ...past, validTo };
}

/** A new version: the one that held goes whole to incident_past. Nothing is written where nothing differs. */
export async function reviseIncident(
  tx: Database,
  held: IncidentRow,
  change: Partial<NewIncident>,
  writing: Writing,
): Promise<IncidentRow> {
  const before: Record<string, unknown> = held;
  const differing = Object.entries(change).filter(([name, value]) => !isDeepStrictEqual(before[name], value));
  if (differing.length === 0) return held;
  const changedAt = writing.now > held.changedAt ? writing.now : held.changedAt;
  await tx.insert(incidentPast).values(kept(held, changedAt));
  const [revised] = await tx
    .update(incident)
    .set({ ...Object.fromEntries(differing), version: held.version + 1, changedAt })
    .where(eq(incident.id, held.id))
    .returning();
  if (!revised) throw new Error('an incident that is held is there');
  const changes: Changes = Object.fromEntries(differing.map(([name, value]) => [name, [before[name], value]]));
  await writeEdit(tx, { subject: 'incident', subjectId: held.ref, changes }, writing);
  return revised;
}

/** What a source says of an incident. */
export async function addAccount(tx: Database, row: NewAccount, incidentId: number, writing: Writing): Promise<void> {
  await tx.insert(account).values(row);
  await tx.insert(accountIncident).values({ accountId: row.id, incidentId });
  await writeEdit(tx, { subject: 'account', subjectId: row.id, changes: { source_id: [null, row.sourceId] } }, writing);
}

/** Takes back the accounts whose ids begin so; they are kept, and count no more. */
export async function retractAccounts(tx: Database, prefix: string, writing: Writing): Promise<void> {
  const gone = await tx
    .update(account)
    .set({ retractedAt: writing.now })
    .where(and(like(account.id, `${prefix}%`), isNull(account.retractedAt)))
    .returning({ id: account.id });
  for (const { id } of gone) {
    const changes: Changes = { retracted_at: [null, writing.now.toISOString()] };
    await writeEdit(tx, { subject: 'account', subjectId: id, changes }, writing);
  }
}

export interface JudgedAccount {
  sourceId: string;
  side: Party | null;
  reliability: Reliability;
  stance: Stance;
  tolls: Tolls;
  url: string | null;
}

/** The accounts of an incident that count, as the rules of evidence and of tolls see them. */
export const judgedAccounts = (tx: Database, incidentId: number): Promise<JudgedAccount[]> =>
  tx
    .select({
      sourceId: source.id,
      side: source.side,
      reliability: source.reliability,
      stance: account.stance,
      tolls: account.tolls,
      url: account.url,
    })
    .from(account)
    .innerJoin(accountIncident, eq(accountIncident.accountId, account.id))
    .innerJoin(source, eq(source.id, account.sourceId))
    .where(and(eq(accountIncident.incidentId, incidentId), isNull(account.retractedAt)));

/** False: there is one of that id. */
export async function addSource(tx: Database, row: typeof source.$inferInsert, writing: Writing): Promise<boolean> {
  const added = await tx.insert(source).values(row).onConflictDoNothing().returning({ id: source.id });
  if (added.length === 0) return false;
  await writeEdit(tx, { subject: 'source', subjectId: row.id, changes: { name: [null, row.name] } }, writing);
  return true;
}

export async function isRefTaken(tx: Database, ref: string): Promise<boolean> {
  const rows = await tx.select({ id: incident.id }).from(incident).where(eq(incident.ref, ref));
  return rows.length > 0;
}

/** What a past version said; null: there is none of that number. */
export async function readVersion(tx: Database, id: number, version: number): Promise<Partial<IncidentRow> | null> {
  const [past] = await tx
    .select()
    .from(incidentPast)
    .where(and(eq(incidentPast.id, id), eq(incidentPast.version, version)));
  if (!past) return null;
  const {
    id: _id,
    origin: _origin,
    originId: _originId,
    ref: _ref,
    version: _version,
    recordedAt: _at,
    changedAt: _changed,
    validTo: _to,
    ...said
  } = past;
  return said;
}

export async function readIncidentRow(db: Database, ref: string): Promise<IncidentRow | null> {
  const [row] = await db.select().from(incident).where(eq(incident.ref, ref));
  return row ?? null;
}

/** False: it is a spelling of theirs already. */
export async function addSpelling(
  tx: Database,
  kind: 'place' | 'actor',
  { id, language, spelling }: { id: string; language: Language; spelling: string },
  writing: Writing,
): Promise<boolean> {
  const added =
    kind === 'place'
      ? await tx.insert(placeAlias).values({ placeId: id, language, spelling }).onConflictDoNothing().returning()
      : await tx.insert(actorAlias).values({ actorId: id, language, spelling }).onConflictDoNothing().returning();
  if (added.length === 0) return false;
  await writeEdit(tx, { subject: kind, subjectId: id, changes: { spelling: [null, spelling] } }, writing);
  return true;
}
