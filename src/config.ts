import { resolve } from 'node:path';
import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment may set; `.env.example` explains each. An empty variable counts as not set. */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\//u.test(value) && URL.canParse(value), {
      error: 'must be a Postgres address such as postgres://user:password@host:5432/dalil',
    })
    .optional(),
  DALIL_HOME: z.string().default('./var'),
  DALIL_LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
  /** A convention of terminals, not ours: https://no-color.org */
  NO_COLOR: z.string().optional(),
});

export interface Config {
  /** Undefined: dalil starts its own server under `home`. */
  databaseUrl: string | undefined;
  /** Absolute directory of everything that dalil keeps on disk. */
  home: string;
  logLevel: LogLevel;
  colour: boolean;
}

/** The environment is wrong: one line per variable, without the value, which may be a secret. */
export class ConfigError extends Error {}

/** Reads the settings. Throws ConfigError that names each bad variable and what it must be. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(said);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  }
  const { DATABASE_URL, DALIL_HOME, DALIL_LOG_LEVEL, NO_COLOR } = result.data;
  return {
    databaseUrl: DATABASE_URL,
    home: resolve(DALIL_HOME),
    logLevel: DALIL_LOG_LEVEL ?? 'warn',
    colour: NO_COLOR === undefined,
  };
}
