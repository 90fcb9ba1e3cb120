import { afterEach } from 'vitest';
import type { Adapter } from '../../../src/bots/delivery/adapter.ts';
import { createDelivery, type Delivery } from '../../../src/bots/delivery/delivery.ts';
import { type Discord, type DiscordDeps, openDiscord } from '../../../src/bots/discord/open.ts';
import { createSuggest } from '../../../src/bots/suggestions.ts';
import type { Core } from '../../../src/core/core.ts';
import { createPerson, type Person, type PersonOptions } from '../../fakes/discord/person.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts';
import type { FakeChannel } from '../../fakes/discord/state.ts';

const ended: (() => Promise<void>)[] = [];

// belongs to the test file that imports this one
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** What runs in a bot's process. */
export interface RunningBot {
  discord: Discord;
  delivery: Delivery;
  /** Sentences for whoever runs it. */
  said: string[];
  /** What failed and was tried again. */
  troubles: unknown[];
  problems: string[];
  stop(): Promise<void>;
}

/** The platform, with one channel and people in it. */
export interface Scene {
  fake: FakeDiscord;
  channel: FakeChannel;
  person(name: string, options?: PersonOptions): Person;
  start(core: Core, more?: Partial<DiscordDeps>, pace?: Adapter['pace']): Promise<RunningBot>;
}

export async function scene(): Promise<Scene> {
  const fake = await startFakeDiscord({ wireLog: process.env.WIRE_LOG });
  ended.push(async () => {
    await fake.close();
    if (fake.wrong.length > 0) throw new Error(`Discord would not take it:\n${fake.wrong.join('\n')}`);
  });
  const channel = fake.state.open('text');
  return {
    fake,
    channel,
    person: (name, options) => createPerson(fake, name, options),
    start: (core, more, pace) => startBot(fake, core, more, pace),
  };
}

async function startBot(
  fake: FakeDiscord,
  core: Core,
  more: Partial<DiscordDeps> = {},
  pace?: Adapter['pace'],
): Promise<RunningBot> {
  const said: string[] = [];
  const troubles: unknown[] = [];
  const problems: string[] = [];
  const clock = () => new Date(fake.state.now());
  const discord = await openDiscord({
    token: fake.token,
    api: fake.api,
    commands: core.commands,
    translators: core.translator,
    suggest: createSuggest(core),
    conversationKey: (place, person) => `discord:${place}:${person}`,
    clock,
    stop: new AbortController().signal,
    say: (sentence) => said.push(sentence),
    onTrouble: (error) => troubles.push(error),
    onProblem: ({ message }) => problems.push(message),
    ...more,
  });
  const adapter = pace ? { ...discord.adapter, pace } : discord.adapter;
  const report = ({ error }: { error: unknown }) => troubles.push(error);
  const delivery = createDelivery({ core, adapter, clock, random: () => 0.5, report });
  delivery.start();
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await discord.close();
    await delivery.stop();
  };
  ended.push(stop);
  await discord.listen(delivery);
  await discord.publishCommands();
  return { discord, delivery, said, troubles, problems, stop };
}
