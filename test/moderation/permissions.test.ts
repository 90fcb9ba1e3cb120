import { beforeAll, describe, expect, it } from 'vitest';
import type { Command, Invocation, Role } from '../../src/core/commands/command.ts';
import { createDispatch, type Dispatch } from '../../src/core/commands/dispatch.ts';
import { commands } from '../../src/core/commands/index.ts';
import type { Speaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { bind } from '../../src/core/moderation/team.ts';
import { readLog } from '../../src/db/queries/decision.ts';
import { linkAccount, revokeMember } from '../../src/db/queries/team.ts';
import { coreOfShippedFacts, textOf } from '../support/core.ts';
import { aTip, enrol, NOW } from './team.ts';

const PLATFORMS = ['telegram', 'discord'] as const;
const PLACES = ['bound', 'group', 'private'] as const;
const PEOPLE = ['stranger', 'viewer', 'moderator', 'lead', 'revoked'] as const;
const WAYS = ['typed', 'pressed'] as const;
type Platform = (typeof PLATFORMS)[number];
type Place = (typeof PLACES)[number];
type Who = (typeof PEOPLE)[number];

interface Cell {
  command: Command;
  who: Who;
  place: Place;
  platform: Platform;
  way: (typeof WAYS)[number];
}

/** What somebody is to commands: rights hold in the team's own chats and nowhere else. */
const roleThere = ({ who, place }: Cell): Role => (place === 'bound' && (who === 'moderator' || who === 'lead') ? who : 'member');

const cells: Cell[] = commands
  .filter(({ access }) => !access.includes('member'))
  .flatMap((command) =>
    PEOPLE.flatMap((who) =>
      PLACES.flatMap((place) => PLATFORMS.flatMap((platform) => WAYS.map((way) => ({ command, who, place, platform, way })))),
    ),
  );

let core: Core;
let dispatch: Dispatch;
let tip: string;
let causes = 0;

const speakerOf = ({ who, place, platform }: Pick<Cell, 'who' | 'place' | 'platform'>): Speaker => ({
  platform,
  bot: 'bot',
  person: `${platform} ${who}`,
  chat: place === 'private' ? `${platform} ${who}` : `${platform} ${place}`,
  alone: place === 'private',
  here: {},
  reach: {},
});

beforeAll(async () => {
  core = await coreOfShippedFacts();
  dispatch = createDispatch(core);
  const { store, vault, newId } = core;
  for (const who of ['viewer', 'moderator', 'lead', 'revoked'] as const) {
    const id = await enrol(store, who, who === 'revoked' ? 'lead' : who);
    for (const platform of PLATFORMS) {
      const lookup = vault.hash('moderator_account', platform, `${platform} ${who}`);
      await linkAccount(store.db, { platform, lookup, moderatorId: id, linkedAt: NOW });
    }
  }
  await revokeMember(store.db, 'revoked', NOW);
  for (const platform of PLATFORMS) {
    const member = { id: 'lead', name: 'lead', role: 'lead' } as const;
    await bind(store.db, speakerOf({ who: 'lead', place: 'bound', platform }), member, { vault, newId, now: NOW }, 'en');
  }
  await aTip(store);
  const [row] = await store.sql<{ ref: string }[]>`select ref from tip limit 1`;
  tip = row?.ref ?? '';
});

/** Values that are of the right shape and, but for the tip, name nothing that there is. */
const VALUES: Record<string, string> = {
  tip: '',
  incident: 'BDY-222222',
  contact: 'no-body',
  text: 'nothing at all',
  told: 'Nobody: nothing',
  value: 'nothing',
  names: 'nothing = nothing',
  name: '/',
  reason: 'no reason',
};

function argsOf({ options }: Command): Record<string, string> {
  const required = Object.entries(options).filter(([, { required }]) => required);
  return Object.fromEntries(
    required.map(([name, option]) => [
      name,
      option.kind === 'choice' ? (option.choices[0] ?? '') : name === 'tip' ? tip : (VALUES[name] ?? 'x'),
    ]),
  );
}

async function isRefused(cell: Cell): Promise<boolean> {
  const { command, way } = cell;
  const speaker = speakerOf(cell);
  const invocation: Invocation = {
    conversation: `${speaker.chat}:${speaker.person}`,
    role: 'member',
    speaker,
    cause: `cause ${++causes}`,
    today: '2025-06-01',
    now: NOW,
    language: 'en',
  };
  const args = argsOf(command);
  const said =
    way === 'pressed' ? { command: command.name, args } : { text: `/${command.name} ${Object.values(args).join(' ')}` };
  const text = textOf(await dispatch(invocation, said));
  expect(text, `${command.name} ${way}`).not.toContain('went wrong');
  const t = core.translator('en');
  return (['not-allowed', 'decided-elsewhere'] as const).some((code) => text === t(`error-${code}`, { command: command.name }));
}

describe('every command of the team', () => {
  it('is tried in so many ways', () => {
    expect(cells.length).toBeGreaterThan(500);
  });

  it.each(PEOPLE)('does for a %s what its access says, in every place, on both platforms, typed and pressed', async (who) => {
    const deviations: string[] = [];
    for (const cell of cells.filter((one) => one.who === who)) {
      const allowed = cell.command.access.includes(roleThere(cell));
      if ((await isRefused(cell)) === allowed)
        deviations.push(`${cell.command.name} ${who} ${cell.place} ${cell.platform} ${cell.way}`);
    }
    expect(deviations).toEqual([]);
  });

  it('leaves nothing behind of those who may not', async () => {
    const deciders = (await readLog(core.store.db)).map(({ moderatorId }) => moderatorId);
    expect(deciders.length).toBeGreaterThan(0);
    expect(deciders.filter((id) => id !== 'moderator' && id !== 'lead')).toEqual([]);
  });
});
