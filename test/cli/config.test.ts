import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { packageRoot } from '../../src/package-root.ts';

const complaint = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong with it');
};

describe('the settings', () => {
  test('are sensible where nothing is set, or set to nothing', () => {
    const keep = { pending: 14, rejected: 7, route: 30, all: 90 };
    const expected = { databaseUrl: undefined, home: resolve('var'), keep, logLevel: 'warn', colour: true };
    expect(readConfig({})).toEqual(expected);
    expect(readConfig({ DATABASE_URL: '', DALIL_HOME: '', DALIL_LOG_LEVEL: '' })).toEqual(expected);
  });

  test('are taken from the environment', () => {
    const coordinator = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    const env = {
      DATABASE_URL: 'postgres://dalil@db/dalil',
      DALIL_HOME: '/srv/dalil',
      DALIL_KEYS: '/mnt/keys',
      DALIL_KEEP: '60',
      DALIL_KEEP_PENDING: '10',
      DALIL_COORDINATORS: `${coordinator}, ${coordinator}`,
      DALIL_LOG_LEVEL: 'debug',
      NO_COLOR: '1',
    };
    expect(readConfig(env)).toEqual({
      databaseUrl: 'postgres://dalil@db/dalil',
      home: '/srv/dalil',
      keys: '/mnt/keys',
      keep: { pending: 10, rejected: 7, route: 30, all: 60 },
      coordinators: [coordinator, coordinator],
      logLevel: 'debug',
      colour: false,
    });
  });

  test('that are wrong are all named, each with what it must be', () => {
    const said = complaint({
      DATABASE_URL: 'mysql://root:s3cret@db',
      DALIL_KEEP: 'forever',
      DALIL_KEEP_ROUTE: '0',
      DALIL_COORDINATORS: 'AGE-SECRET-KEY-1QQQ',
      DALIL_LOG_LEVEL: 'loud',
    });
    expect(said.split('\n')).toEqual([
      'DATABASE_URL must be a Postgres address such as postgres://user:password@host:5432/dalil',
      'DALIL_KEEP_ROUTE must be at least 1',
      'DALIL_KEEP must be a number of days',
      'DALIL_COORDINATORS must be age public keys with commas between, such as age1qqqqq…,age1zzzzz…',
      'DALIL_LOG_LEVEL must be one of debug, info, warn, error, silent',
    ]);
  });

  test('name a server of Discord alone, or with a role for each role of the team', () => {
    const [server, viewer, moderator, lead] = [1, 2, 3, 4].map((n) => `110000000000000000${n}`);
    const some = { DISCORD_TOKEN: 'a.b.c', DALIL_DISCORD_SERVER: server ?? '', DALIL_DISCORD_LEAD_ROLE: lead ?? '' };
    const all = { ...some, DALIL_DISCORD_VIEWER_ROLE: viewer ?? '', DALIL_DISCORD_MODERATOR_ROLE: moderator ?? '' };
    expect(readConfig(all).discord?.team).toEqual({ server, roles: { viewer, moderator, lead } });
    expect(readConfig({ ...some, DALIL_DISCORD_LEAD_ROLE: '' }).discord?.team).toEqual({ server, roles: undefined });
    expect(readConfig({ DISCORD_TOKEN: 'a.b.c' }).discord?.team).toBeUndefined();
    expect(complaint(some)).toContain('set all four');
    expect(complaint({ ...all, DALIL_DISCORD_SERVER: '' })).toContain('set all four');
    expect(complaint({ ...all, DALIL_DISCORD_SERVER: 'Monitors' })).toContain('DALIL_DISCORD_SERVER must be an id of Discord’s');
  });

  test('never repeat a value, which may be a secret', () => {
    expect(complaint({ DATABASE_URL: 'postgres:s3cret' })).not.toContain('s3cret');
  });

  test('are all explained in .env.example, and it names no others', () => {
    const example = readFileSync(join(packageRoot, '.env.example'), 'utf8');
    const explained = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gmu)].map(([, name]) => name);
    const read = [...readFileSync(join(packageRoot, 'src', 'config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)];
    expect(explained.sort()).toEqual(read.map(([, name]) => name).sort());
  });
});
