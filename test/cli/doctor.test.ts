import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtDiscord } from '../../src/cli/look-at-bots.ts';
import { lookAtKeys } from '../../src/cli/look-at-keys.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts';
import { runCli } from '../support/cli.ts';
import { factsStore } from '../support/store.ts';

let discord: FakeDiscord;
let home: string;
beforeAll(async () => {
  discord = await startFakeDiscord();
  home = mkdtempSync(join(tmpdir(), 'dalil-doctor-'));
});
afterAll(async () => {
  await discord.close();
  rmSync(home, { recursive: true, force: true });
});

describe('dalil doctor looks at Discord', () => {
  test('and names the bot where the token works', async () => {
    const { url } = await factsStore();
    const env = { DATABASE_URL: url, DALIL_HOME: home, DISCORD_TOKEN: discord.token, DALIL_DISCORD_API: discord.api };
    const { code, stdout } = await runCli(['doctor'], env);
    expect(stdout).toContain(`ok     Discord: the bot is ${discord.state.bot.id}`);
    expect(stdout).toContain('ok     Discord intents: as they must be');
    expect(stdout).toContain('ok     keys: none yet');
    expect(stdout).not.toContain(discord.token);
    expect(code).toBe(0);
  });

  test('and says where to switch on what is off', async () => {
    discord.state.contentIntent = false;
    const [bot, intents] = await lookAtDiscord(discord);
    discord.state.contentIntent = true;
    expect(bot?.advice).toBeNull();
    expect(intents?.advice).toMatch(/Message Content Intent is off.*Switch it on at https:/u);
  });

  test('and at the roles of the settings, and at what the team’s channels give and take', async () => {
    const { state } = discord;
    const [channel, other] = [state.open('text'), state.open('text')];
    const ids = { viewer: state.id(), moderator: state.id(), lead: state.id() };
    for (const [name, id] of Object.entries(ids)) state.roles.push({ id, name, permissions: '0' });
    const team = { server: state.guild, roles: ids };
    const reaches = [channel, other].map(({ id }) => ({ kind: 'channel', channel: id, guild: state.guild }));
    const look = async (settings = team) => (await lookAtDiscord({ ...discord, team: settings }, reaches)).slice(2);
    expect((await look()).map(({ advice }) => advice)).toEqual([null, null, null]);
    // everybody may not see it, and the bot itself may, but not write
    state.overwrites.set(other.id, [
      { id: state.guild, type: 0, allow: '0', deny: String((1n << 10n) | (1n << 11n)) },
      { id: state.bot.id, type: 1, allow: String(1n << 10n), deny: '0' },
    ]);
    expect((await look()).map(({ advice }) => advice)).toEqual([
      null,
      null,
      expect.stringMatching(/lacks there: Send Messages\. /u),
    ]);
    state.channels.delete(other.id);
    expect((await look())[2]?.advice).toContain('let the bot’s role see the channel');
    expect((await look({ server: state.guild, roles: { ...ids, lead: state.id() } }))[0]?.advice).toContain(
      'DALIL_DISCORD_LEAD_ROLE',
    );
    expect((await look({ server: state.id(), roles: ids })).map(({ advice }) => advice)).toEqual([
      expect.stringContaining('not on the server'),
      expect.stringContaining('another server'),
      expect.stringContaining('let the bot’s role see'),
    ]);
  });

  test.each([
    ['a token that is refused', { token: 'not.the.token' }, /Discord refuses the token.*Reset Token/u],
    ['a server that cannot be reached', { api: 'http://127.0.0.1:1/api' }, /^127\.0\.0\.1:1: it cannot be reached/u],
  ])('and says what to do about %s', async (_, wrong, advice) => {
    const [finding] = await lookAtDiscord({ token: discord.token, api: discord.api, ...wrong });
    expect(finding?.advice).toMatch(advice);
  });
});

describe('dalil doctor looks at the keys', () => {
  test('and is content where their owner alone can read them', () => {
    const path = join(home, 'keys', 'conversation.key');
    mkdirSync(join(home, 'keys'), { recursive: true });
    writeFileSync(path, Buffer.alloc(32), { mode: 0o600 });
    expect(lookAtKeys(join(home, 'keys')).advice).toBeNull();
    chmodSync(path, 0o644);
    expect(lookAtKeys(join(home, 'keys')).advice).toBe(`chmod 600 ${path}`);
    writeFileSync(join(home, 'keys', 'WIPED'), '');
    expect(lookAtKeys(join(home, 'keys')).advice).toContain('to begin anew');
    rmSync(join(home, 'keys'), { recursive: true });
    expect(lookAtKeys(join(home, 'keys')).advice).toBeNull();
  });
});
