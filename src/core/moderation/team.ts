import type { Database } from '../../db/client.ts';
import {
  addEnrolment,
  addMember,
  bindPlace,
  isTeamPlace,
  linkAccount,
  readMember,
  readMemberNamed,
  spendEnrolment,
  unbindPlace,
} from '../../db/queries/team.ts';
import type { TeamRole } from '../../db/schema/moderator.ts';
import type { Language } from '../../db/schema/vocabulary.ts';
import type { Speaker } from '../commands/speaker.ts';
import type { Vault } from '../identity/vault.ts';
import { record } from './record.ts';
import { sealPlace } from './team-places.ts';

/** Somebody of the team. */
export interface Member {
  id: string;
  name: string;
  role: TeamRole;
}

export interface TeamDeps {
  vault: Vault;
  newId(): string;
  now: Date;
}

const accountOf = (vault: Vault, { platform, person }: Speaker) => ({
  platform,
  lookup: vault.hash('moderator_account', platform, person),
});

/** Who of the team speaks; null: somebody else. */
export const memberWho = (db: Database, vault: Vault, speaker: Speaker): Promise<Member | null> => {
  const { platform, lookup } = accountOf(vault, speaker);
  return readMember(db, platform, lookup);
};

/** The people of a terminal are whom they say they are: who can run dalil there can read its keys. */
export async function memberAtTerminal(db: Database, role: TeamRole, speaker: Speaker, deps: TeamDeps): Promise<Member | null> {
  const known = await memberWho(db, deps.vault, speaker);
  if (known) return { ...known, role };
  return db.transaction(async (tx) => {
    const id = `terminal:${speaker.person}`;
    const row = { id, name: speaker.person, role, enrolledAt: deps.now };
    const added = (await addMember(tx, row)) ?? (await readMemberNamed(tx, speaker.person));
    if (!added || added.revokedAt !== null) return null;
    await linkAccount(tx, { ...accountOf(deps.vault, speaker), moderatorId: added.id, linkedAt: deps.now });
    return { id: added.id, name: added.name, role };
  });
}

/** A chat as the store names it. */
export const chatOf = (vault: Vault, { platform, bot, chat }: Pick<Speaker, 'platform' | 'bot' | 'chat'>) => ({
  platform,
  bot,
  chat: vault.hash('team_place', platform, bot, chat),
});

/** Whether the team decides in this chat. A terminal is read by one person alone. */
export const isBound = async (db: Database, vault: Vault, speaker: Speaker): Promise<boolean> =>
  speaker.platform === 'console' || isTeamPlace(db, chatOf(vault, speaker));

const MINUTE = 60_000;
export const CODE_LASTS_MIN = 10;
/** Crockford's: no I, L, O or U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 12 signs, 60 bits: `4F7K-9QXM-2ZTD`. */
export function codeFrom(bytes: Uint8Array): string {
  const signs = [...bytes.slice(0, 12)].map((byte) => ALPHABET[byte % 32]);
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8, 12)].map((part) => part.join('')).join('-');
}

/** As typed: small letters, spaces for dashes, and the letters that are taken for others. */
const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');

const hashOf = (vault: Vault, code: string) => vault.hash('enrolment', readCode(code));

/** A code by which somebody joins the team in this role, or links a further account. Good once, for ten minutes. */
export async function offerEnrolment(
  tx: Database,
  offer: { code: string; role: TeamRole; moderatorId: string | null; madeBy: string | null },
  { vault, now }: TeamDeps,
): Promise<void> {
  const { code, role, moderatorId, madeBy } = offer;
  const expiresAt = new Date(now.getTime() + CODE_LASTS_MIN * MINUTE);
  await addEnrolment(tx, { code: hashOf(vault, code), role, moderatorId, madeBy, expiresAt });
}

export type Enrolled = { kind: 'enrolled' | 'linked'; member: Member } | { kind: 'no-such-code' | 'name-taken' };

/** Joins the team by a code, under a name; a code of an account to link ignores the name. */
export async function enrol(
  tx: Database,
  speaker: Speaker,
  typed: { code: string; name: string },
  deps: TeamDeps,
): Promise<Enrolled> {
  const { vault, newId, now } = deps;
  return tx
    .transaction(async (inner): Promise<Enrolled> => {
      const spent = await spendEnrolment(inner, hashOf(vault, typed.code), now);
      if (!spent) return { kind: 'no-such-code' };
      const id = spent.moderatorId ?? newId();
      if (spent.moderatorId === null && !(await addMember(inner, { id, name: typed.name, role: spent.role, enrolledAt: now }))) {
        throw new NameTaken();
      }
      await linkAccount(inner, { ...accountOf(vault, speaker), moderatorId: id, linkedAt: now });
      const member = await memberWho(inner, vault, speaker);
      if (!member) return { kind: 'no-such-code' };
      const by = { kind: 'moderator' as const, id };
      const event = spent.moderatorId === null ? 'enrolled' : 'linked';
      await record(inner, vault, { subject: 'moderator', subjectId: id, event, by, cause: null, content: null }, now);
      return { kind: event, member };
    })
    .catch((error: unknown): Enrolled => {
      // the code is not spent on a name that is taken
      if (error instanceof NameTaken) return { kind: 'name-taken' };
      throw error;
    });
}

class NameTaken extends Error {}

/** From now on the team reads cards here, in this language, and decides here. False: it did already. */
export async function bind(
  tx: Database,
  speaker: Speaker,
  member: Member,
  { vault, newId, now }: TeamDeps,
  language: Language,
): Promise<boolean> {
  if (await isBound(tx, vault, speaker)) return false;
  const id = newId();
  const route = sealPlace(vault, id, { chat: speaker.chat, reach: speaker.here, language });
  await bindPlace(tx, { id, ...chatOf(vault, speaker), route, boundBy: member.id, boundAt: now });
  await record(
    tx,
    vault,
    { subject: 'store', subjectId: id, event: 'bound', by: { kind: 'moderator', id: member.id }, cause: null, content: null },
    now,
  );
  return true;
}

/** False: it was not bound. */
export async function unbind(tx: Database, speaker: Speaker, member: Member, { vault, now }: TeamDeps): Promise<boolean> {
  if (!(await unbindPlace(tx, chatOf(vault, speaker), now))) return false;
  const by = { kind: 'moderator' as const, id: member.id };
  await record(tx, vault, { subject: 'store', subjectId: 'place', event: 'unbound', by, cause: null, content: null }, now);
  return true;
}
