import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { contact } from '../schema/contact.ts';
import { decision } from '../schema/decision.ts';
import { incident } from '../schema/incident.ts';
import { moderator } from '../schema/moderator.ts';
import { type TipState, tip } from '../schema/tip.ts';

export type TipRow = typeof tip.$inferSelect;

export async function readTipIdByRef(db: Database, ref: string): Promise<string | null> {
  const [row] = await db.select({ id: tip.id }).from(tip).where(eq(tip.ref, ref));
  return row?.id ?? null;
}

/** A tip with the names that the team uses: never anything that leads to the contact. */
export async function readTipNamed(db: Database, id: string) {
  const [row] = await db
    .select({ tip, code: contact.code, trust: contact.trust, blockedAt: contact.blockedAt, claimedBy: moderator.name })
    .from(tip)
    .leftJoin(contact, eq(contact.id, tip.contactId))
    .leftJoin(moderator, eq(moderator.id, tip.claimedBy))
    .where(eq(tip.id, id));
  return row ?? null;
}

/** The name of whoever of the team brought a tip into the state that it is in; null: nobody of the team did. */
export async function readDecider(db: Database, { ref, state }: Pick<TipRow, 'ref' | 'state'>): Promise<string | null> {
  const [last] = await db
    .select({ name: moderator.name })
    .from(decision)
    .leftJoin(moderator, eq(moderator.id, decision.moderatorId))
    .where(
      and(
        eq(decision.subject, 'tip'),
        eq(decision.subjectId, ref),
        eq(decision.toState, state),
        // a note leaves the state as it is
        sql`${decision.fromState} is distinct from ${decision.toState}`,
      ),
    )
    .orderBy(desc(decision.id))
    .limit(1);
  return last?.name ?? null;
}

export const WAITING = ['received', 'claimed', 'needs_info'] as const satisfies readonly TipState[];

export interface QueueFilter {
  states: readonly TipState[];
  /** Only those that this member has claimed. */
  claimedBy: string | null;
}

/** Oldest first. */
export const readQueue = (db: Database, { states, claimedBy }: QueueFilter, { most, skip }: { most: number; skip: number }) =>
  db
    .select({ tip, code: contact.code, claimedBy: moderator.name })
    .from(tip)
    .leftJoin(contact, eq(contact.id, tip.contactId))
    .leftJoin(moderator, eq(moderator.id, tip.claimedBy))
    .where(and(inArray(tip.state, [...states]), claimedBy === null ? undefined : eq(tip.claimedBy, claimedBy)))
    .orderBy(asc(tip.receivedAt), asc(tip.id))
    .limit(most)
    .offset(skip);

export async function countByState(db: Database): Promise<Partial<Record<TipState, number>>> {
  const rows = await db.select({ state: tip.state, n: sql<number>`count(*)::int` }).from(tip).groupBy(tip.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

export interface DecisionTimes {
  decided: number;
  /** Hours from the hour of receipt to the decision; null: nothing was decided. */
  median: number | null;
  slowest: number | null;
  /** Hours that the oldest undecided tip has waited; null: none waits. */
  oldest: number | null;
}

/** Of what the team decided since `since`: what time expired or contacts took back was no decision. */
export async function readDecisionTimes(db: Database, { since, now }: { since: Date; now: Date }): Promise<DecisionTimes> {
  const [from, to] = [since.toISOString(), now.toISOString()];
  const [row] = await db.execute<{ decided: number; median: number | null; slowest: number | null; oldest: number | null }>(sql`
    with took as (
      select extract(epoch from decided_at - received_at)::float8 / 3600 as hours from tip
      where state in ('accepted', 'merged', 'declined', 'spam') and decided_at >= ${from}::timestamptz
    )
    select count(*)::int as decided, percentile_cont(0.5) within group (order by hours) as median, max(hours) as slowest,
      (select extract(epoch from ${to}::timestamptz - min(received_at))::float8 / 3600 from tip
        where state in ('received', 'claimed', 'needs_info')) as oldest
    from took`);
  return row ?? { decided: 0, median: null, slowest: null, oldest: null };
}

/** How often each member decided since `since`, most first. */
export const readDeciders = (db: Database, since: Date) =>
  db.execute<{ name: string; event: string; n: number }>(sql`
    select m.name, d.event, count(*)::int as n from decision d join moderator m on m.id = d.moderator_id
    where d.subject = 'tip' and d.at >= ${since.toISOString()}::timestamptz
      and d.event in ('approve', 'merge', 'decline', 'spam')
    group by m.name, d.event order by sum(count(*)) over (partition by m.name) desc, m.name, d.event`);

/** By id, whoever they are now. */
export async function readMemberNames(db: Database): Promise<Map<string, string>> {
  const rows = await db.select({ id: moderator.id, name: moderator.name }).from(moderator);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** "remi" in ASCII: one process at a time reminds. It goes with its transaction. */
const REMINDING = 0x72656d69;

/** False: another process is at it. */
export async function holdReminders(tx: Database): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${REMINDING}) as held`);
  return row?.held === true;
}

/** Undecided tips that came before an instant, oldest first. */
export const readWaitingSince = (db: Database, before: Date, most: number) =>
  db
    .select({ id: tip.id, ref: tip.ref })
    .from(tip)
    .where(and(inArray(tip.state, [...WAITING]), lte(tip.receivedAt, before)))
    .orderBy(asc(tip.receivedAt), asc(tip.id))
    .limit(most);

/** Open tips whose contact was told of a decision that was taken back before an instant; held until the transaction ends. */
export const holdReopened = (tx: Database, before: Date, most: number): Promise<TipRow[]> =>
  tx
    .select()
    .from(tip)
    .where(
      and(
        inArray(tip.state, [...WAITING]),
        inArray(tip.told, ['accepted', 'declined']),
        sql`not exists (select from ${decision} where ${decision.subject} = 'tip' and ${decision.subjectId} = ${tip.ref}
          and ${decision.event} = 'undo' and ${decision.at} > ${before.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(asc(tip.id))
    .limit(most)
    .for('update', { skipLocked: true });

/** When and where some incidents were, by ref. */
export async function readIncidentGists(db: Database, refs: readonly string[]) {
  const { ref, eventDateStart, eventDateEnd, datePrec, placeEn, placeAr } = incident;
  const rows = await db
    .select({ ref, from: eventDateStart, to: eventDateEnd, datePrec, placeEn, placeAr })
    .from(incident)
    .where(inArray(incident.ref, [...refs]));
  return new Map(rows.map((row) => [row.ref, row]));
}
