import { beforeAll, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { coreOfShippedFacts } from '../support/core.ts';
import { pressAll, standing } from './payloads.ts';
import { teamWithTips } from './team.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

it('buttons that were altered, passed on or made up do nothing for those who may not', async () => {
  const team = await teamWithTips(core, 5);
  const before = await standing(core);
  await pressAll(core, 400, { ...team, seed: 1 });
  expect(await standing(core)).toEqual(before);
});

it('the same buttons decide for who may', async () => {
  const refs = (await core.store.sql<{ ref: string }[]>`select ref from tip`).map(({ ref }) => ref);
  const before = await standing(core);
  const moderator = { platform: 'telegram', person: 'telegram moderator', chat: 'team', alone: false } as const;
  await pressAll(core, 100, { refs, pressers: [moderator], seed: 2 });
  expect(await standing(core)).not.toEqual(before);
});
