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
    const expected = { databaseUrl: undefined, home: resolve('var'), logLevel: 'warn', colour: true };
    expect(readConfig({})).toEqual(expected);
    expect(readConfig({ DATABASE_URL: '', DALIL_HOME: '', DALIL_LOG_LEVEL: '' })).toEqual(expected);
  });

  test('are taken from the environment', () => {
    const env = { DATABASE_URL: 'postgres://dalil@db/dalil', DALIL_HOME: '/srv/dalil', DALIL_LOG_LEVEL: 'debug', NO_COLOR: '1' };
    expect(readConfig(env)).toEqual({
      databaseUrl: 'postgres://dalil@db/dalil',
      home: '/srv/dalil',
      logLevel: 'debug',
      colour: false,
    });
  });

  test('that are wrong are all named, each with what it must be', () => {
    const said = complaint({ DATABASE_URL: 'mysql://root:s3cret@db', DALIL_LOG_LEVEL: 'loud' });
    expect(said.split('\n')).toEqual([
      'DATABASE_URL must be a Postgres address such as postgres://user:password@host:5432/dalil',
      'DALIL_LOG_LEVEL must be one of debug, info, warn, error, silent',
    ]);
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
