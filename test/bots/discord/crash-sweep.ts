import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createSealed } from '../../../src/bots/delivery/sealed.ts';
import type { Store } from '../../../src/db/client.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts';
import type { FakeInteraction } from '../../fakes/discord/state.ts';
import { type BotProcess, startBot } from '../../support/bot-process.ts';
import { drawFrom } from '../../support/drawing.ts';
import { vaultIn } from '../../support/vault.ts';
import { type Crowd, createCrowd, mixedUp, mustBeAnswered, wasDeferred } from './crowd.ts';

const SENDING = 'POST /channels/{channel.id}/messages';
const DEFERRING = 'POST /interactions/{interaction.id}/{interaction.token}/callback';

/** How a sweep went; lists hold places in the order of what was said. */
export interface Swept {
  kills: number;
  messages: number;
  commands: number;
  /** Commands that Discord was told are being worked on. */
  deferred: number;
  /** Acknowledged, or given out again by Discord, and never answered. */
  lost: number[];
  /** More than one answer was made, seen from the store. */
  handledTwice: number;
  /** More than one answer is to be seen. */
  seenTwice: number[];
  /** Requests to send that Discord had taken already, and knew by their nonce. */
  sentAgain: number;
  wrong: string[];
}

export interface SweepOptions {
  program: string;
  args: readonly string[];
  store: Store;
  kills: number;
  seed: number;
  /** When to kill; drawn from all kinds of moments where it is left out. */
  moment?: Moment;
  /** Discord that knows no nonces: what is sent again is seen again. */
  forgetsNonces?: boolean;
}

const countOf = (fake: FakeDiscord, name: string) =>
  fake.requests.filter(({ method, route }) => `${method} ${route}` === name).length;

/** Resolves when a bot that has just connected is to be killed. */
export type Moment = (fake: FakeDiscord, draw: (below: number) => number) => Promise<unknown>;

const onNext = (fake: FakeDiscord, name: string): Promise<unknown> => {
  const before = countOf(fake, name);
  return fake.until(() => countOf(fake, name) > before, name);
};

/** Whenever it happens to be. */
const anyTime: Moment = (_fake, draw) => pause(draw(250));

/** Between the effect of one of its requests and the answer to it. */
const atRequest: Moment = (fake, draw) => {
  const goal = fake.requests.length + 1 + draw(6);
  return fake.until(() => fake.requests.length >= goal, 'some requests');
};

/** While it waits for the answer to a message that has arrived. */
export const answerLost: Moment = (fake) => {
  fake.fail({ route: SENDING, when: 'after', how: 'silent' });
  return onNext(fake, SENDING);
};

/** When Discord has been told that a command is being worked on. */
export const deferring: Moment = (fake) => onNext(fake, DEFERRING);

const MOMENTS: readonly Moment[] = [anyTime, atRequest, answerLost, deferring];

/** Starts the bot again and again and kills it at any moment, while people talk; in the end it may finish. */
export async function sweep({ program, args, store, kills, seed, moment, forgetsNonces = false }: SweepOptions): Promise<Swept> {
  const draw = drawFrom(seed);
  const home = mkdtempSync(join(tmpdir(), 'dalil-sweep-'));
  const fake = await startFakeDiscord();
  const crowd = createCrowd(fake);
  const env = { DATABASE_URL: store.url, DALIL_HOME: home, DISCORD_TOKEN: fake.token, DALIL_DISCORD_API: fake.api };
  const lives: BotProcess[] = [];
  const live = async () => {
    const before = fake.gateway.identifies;
    const bot = startBot(program, args, env);
    lives.push(bot);
    await fake.until(() => fake.gateway.identifies > before, 'a session');
    return bot;
  };
  const die = async (dying: BotProcess) => {
    if (dying.hasEnded()) throw new Error(`it ended by itself: ${dying.said()}`);
    await dying.kill();
    if (forgetsNonces) fake.state.nonces.clear();
    // the half minute after which a process that was sending is taken for dead
    await store.sql`update outbox set due_at = now() where state = 'sending'`;
  };
  try {
    const first = await live();
    crowd.greet();
    await fake.until(() => crowd.said.every(({ answers }) => answers().length > 0), 'answers to greetings');
    await die(first);
    for (let kill = 1; kill < kills; kill++) {
      for (let i = 0; i < 3; i++) crowd.message();
      const running = await live();
      const met = (moment ?? MOMENTS[draw(MOMENTS.length)] ?? anyTime)(fake, draw);
      crowd.command();
      crowd.message();
      if (draw(2) === 0) crowd.command();
      await met;
      await die(running);
    }
    const last = await live();
    await drained(fake, store, crowd);
    await last.stop();
    return await judge(fake, { store, home, kills }, crowd);
  } finally {
    for (const bot of lives) await bot.kill();
    await fake.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Everything that Discord gave out again is kept, and nothing waits any more, to be answered or to be sent. */
async function drained(fake: FakeDiscord, store: Store, { said }: Crowd): Promise<void> {
  const messages = said.filter(({ interaction }) => interaction === null);
  await fake.until(() => messages.every(({ answers }) => answers().length > 0), 'an answer to each message').catch(() => {});
  await emptied(store);
}

/** Resolves when neither an answer nor a message is due; rejects after a minute. */
export async function emptied(store: Pick<Store, 'sql'>): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(50)) {
    const waiting = await store.sql`select 1 from inbox where state = 'waiting' limit 1`;
    const unsent = await store.sql`select 1 from outbox where state in ('waiting', 'sending') limit 1`;
    if (waiting.length + unsent.length === 0) return;
  }
  throw new Error('something still waits');
}

/** Whether the store holds something that came by this interaction. */
async function keptIn(store: Store, home: string, bot: string): Promise<(one: FakeInteraction) => boolean> {
  const rows = await store.sql<{ message: string }[]>`select message from inbox`;
  const kept = new Set(rows.map(({ message }) => message));
  const sealed = createSealed(vaultIn(join(home, 'keys')), { platform: 'discord', bot });
  const named = ({ id, channel }: FakeInteraction) =>
    sealed.arrival({ chat: channel, message: id, kind: 'command', revision: 0, payload: null }, new Date()).message;
  return (one) => kept.has(named(one));
}

interface Run {
  store: Store;
  home: string;
  kills: number;
}

async function judge(fake: FakeDiscord, { store, home, kills }: Run, { said }: Crowd): Promise<Swept> {
  const isKept = await keptIn(store, home, fake.state.bot.id);
  const twice = await store.sql`select inbox_id from outbox where ordinal = 0 group by inbox_id having count(*) > 1`;
  const where = (is: (one: Crowd['said'][number]) => boolean) => said.flatMap((one, n) => (is(one) ? [n] : []));
  const nonces = fake.requests
    .filter(({ method, route }) => `${method} ${route}` === SENDING)
    .map(({ body }) => z.object({ nonce: z.string() }).parse(body).nonce);
  return {
    kills,
    messages: where(({ interaction }) => interaction === null).length,
    commands: where(({ interaction }) => interaction !== null).length,
    deferred: where(wasDeferred).length,
    lost: where((one) => mustBeAnswered(one, isKept) && one.answers().length === 0),
    handledTwice: twice.length,
    seenTwice: where(({ answers }) => answers().length > 1),
    sentAgain: nonces.length - new Set(nonces).size,
    wrong: [...fake.wrong, ...mixedUp(said)],
  };
}
