import { z } from 'zod';
import type { DiscordTeam } from '../../config.ts';
import { TEAM_ROLES } from '../../db/schema/moderator.ts';
import { ADMINISTRATOR, lackingOf } from './checks.ts';
import { isThread } from './inbound.ts';
import { routeSchema } from './payload.ts';
import { statusOf, type Wire } from './wire.ts';

/** What was looked at, how it is, and what to do; null: nothing. */
export interface Looked {
  about: string;
  said: string;
  advice: string | null;
}

const bits = z
  .string()
  .regex(/^\d+$/u)
  .transform((text) => BigInt(text));
const overwriteSchema = z.object({ id: z.string(), allow: bits, deny: bits });
const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.number(),
  guild_id: z.string(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwriteSchema).default([]),
});
type Channel = z.infer<typeof channelSchema>;
const rolesSchema = z.array(z.object({ id: z.string(), name: z.string(), permissions: bits }));
const memberSchema = z.object({ roles: z.array(z.string()) });

const joined = (all: readonly bigint[]): bigint => all.reduce((sum, one) => sum | one, 0n);

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites: everybody's, then the roles' together, then the member's own. */
function held(
  { guild_id, permission_overwrites }: Channel,
  roles: z.infer<typeof rolesSchema>,
  mine: readonly string[],
  bot: string,
): bigint {
  const base = joined(roles.filter(({ id }) => id === guild_id || mine.includes(id)).map(({ permissions }) => permissions));
  if ((base & ADMINISTRATOR) !== 0n) return base;
  const levels = [[guild_id], mine, [bot]].map((ids) => permission_overwrites.filter(({ id }) => ids.includes(id)));
  return levels.reduce(
    (rights, level) => (rights & ~joined(level.map(({ deny }) => deny))) | joined(level.map(({ allow }) => allow)),
    base,
  );
}

const NOT_SEEN = 'let the bot’s role see the channel: its name, Edit Channel, Permissions, View Channel; or send /bind off there';

async function lookAtChannel(wire: Wire, bot: string, id: string, team: DiscordTeam | undefined): Promise<Looked> {
  const about = 'Discord channel';
  const get = (path: `/${string}`) => wire({ method: 'GET', path });
  try {
    const channel = channelSchema.parse(await get(`/channels/${id}`));
    const said = `#${channel.name}, the team’s`;
    if (team && team.server !== channel.guild_id)
      return {
        about,
        said,
        advice: 'it is on another server than DALIL_DISCORD_SERVER: nobody decides there; send /bind off in it',
      };
    // what a thread allows is said by what it hangs on
    const place =
      isThread(channel.type) && channel.parent_id ? channelSchema.parse(await get(`/channels/${channel.parent_id}`)) : channel;
    const roles = rolesSchema.parse(await get(`/guilds/${channel.guild_id}/roles`));
    const member = memberSchema.parse(await get(`/guilds/${channel.guild_id}/members/${bot}`));
    const lacking = lackingOf(held(place, roles, member.roles, bot));
    const advice = `the bot lacks there: ${lacking.join(', ')}. Give them to its role: Edit Channel, Permissions`;
    return { about, said, advice: lacking.length === 0 ? null : advice };
  } catch (error) {
    const status = statusOf(error);
    if (status === null) throw error;
    return { about, said: `${id}, the team’s, cannot be seen`, advice: NOT_SEEN };
  }
}

async function lookAtRoles(wire: Wire, { server, roles }: DiscordTeam): Promise<Looked> {
  const about = 'Discord roles';
  try {
    const there = rolesSchema.parse(await wire({ method: 'GET', path: `/guilds/${server}/roles` }));
    if (!roles) return { about, said: 'none is asked for, on the one server where the team decides', advice: null };
    const missing = TEAM_ROLES.filter((role) => !there.some(({ id }) => id === roles[role]));
    const names = TEAM_ROLES.map((role) => `${role}: ${there.find(({ id }) => id === roles[role])?.name ?? 'none'}`);
    const variables = missing.map((role) => `DALIL_DISCORD_${role.toUpperCase()}_ROLE`).join(', ');
    const advice = `${variables}: no role of DALIL_DISCORD_SERVER has that id. Copy it again: Server Settings, Roles, right-click, Copy Role ID`;
    return { about, said: names.join(', '), advice: missing.length === 0 ? null : advice };
  } catch (error) {
    if (statusOf(error) === null) throw error;
    return {
      about,
      said: 'they cannot be had',
      advice: 'the bot is not on the server of DALIL_DISCORD_SERVER: copy its id again, or add the bot to it',
    };
  }
}

/** Whether the server's roles are there, and whether the bot may do in the team's channels what it must. `reaches`: the ways to them. */
export async function lookAtTeam(
  wire: Wire,
  bot: string,
  team: DiscordTeam | undefined,
  reaches: readonly unknown[],
): Promise<Looked[]> {
  const channels = reaches.flatMap((reach) => {
    const { data: route } = routeSchema.safeParse(reach);
    return route?.kind === 'channel' ? [route.channel] : [];
  });
  const found = team ? [await lookAtRoles(wire, team)] : [];
  for (const channel of channels) found.push(await lookAtChannel(wire, bot, channel, team));
  return found;
}
