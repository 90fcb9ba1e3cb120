import { resolve } from 'node:path';
import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A public key of age: https://age-encryption.org/v1, Bech32. */
const AGE_KEY = /^age1[02-9ac-hj-np-z]{58}$/u;

const LONGEST_DAYS = 365;
const days = (least: number, usual: number) =>
  z.coerce
    .number({ error: 'must be a number of days' })
    .int({ error: 'must be whole days' })
    .min(least, { error: `must be at least ${least}` })
    .max(LONGEST_DAYS, { error: `must be at most ${LONGEST_DAYS}` })
    .default(usual);

const postgresAddress = z
  .string()
  .refine((value) => /^postgres(ql)?:\/\//u.test(value) && URL.canParse(value), {
    error: 'must be a Postgres address such as postgres://user:password@host:5432/dalil',
  })
  .optional();

/** https://discord.com/developers/docs/reference#snowflakes */
const snowflake = z
  .string()
  .regex(/^\d{17,20}$/u, { error: 'must be an id of Discord’s: 17 to 20 digits (Developer Mode, then Copy ID)' })
  .optional();

/** What the environment may set; `.env.example` explains each. An empty variable counts as not set. */
const environment = z.object({
  DATABASE_URL: postgresAddress,
  DATABASE_READ_URL: postgresAddress,
  DALIL_HOME: z.string().default('./var'),
  DALIL_KEYS: z.string().optional(),
  DALIL_KEEP_PENDING: days(1, 14),
  DALIL_KEEP_REJECTED: days(1, 7),
  DALIL_KEEP_ROUTE: days(1, 30),
  DALIL_KEEP: days(14, 90),
  DALIL_TWO_TO_PUBLISH: z.enum(['0', '1'], { error: 'must be 1 (two people) or 0' }).optional(),
  DALIL_COORDINATORS: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => AGE_KEY.test(key)), {
      error: 'must be age public keys with commas between, such as age1qqqqq…,age1zzzzz…',
    })
    .optional(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{20,100}$/u, { error: 'must be a token as @BotFather gives it, such as 123456789:AAE…' })
    .optional(),
  DALIL_TELEGRAM_API: z
    .url({ protocol: /^https?$/u, error: 'must be the address of a Bot API server, such as https://api.telegram.org' })
    .default('https://api.telegram.org'),
  DALIL_TELEGRAM_WEBHOOK: z
    .url({ protocol: /^https$/u, error: 'must be the https address at which Telegram reaches dalil' })
    .optional(),
  DALIL_TELEGRAM_LISTEN: z
    .string()
    .regex(/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/u, {
      error: 'must be an address and a port to listen on, such as 127.0.0.1:8443',
    })
    .refine((value) => Number(value.slice(value.lastIndexOf(':') + 1)) < 65_536, { error: 'must name a port below 65536' })
    .default('127.0.0.1:8443'),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, {
      error: 'must be a bot token as the Developer Portal gives it: three parts with dots between',
    })
    .optional(),
  DALIL_DISCORD_API: z
    .url({
      protocol: /^https?$/u,
      error: 'must be the address of Discord’s interface without a version, such as https://discord.com/api',
    })
    .default('https://discord.com/api'),
  DALIL_DISCORD_SERVER: snowflake,
  DALIL_DISCORD_VIEWER_ROLE: snowflake,
  DALIL_DISCORD_MODERATOR_ROLE: snowflake,
  DALIL_DISCORD_LEAD_ROLE: snowflake,
  DALIL_LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
  /** A convention of terminals, not ours: https://no-color.org */
  NO_COLOR: z.string().optional(),
});

/** Where Telegram posts, and where dalil listens for it: a proxy that speaks TLS stands between. */
export interface WebhookSettings {
  url: string;
  host: string;
  port: number;
}

export interface TelegramSettings {
  token: string;
  apiRoot: string;
  /** Left out: updates are polled for, which takes no open port. */
  webhook?: WebhookSettings | undefined;
}

/** Where on Discord the team may decide, and who. */
export interface DiscordTeam {
  /** The one server in which rights hold. */
  server: string;
  /** The server's role that each role of the team takes; undefined: any. */
  roles: Record<'viewer' | 'moderator' | 'lead', string> | undefined;
}

export interface DiscordSettings {
  token: string;
  api: string;
  /** Undefined: bound channels and enrolled accounts decide alone. */
  team?: DiscordTeam | undefined;
}

export interface Config {
  /** Undefined: dalil starts its own server under `home`. */
  databaseUrl: string | undefined;
  /** A read replica of `databaseUrl`, for questions. */
  readUrl?: string | undefined;
  /** Absolute directory of everything that dalil keeps on disk. */
  home: string;
  /** Absolute directory of the keys; undefined: `keys` in `home`. */
  keys?: string | undefined;
  /** Days for which things of contacts are kept (core/identity/retention.ts); undefined: the usual ones. */
  keep?: { pending: number; rejected: number; route: number; all: number } | undefined;
  /** A tip of an unknown contact is published when two people want it. */
  twoToPublish?: boolean | undefined;
  /** Public keys of age to which originals are encrypted; undefined: none are kept. */
  coordinators?: readonly string[] | undefined;
  /** Undefined: no bot on Telegram. */
  telegram?: TelegramSettings | undefined;
  /** Undefined: no bot on Discord. */
  discord?: DiscordSettings | undefined;
  logLevel: LogLevel;
  colour: boolean;
}

/** The environment is wrong: one line per variable, without the value, which may be a secret. */
export class ConfigError extends Error {}

function webhookOf(url: string | undefined, listen: string): WebhookSettings | undefined {
  if (url === undefined) return undefined;
  const colon = listen.lastIndexOf(':');
  return { url, host: listen.slice(0, colon).replace(/^\[|\]$/gu, ''), port: Number(listen.slice(colon + 1)) };
}

/** Throws ConfigError where roles are given in part, or without their server. */
function teamOf(data: z.infer<typeof environment>): DiscordTeam | undefined {
  const server = data.DALIL_DISCORD_SERVER;
  const { DALIL_DISCORD_VIEWER_ROLE: viewer, DALIL_DISCORD_MODERATOR_ROLE: moderator, DALIL_DISCORD_LEAD_ROLE: lead } = data;
  const none = viewer === undefined && moderator === undefined && lead === undefined;
  if (none) return server === undefined ? undefined : { server, roles: undefined };
  if (server === undefined || viewer === undefined || moderator === undefined || lead === undefined) {
    throw new ConfigError(
      'DALIL_DISCORD_SERVER, DALIL_DISCORD_VIEWER_ROLE, DALIL_DISCORD_MODERATOR_ROLE and DALIL_DISCORD_LEAD_ROLE go together: set all four',
    );
  }
  return { server, roles: { viewer, moderator, lead } };
}

const keepOf = (data: z.infer<typeof environment>): Config['keep'] => ({
  pending: data.DALIL_KEEP_PENDING,
  rejected: data.DALIL_KEEP_REJECTED,
  route: data.DALIL_KEEP_ROUTE,
  all: data.DALIL_KEEP,
});

/** Reads the settings. Throws ConfigError that names each bad variable and what it must be. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(said);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  }
  const { DATABASE_URL, DALIL_HOME, TELEGRAM_TOKEN, DALIL_TELEGRAM_API, DALIL_LOG_LEVEL, NO_COLOR } = result.data;
  const { DISCORD_TOKEN, DALIL_DISCORD_API, DALIL_TELEGRAM_WEBHOOK, DALIL_TELEGRAM_LISTEN } = result.data;
  const team = teamOf(result.data);
  return {
    databaseUrl: DATABASE_URL,
    readUrl: result.data.DATABASE_READ_URL,
    home: resolve(DALIL_HOME),
    keys: result.data.DALIL_KEYS === undefined ? undefined : resolve(result.data.DALIL_KEYS),
    keep: keepOf(result.data),
    twoToPublish: result.data.DALIL_TWO_TO_PUBLISH === '1' ? true : undefined,
    coordinators: result.data.DALIL_COORDINATORS,
    telegram:
      TELEGRAM_TOKEN === undefined
        ? undefined
        : {
            token: TELEGRAM_TOKEN,
            apiRoot: DALIL_TELEGRAM_API,
            webhook: webhookOf(DALIL_TELEGRAM_WEBHOOK, DALIL_TELEGRAM_LISTEN),
          },
    discord: DISCORD_TOKEN === undefined ? undefined : { token: DISCORD_TOKEN, api: DALIL_DISCORD_API, team },
    logLevel: DALIL_LOG_LEVEL ?? 'warn',
    colour: NO_COLOR === undefined,
  };
}
