import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Store } from '../../../src/db/client.ts';
import { readHtml, visible } from '../../fakes/telegram/read-html.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { type BotProcess, startBot } from '../../support/bot-process.ts';
import { drawFrom } from '../../support/drawing.ts';

/** How a sweep went. */
export interface Swept {
  kills: number;
  messages: number;
  /** Telegram was told that they are read. */
  confirmed: number;
  /** Confirmed, and never answered. */
  lost: number[];
  /** More than one answer was made, seen from the store. */
  handledTwice: number;
  /** Sent again by a process that could not know that it had arrived. */
  sentAgain: number;
  /** Sent twice by one and the same process: never allowed. Cannot be told where several run. */
  sentTwiceByOne: number[];
  wrong: string[];
}

export interface SweepOptions {
  program: string;
  args: readonly string[];
  store: Store;
  kills: number;
  seed: number;
  /** Kill at the moment at which a request of this kind comes in, instead of any time. */
  killAt?: (method: string, params: Record<string, unknown>) => boolean;
  /** So many bots at once on one store, of which any is killed; one if left out. */
  processes?: number;
  /** Wait until everything is answered at the end. */
  drain?: boolean;
}

const QUESTION = 'attacks near Sukhnah in April 2023';

/** A private chat for every message: nobody waits for a platform's pace. Every third one is a real question. */
function say(telegram: FakeTelegram, n: number): number {
  const id = 50_000 + n;
  return telegram.push({
    message: {
      message_id: telegram.state.messageId(),
      date: telegram.state.seconds(),
      from: { id, is_bot: false, first_name: 'Person' },
      chat: { id, type: 'private', first_name: 'Person' },
      text: n % 3 === 0 ? QUESTION : `/q${n}`,
    },
  });
}

const chatOf = (n: number) => 50_000 + n;

/** Starts the bot again and again and kills it at any moment, while messages come in. */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const { program, args, store, kills, seed, killAt, processes = 1, drain = true } = options;
  const draw = drawFrom(seed);
  const home = mkdtempSync(join(tmpdir(), 'dalil-sweep-'));
  let life = 0;
  let meet = () => {};
  const lives = new Map<number, number[]>();
  const telegram = await startFakeTelegram({
    onRequest(method, params) {
      if (method === 'sendMessage') {
        const chat = Number(params.chat_id);
        lives.set(chat, [...(lives.get(chat) ?? []), life]);
      }
      if (killAt ? killAt(method, params) : method === 'getUpdates') meet();
    },
  });
  const env = { DATABASE_URL: store.url, DALIL_HOME: home, TELEGRAM_TOKEN: telegram.token, DALIL_TELEGRAM_API: telegram.apiRoot };
  const updates: number[] = [];
  const isAnswered = (n: number) => lives.has(chatOf(n));
  const running: BotProcess[] = [];
  const fillUp = () => {
    while (running.length < processes) {
      life++;
      running.push(startBot(program, args, env));
    }
  };
  try {
    for (let kill = 0; kill < kills; kill++) {
      const met = new Promise<void>((resolve) => {
        meet = resolve;
      });
      for (let i = 0; i < 4; i++) updates.push(say(telegram, updates.length));
      fillUp();
      await Promise.race([met, pause(10_000)]);
      if (!killAt) {
        for (let i = draw(3); i > 0; i--) updates.push(say(telegram, updates.length));
        await pause(draw(250));
      }
      const ended = running.find((bot) => bot.hasEnded());
      if (ended) throw new Error(`it ended by itself: ${ended.said()}`);
      await running.splice(draw(running.length), 1)[0]?.kill();
    }
    if (drain) {
      fillUp();
      await telegram.until(() => updates.every((_, n) => isAnswered(n)), 'an answer to each message', 120_000).catch(() => {});
      await expectIdle(store);
      await Promise.all(running.map((bot) => bot.stop()));
    }
    const confirmed = updates.filter((number) => telegram.state.confirmed.has(number));
    const twice = await store.sql`select inbox_id from outbox where ordinal = 0 group by inbox_id having count(*) > 1`;
    const sent = [...lives.values()];
    return {
      kills,
      messages: updates.length,
      confirmed: confirmed.length,
      lost: confirmed.map((number) => updates.indexOf(number)).filter((n) => !isAnswered(n)),
      handledTwice: twice.length,
      sentAgain: sent.reduce((sum, { length }) => sum + length - 1, 0),
      sentTwiceByOne:
        processes > 1 ? [] : [...lives].filter(([, each]) => new Set(each).size < each.length).map(([chat]) => chat),
      wrong: [...telegram.wrong, ...mixedUp(telegram)],
    };
  } finally {
    await Promise.all(running.map((bot) => bot.kill()));
    await telegram.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Answers that went to somebody else's chat. */
function mixedUp({ state }: FakeTelegram): string[] {
  return state.sent
    .filter(({ chat, params }) => {
      const n = chat - 50_000;
      const text = visible(readHtml(z.string().parse(params.text)).text);
      return !text.includes(n % 3 === 0 ? 'Sukhna' : `q${n}`);
    })
    .map(({ chat, params }) => `${chat} was told: ${String(params.text).slice(0, 80)}`);
}

/** Nothing waits any more: neither to be answered nor to be sent. */
async function expectIdle(store: Store): Promise<void> {
  for (let look = 0; look < 600; look++) {
    const [row] = await store.sql<{ left: number }[]>`
      select (select count(*) from inbox where state = 'waiting')::int
        + (select count(*) from outbox where state in ('waiting', 'sending'))::int as left`;
    if (row?.left === 0) return;
    await pause(100);
  }
  throw new Error('something was still waiting after a minute');
}
