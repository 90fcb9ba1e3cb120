import { randomBytes } from 'node:crypto';
import { readMemberNamed, readTeam, revokeMember } from '../../db/queries/team.ts';
import { TEAM_ROLES, type TeamRole } from '../../db/schema/moderator.ts';
import type { Core } from '../core.ts';
import { record } from '../moderation/record.ts';
import { CODE_LASTS_MIN, codeFrom, type Member, offerEnrolment } from '../moderation/team.ts';
import type { Reply } from '../reply/reply.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, type Invocation } from './command.ts';

const isTeamRole = (word: string): word is TeamRole => TEAM_ROLES.some((role) => role === word);

/** Every command that the team alone may use is refused before it runs; this says so to the types. */
export function memberOf({ member }: Pick<Invocation, 'member'>, command: string): Member {
  if (!member) throw new UserError('not-allowed', { command });
  return member;
}

type Deed = (core: Core, who: string, by: Member, invocation: Invocation, language: Reply['language']) => Promise<string>;

/** A code for a new member in a role, or for a further account of a member. */
const invite: Deed = async ({ store, vault, newId, translator }, who, by, { now }, language) => {
  const member = isTeamRole(who) ? null : await readMemberNamed(store.db, who);
  if (!isTeamRole(who) && (!member || member.revokedAt))
    throw new UserError('no-such-member', { name: who, roles: TEAM_ROLES.join(', ') });
  const code = codeFrom(randomBytes(12));
  const role = isTeamRole(who) ? who : (member?.role ?? 'viewer');
  await offerEnrolment(store.db, { code, role, moderatorId: member?.id ?? null, madeBy: by.id }, { vault, newId, now });
  return translator(language)('team-code', { code, minutes: CODE_LASTS_MIN, for: member?.name ?? role });
};

const revoke: Deed = async ({ store, vault, translator }, who, by, { now }, language) => {
  const member = await readMemberNamed(store.db, who);
  const gone =
    member &&
    (await store.db.transaction(async (tx) => {
      if (!(await revokeMember(tx, member.id, now))) return false;
      const decided = { subject: 'moderator', subjectId: member.id, event: 'revoked', cause: null, content: null } as const;
      await record(tx, vault, { ...decided, by: { kind: 'moderator', id: by.id } }, now);
      return true;
    }));
  if (!gone) throw new UserError('no-such-member', { name: who, roles: TEAM_ROLES.join(', ') });
  return translator(language)('team-revoked', { name: who });
};

const list: Deed = async ({ store, translator }, _who, _by, _invocation, language) => {
  const t = translator(language);
  const names = (await readTeam(store.db))
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ name, role }) => `${name} (${t(`team-role.${role}`)})`);
  return names.length === 0 ? t('team-nobody') : t('team-members', { members: t.list(names) });
};

const DEEDS = { list, invite, revoke } as const satisfies Record<string, Deed>;
const isDeed = (word: string): word is keyof typeof DEEDS => Object.hasOwn(DEEDS, word);

/** Who is in the team; for leads: who comes and who goes. */
export const team = defineCommand({
  name: 'team',
  options: {
    do: { kind: 'choice', choices: Object.keys(DEEDS), required: false },
    who: { kind: 'text', required: false, rest: true },
  },
  access: ['moderator', 'lead'],
  replies: 'private',
  async run(core, args, invocation, { language }) {
    const by = memberOf(invocation, 'team');
    const deed = args.do !== undefined && isDeed(args.do) ? args.do : 'list';
    if (deed !== 'list' && invocation.role !== 'lead') throw new UserError('leads-alone', {});
    if (deed !== 'list' && args.who === undefined) throw new UserError('missing-option', { command: 'team', option: 'who' });
    const sentence = await DEEDS[deed](core, args.who ?? '', by, invocation, language);
    return { language, blocks: [{ kind: 'text', content: [sentence] }], visibility: 'private' };
  },
});
