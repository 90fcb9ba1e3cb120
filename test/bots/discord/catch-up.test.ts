import { beforeAll, expect, test } from 'vitest';
import { openDiscord } from '../../../src/bots/discord/open.ts';
import { createSuggest } from '../../../src/bots/suggestions.ts';
import type { Core } from '../../../src/core/core.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

test('what was said in private while the bot was away is read, also when the store is away as it comes back', async () => {
  const { fake, person } = await scene();
  const kept: string[] = [];
  let asked = 0;
  const inbox = {
    async keep(arrivals: readonly { message: string }[]) {
      kept.push(...arrivals.map(({ message }) => message));
      return arrivals.length;
    },
    async positions() {
      if (++asked > 1) throw new Error('the store is away');
      return new Map<string, string>();
    },
  };
  const discord = await openDiscord({
    ...fake,
    commands: core.commands,
    translators: core.translator,
    suggest: createSuggest(core),
    conversationKey: (place, who) => `${place}:${who}`,
    clock: () => new Date(fake.state.now()),
    stop: new AbortController().signal,
    say: () => {},
    onTrouble: () => {},
    onProblem: () => {},
  });
  try {
    await discord.listen(inbox);
    const ana = person('ana');
    const first = ana.sends('one');
    await expect.poll(() => kept).toEqual([first.id]);
    fake.gateway.forget = true;
    fake.gateway.drop();
    await fake.until(() => !fake.gateway.isConnected(), 'a lost connection');
    const missed = ana.sends('two');
    await fake.until(() => fake.gateway.identifies === 2, 'a new session');
    const live = ana.sends('three');
    await expect.poll(() => kept, { timeout: 10_000 }).toContain(live.id);
    expect(new Set(kept)).toEqual(new Set([first.id, missed.id, live.id]));
  } finally {
    await discord.close();
  }
});
