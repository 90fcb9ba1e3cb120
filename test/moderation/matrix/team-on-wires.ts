import { highestRoleBy } from '../../../src/bots/discord/team-roles.ts';
import type { Command } from '../../../src/core/commands/command.ts';
import type { Core } from '../../../src/core/core.ts';
import { bind } from '../../../src/core/moderation/team.ts';
import { linkAccount, revokeMember } from '../../../src/db/queries/team.ts';
import { scene } from '../../bots/discord/bot.ts';
import { AT_ONCE, startTelegram } from '../../bots/telegram/started.ts';
import { delivered } from '../../contract/delivered.ts';
import { startFakeTelegram } from '../../fakes/telegram/server.ts';
import { enrol, NOW } from '../team.ts';
import { PEOPLE, PLATFORMS, type Platform, WHO } from './cells.ts';
import { createDiscordHand } from './on-discord.ts';
import { BOUND, createTelegramHand, personOf } from './on-telegram.ts';
import type { Hand, Words } from './said.ts';

/** Said at once on each platform: Discord waits three seconds for each. */
const AT_ONCE_SAID = 12;

/** One bot on both platforms, and everybody whom the matrix knows, with one chat of the team on each. */
export interface TeamOnWires {
  hands: Record<Platform, Hand>;
  /** Says all of it, a few at a time, numbered from 0 on; resolves when all that is awaited is answered and nothing waits to be sent. */
  sayAll(all: readonly { words: Words; isAwaited: boolean }[]): Promise<void>;
  /** What a platform would not take. */
  wrong(): string[];
  close(): Promise<void>;
}

async function enrolEverybody(core: Core, accounts: Record<Platform, (who: (typeof WHO)[number]) => string>): Promise<void> {
  const { store, vault } = core;
  for (const who of WHO) {
    const role = who === 'revoked' ? 'lead' : PEOPLE[who].row;
    if (role === null) continue;
    const id = await enrol(store, who, role);
    for (const platform of ['telegram', 'discord'] as const) {
      const lookup = vault.hash('moderator_account', platform, accounts[platform](who));
      await linkAccount(store.db, { platform, lookup, moderatorId: id, linkedAt: NOW });
    }
  }
  await revokeMember(store.db, 'revoked', NOW);
}

/** `commands`: those that the bot has. */
export async function teamOnWires(core: Core, commands: readonly Command[] = core.commands): Promise<TeamOnWires> {
  const { store, vault, newId } = core;
  const telegram = await startFakeTelegram();
  const { fake: discord, start } = await scene();
  const onDiscord = createDiscordHand(discord);
  const hands: Record<Platform, Hand> = { telegram: createTelegramHand(telegram), discord: onDiscord };
  await enrolEverybody(core, { telegram: (who) => String(personOf(who)), discord: onDiscord.personOf });
  for (const who of WHO) if (PEOPLE[who].there === null) telegram.state.standings.set(`${BOUND}/${personOf(who)}`, 'left');
  const lead = { id: 'lead', name: 'lead', role: 'lead' } as const;
  for (const at of [
    { platform: 'telegram', bot: '4242', chat: BOUND, here: { chat: BOUND, thread: null, replyTo: null } },
    {
      platform: 'discord',
      bot: discord.state.bot.id,
      chat: onDiscord.bound.id,
      here: { kind: 'channel', channel: onDiscord.bound.id, guild: discord.state.guild },
    },
  ] as const) {
    await bind(store.db, { ...at, person: '', alone: false, reach: null }, lead, { vault, newId, now: NOW }, 'en');
  }
  // two leads want it here, and all else must still be read afterwards
  const running = { ...core, commands, vault: { ...vault, orderWipe: () => {}, wipe: () => {} } };
  const { stop } = startTelegram(running, telegram);
  const { guild: server } = discord.state;
  const bot = await start(running, { highestRole: highestRoleBy({ server, roles: onDiscord.roles }) }, AT_ONCE);

  const until = <T>(platform: Platform, find: () => T | null) =>
    platform === 'telegram' ? telegram.until(find, 'an answer') : discord.until(find, 'an answer');
  let numbers = 0;
  async function sayOn(platform: Platform, all: readonly { words: Words; isAwaited: boolean; n: number }[]): Promise<void> {
    const queue = all.filter(({ words }) => words.platform === platform);
    let at = 0;
    const worker = async () => {
      for (let next = queue[at++]; next; next = queue[at++]) {
        const { words, n, isAwaited } = next;
        hands[platform].say(words, n);
        // an answer that never comes is a deviation, not an error
        if (isAwaited) await until(platform, () => hands[platform].answer(n)).catch(() => {});
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE_SAID }, worker));
  }

  return {
    hands,
    async sayAll(all) {
      const numbered = all.map((one) => ({ ...one, n: numbers++ }));
      await Promise.all(PLATFORMS.map((platform) => sayOn(platform, numbered)));
      await delivered(store);
    },
    wrong: () => [...telegram.wrong, ...discord.wrong, ...bot.problems],
    async close() {
      await stop();
      await bot.stop();
      await telegram.close();
    },
  };
}
