import { ROLES, type Role } from '../core/commands/command.ts';
import { damascusDay } from '../core/damascus-day.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { readDay } from './days.ts';
import { withDalil } from './open.ts';

interface Person {
  role: Role;
  user: string;
  /** The day that counts as today; null: the real one. */
  day: string | null;
}

const USER = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** Opens the chat and stays in it until the input ends or dalil is stopped. */
export async function chatUntilStopped(person: Person, surroundings: Surroundings): Promise<number> {
  const { terminal, config, clock } = surroundings;
  await withDalil(surroundings, async ({ core }, beginning) => {
    const { openConsole } = await import('../bots/console/open.ts');
    const { withHousekeeping } = await import('../main.ts');
    await withHousekeeping(core, { ...beginning, stop: surroundings.stop }, (stop) =>
      openConsole({
        core,
        user: person.user,
        role: person.role,
        today: () => person.day ?? damascusDay(clock()),
        clock,
        home: config.home,
        colour: config.colour,
        stdin: terminal.stdin,
        stdout: terminal.stdout,
        stop,
      }),
    );
  });
  return 0;
}

const isRole = (word: string): word is Role => ROLES.some((role) => role === word);

export const chat = defineCliCommand({
  summary: 'chat in this terminal as somebody: a member of the team, a contact, a moderator, a lead',
  usage: [`chat [--as ${ROLES.join('|')}] [--user NAME] [--now DAY]`],
  explain: {
    as: 'the role; member if not said',
    user: 'the name; different names are different people',
    now: 'the day that counts as today, such as 2023-05-02',
  },
  options: { as: { type: 'string', default: 'member' }, user: { type: 'string', default: 'local' }, now: { type: 'string' } },
  untilStopped: true,
  run({ as, user, now }, positionals, surroundings) {
    if (positionals.length > 0) throw new WrongUse('chat takes no words; to ask one question: dalil ask "TEXT"');
    if (!isRole(as)) throw new WrongUse(`--as must be one of ${ROLES.join(', ')}`);
    if (!USER.test(user)) throw new WrongUse('--user must be up to 40 letters, digits, dots, dashes or underscores');
    return chatUntilStopped({ role: as, user, day: readDay('now', now) }, surroundings);
  },
});
