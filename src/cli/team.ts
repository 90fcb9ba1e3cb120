import { randomBytes } from 'node:crypto';
import { CODE_LASTS_MIN, codeFrom, offerEnrolment } from '../core/moderation/team.ts';
import { readTeam } from '../db/queries/team.ts';
import { TEAM_ROLES, type TeamRole } from '../db/schema/moderator.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, WrongUse } from './cli-command.ts';
import { withDalil } from './open.ts';

const isTeamRole = (word: string): word is TeamRole => TEAM_ROLES.some((role) => role === word);

/** How the first lead comes in; after that leads invite by themselves, in the chat. */
export const team = defineCliCommand({
  summary: 'show who is in the team, or make a code by which somebody joins it',
  usage: ['team', `team invite ${TEAM_ROLES.join('|')}`],
  explain: {},
  options: {},
  async run(_values, [deed, role, ...more], surroundings) {
    if (more.length > 0 || (deed !== undefined && deed !== 'invite'))
      throw new WrongUse('team takes nothing, or "invite" and a role');
    if (deed === 'invite' && !isTeamRole(role ?? '')) throw new WrongUse(`team invite takes one of ${TEAM_ROLES.join(', ')}`);
    await withDalil(surroundings, async ({ core: { store, vault, newId } }) => {
      const { stdout } = surroundings.terminal;
      if (role === undefined || !isTeamRole(role)) {
        const members = (await readTeam(store.db)).filter(({ revokedAt }) => revokedAt === null);
        return writeOut(stdout, members.map(({ name, role }) => `${name}\t${role}\n`).join(''));
      }
      const code = codeFrom(randomBytes(12));
      const now = surroundings.clock();
      await offerEnrolment(store.db, { code, role, moderatorId: null, madeBy: null }, { vault, newId, now });
      return writeOut(stdout, `/enrol ${code} NAME\nto be sent to the bot in private within ${CODE_LASTS_MIN} minutes, once\n`);
    });
    return 0;
  },
});
