import { highestRoleBy } from '../../../src/bots/discord/team-roles.ts';
import type { Command } from '../../../src/core/commands/command.ts';
import type { Core } from '../../../src/core/core.ts';
import { bind } from '../../../src/core/moderation/team.ts';
import { openTeamPlaces } from '../../../src/core/moderation/team-places.ts';
import { readLog } from '../../../src/db/queries/decision.ts';
import { linkAccount, revokeMember } from '../../../src/db/queries/team.ts';
import { tip } from '../../../src/db/schema/tip.ts';
import { scene } from '../../bots/discord/bot.ts';
import { AT_ONCE, startTelegram } from '../../bots/telegram/started.ts';
import { delivered } from '../../contract/delivered.ts';
import { startFakeTelegram } from '../../fakes/telegram/server.ts';
import { enrol, NOW } from '../team.ts';
import { type Cell, expected, nameOf, type Outcome, PEOPLE, type Platform, WHO } from './cells.ts';
import { createDiscordHand } from './on-discord.ts';
import { BOUND, createTelegramHand, personOf } from './on-telegram.ts';
import { type Hand, isRefusal } from './said.ts';

/** What the log of decisions holds of a cell that may decide, by command; others decide nothing on a tip as it is here. */
const DECIDES: Record<string, string> = { claim: 'claim', note: 'note', decline: 'decline', spam: 'spam' };
/** Said at once on each platform: Discord waits three seconds for each. */
const AT_ONCE_SAID = 12;
const FIRST_TIP = 500_000;
const SILENT = new Set<Outcome>(['silent']);

export interface Tried {
  cells: number;
  /** What was not as the policy says, by cell. */
  deviations: string[];
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

/** Tries every cell over its wire, in one bot on both platforms, whose commands may be others than those that the cells were made of. */
export async function tryCells(core: Core, cells: readonly Cell[], commands: readonly Command[] = core.commands): Promise<Tried> {
  const { store, vault, newId } = core;
  const telegram = await startFakeTelegram();
  const { fake: discord, start } = await scene();
  const onDiscord = createDiscordHand(discord);
  const hands: Record<Platform, Hand> = { telegram: createTelegramHand(telegram), discord: onDiscord };
  await enrolEverybody(core, { telegram: (who) => String(personOf(who)), discord: onDiscord.personOf });
  for (const who of WHO) if (PEOPLE[who].there === null) telegram.state.away.set(`${BOUND}/${personOf(who)}`, 'left');
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
  // digits alone: letters that look like others are read as these
  const refs = cells.map((_, n) => `T-${FIRST_TIP + n}`);
  const shared = { trust: 'unknown', language: 'en', receivedAt: NOW, expiresAt: new Date(Date.now() + 86_400_000) } as const;
  const received = new Date('2025-06-01T12:00:00Z');
  for (let at = 0; at < refs.length; at += 1_000)
    await store.db
      .insert(tip)
      .values(refs.slice(at, at + 1_000).map((ref) => ({ ...shared, receivedAt: received, id: `cell ${ref}`, ref })));

  // two leads want it here, and all else must still be read afterwards
  const running = { ...core, commands, vault: { ...vault, orderWipe: () => {}, wipe: () => {} } };
  const { stop } = startTelegram(running, telegram);
  const { guild: server } = discord.state;
  const bot = await start(running, { highestRole: highestRoleBy({ server, roles: onDiscord.roles }) }, AT_ONCE);

  const until = <T>(platform: Platform, find: () => T | null) =>
    platform === 'telegram' ? telegram.until(find, 'an answer') : discord.until(find, 'an answer');
  async function tryOne(cell: Cell, n: number): Promise<void> {
    hands[cell.platform].say(cell, n, refs[n] ?? '');
    // who is not heard is looked at when all is over
    if (!SILENT.has(expected(cell))) await until(cell.platform, () => hands[cell.platform].answer(n)).catch(() => {});
  }
  async function tryAll(platform: Platform): Promise<void> {
    const queue = cells.map((cell, n) => ({ cell, n })).filter(({ cell }) => cell.platform === platform);
    let at = 0;
    const worker = async () => {
      for (let next = queue[at++]; next; next = queue[at++]) await tryOne(next.cell, next.n);
    };
    await Promise.all(Array.from({ length: AT_ONCE_SAID }, worker));
  }
  await Promise.all([tryAll('telegram'), tryAll('discord')]);
  await delivered(store);

  const t = core.translator('en');
  const outcomeOf = (cell: Cell, n: number): Outcome => {
    const answer = hands[cell.platform].answer(n);
    if (answer === null || answer === 'suggested') return answer ?? 'silent';
    return isRefusal(t, cell, answer.text) ? 'refused' : 'answered';
  };
  const log = await readLog(store.db);
  const decided = new Map<string, string[]>();
  for (const { subject, subjectId, event, moderatorId } of log)
    if (subject === 'tip') decided.set(subjectId, [...(decided.get(subjectId) ?? []), `${event} by ${moderatorId}`]);
  const deviations = cells.flatMap((cell, n) => {
    const wanted = expected(cell);
    const outcome = outcomeOf(cell, n);
    const event = wanted === 'answered' ? DECIDES[cell.command.name] : undefined;
    const events = decided.get(refs[n] ?? '') ?? [];
    const effects = event === undefined ? [] : [`${event} by ${cell.who}`];
    const isAsSaid = outcome === wanted && events.join() === effects.join();
    return isAsSaid ? [] : [`${nameOf(cell)}: ${outcome} [${events.join()}], not ${wanted} [${effects.join()}]`];
  });
  const may = new Set(['moderator', 'lead', 'lowered', 'departed']);
  const others = log.filter(({ moderatorId }) => moderatorId !== null && !may.has(moderatorId));
  const bound = await openTeamPlaces(store.db, vault);
  return {
    cells: cells.length,
    deviations: [
      ...deviations,
      ...others.map(({ event, moderatorId }) => `${event} by ${moderatorId}`),
      ...(bound.length === 2 ? [] : [`${bound.length} chats are bound`]),
      ...telegram.wrong,
      ...bot.problems,
    ],
    async close() {
      await stop();
      await bot.stop();
      await telegram.close();
    },
  };
}
