import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { enrolment, moderator, moderatorAccount, type SpeakingPlatform, teamPlace } from '../schema/moderator.ts';

type ModeratorRow = typeof moderator.$inferSelect;
type EnrolmentRow = typeof enrolment.$inferSelect;
type TeamPlaceRow = typeof teamPlace.$inferSelect;

/** Whose account it is; null: nobody's who is in the team now. */
export async function readMember(db: Database, platform: SpeakingPlatform, lookup: Uint8Array): Promise<ModeratorRow | null> {
  const [row] = await db
    .select({ member: moderator })
    .from(moderatorAccount)
    .innerJoin(moderator, eq(moderator.id, moderatorAccount.moderatorId))
    .where(and(eq(moderatorAccount.platform, platform), eq(moderatorAccount.lookup, lookup), isNull(moderator.revokedAt)));
  return row?.member ?? null;
}

export const readTeam = (db: Database): Promise<ModeratorRow[]> => db.select().from(moderator).orderBy(asc(moderator.name));

export async function readMemberNamed(db: Database, name: string): Promise<ModeratorRow | null> {
  const [row] = await db.select().from(moderator).where(eq(moderator.name, name));
  return row ?? null;
}

/** Null: there is one of that name. */
export async function addMember(tx: Database, row: Omit<ModeratorRow, 'revokedAt'>): Promise<ModeratorRow | null> {
  const [added] = await tx.insert(moderator).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

/** False: they were not in the team, or are no more. */
export async function revokeMember(tx: Database, id: string, now: Date): Promise<boolean> {
  const gone = await tx
    .update(moderator)
    .set({ revokedAt: now })
    .where(and(eq(moderator.id, id), isNull(moderator.revokedAt)))
    .returning({ id: moderator.id });
  return gone.length > 0;
}

/** An account belongs to whom it was linked last. */
export async function linkAccount(tx: Database, row: typeof moderatorAccount.$inferSelect): Promise<void> {
  const { moderatorId, linkedAt } = row;
  await tx
    .insert(moderatorAccount)
    .values(row)
    .onConflictDoUpdate({ target: [moderatorAccount.platform, moderatorAccount.lookup], set: { moderatorId, linkedAt } });
}

export async function addEnrolment(tx: Database, row: Omit<EnrolmentRow, 'spentAt'>): Promise<void> {
  await tx.insert(enrolment).values(row);
}

/** Spends the code; null: it is unknown, spent or expired. Of many who spend it at once one gets it. */
export async function spendEnrolment(tx: Database, code: Uint8Array, now: Date): Promise<EnrolmentRow | null> {
  const [row] = await tx
    .update(enrolment)
    .set({ spentAt: now })
    .where(and(eq(enrolment.code, code), isNull(enrolment.spentAt), gt(enrolment.expiresAt, now)))
    .returning();
  return row ?? null;
}

type Chat = Pick<TeamPlaceRow, 'platform' | 'bot' | 'chat'>;
const bound = ({ platform, bot, chat }: Chat) =>
  and(eq(teamPlace.platform, platform), eq(teamPlace.bot, bot), eq(teamPlace.chat, chat), isNull(teamPlace.unboundAt));

export async function isTeamPlace(db: Database, chat: Chat): Promise<boolean> {
  const rows = await db.select({ id: teamPlace.id }).from(teamPlace).where(bound(chat)).limit(1);
  return rows.length > 0;
}

/** The chat as one of the team's, which nobody else changes until the transaction ends; null: it is none. */
export async function holdTeamPlace(tx: Database, chat: Chat): Promise<TeamPlaceRow | null> {
  const [row] = await tx.select().from(teamPlace).where(bound(chat)).limit(1).for('update');
  return row ?? null;
}

export async function bindPlace(tx: Database, row: Omit<TeamPlaceRow, 'unboundAt'>): Promise<void> {
  await tx.insert(teamPlace).values(row);
}

/** False: it was not bound. */
export async function unbindPlace(tx: Database, chat: Chat, now: Date): Promise<boolean> {
  const rows = await tx.update(teamPlace).set({ unboundAt: now }).where(bound(chat)).returning({ id: teamPlace.id });
  return rows.length > 0;
}

/** Where the team reads cards. */
export const readTeamPlaces = (db: Database): Promise<TeamPlaceRow[]> =>
  db.select().from(teamPlace).where(isNull(teamPlace.unboundAt)).orderBy(asc(teamPlace.boundAt));
