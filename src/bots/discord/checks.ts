import { z } from 'zod';
import { statusOf, type Wire } from './wire.ts';

/** What Discord says of the bot. */
export interface Identity {
  /** The bot's user id. */
  bot: string;
  application: string;
  /** It may read what is said in servers without being mentioned. */
  readsContent: boolean;
}

/** Something that only a person can put right: one sentence says what and where. */
export class DiscordProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'DiscordProblem';
  }
}

const PORTAL = 'https://discord.com/developers/applications';

export const PROBLEMS = {
  token: `Discord refuses the token. Make a new one at ${PORTAL} under Bot → Reset Token, and set it as DISCORD_TOKEN.`,
  intents: `Discord refuses to send messages' contents. Switch on ${PORTAL} → Bot → Message Content Intent, then start again.`,
  content: `Message Content Intent is off: what is said in threads below an answer is not read unless it mentions the bot. Switch it on at ${PORTAL} → Bot.`,
  shards: 'Discord wants more connections for this bot than it was told: start it again.',
} as const;

/** Bits of an application's flags: https://discord.com/developers/docs/resources/application#application-object-application-flags */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

const userSchema = z.object({ id: z.string() });
const applicationSchema = z.object({ id: z.string(), flags: z.number().optional() });

/** Who the bot is. Throws DiscordProblem where the token is refused, and what the wire throws. */
export async function identify(wire: Wire): Promise<Identity> {
  try {
    const user = userSchema.parse(await wire({ method: 'GET', path: '/users/@me' }));
    const application = applicationSchema.parse(await wire({ method: 'GET', path: '/applications/@me' }));
    return { bot: user.id, application: application.id, readsContent: ((application.flags ?? 0) & MESSAGE_CONTENT) !== 0 };
  } catch (error) {
    if (statusOf(error) === 401) throw new DiscordProblem(PROBLEMS.token);
    throw error;
  }
}

/** Rights that answering takes: https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags */
const RIGHTS: readonly [bit: bigint, name: string][] = [
  [1n << 10n, 'View Channels'],
  [1n << 11n, 'Send Messages'],
  [1n << 15n, 'Attach Files'],
  [1n << 16n, 'Read Message History'],
  [1n << 38n, 'Send Messages in Threads'],
];
export const ADMINISTRATOR = 1n << 3n;

/** The names of those that are not among the bits held. */
export const lackingOf = (held: bigint): string[] =>
  (held & ADMINISTRATOR) !== 0n ? [] : RIGHTS.filter(([bit]) => (held & bit) === 0n).map(([, name]) => name);

const guildSchema = z.object({
  name: z.string(),
  roles: z.array(z.object({ id: z.string(), name: z.string(), permissions: z.string().regex(/^\d+$/u) })),
  id: z.string(),
  members: z.array(z.object({ user: z.object({ id: z.string() }), roles: z.array(z.string()) })),
});

/** The rights that the bot lacks in a server, as a sentence; null: it has all, or they cannot be told. Single channels may differ. */
export function missingRights(guild: unknown, bot: string): string | null {
  const { data } = guildSchema.safeParse(guild);
  const member = data?.members.find(({ user }) => user.id === bot);
  if (!data || !member) return null;
  const held = data.roles
    .filter(({ id }) => id === data.id || member.roles.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  const missing = lackingOf(held);
  return missing.length === 0
    ? null
    : `In the Discord server “${data.name}” the bot lacks: ${missing.join(', ')}. Give them to its role under Server Settings → Roles.`;
}
