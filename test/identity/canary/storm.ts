import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FakeDiscord } from '../../fakes/discord/server.ts';
import type { FakeTelegram } from '../../fakes/telegram/server.ts';
import { type BotProcess, startBot } from '../../support/bot-process.ts';
import { serverPid, until } from '../../support/dalil-home.ts';
import { CANARY } from './contacts.ts';

export interface Weather {
  telegram: FakeTelegram;
  fake: FakeDiscord;
  home: string;
  program: string;
  env: Record<string, string>;
  draw(below: number): number;
}

/** One dalil process after the other, and what they left to be read. */
export interface Lives {
  /** Resolves once both platforms have heard of it. */
  begin(): Promise<void>;
  kill(): Promise<void>;
  end(): Promise<number | null>;
  /** The database ends at once, as on a crash, and is back. */
  stopDatabase(): Promise<void>;
  /** Kills the child that decodes as soon as one is at it; nobody waits for it. */
  huntDecoder(): void;
  /** Something at which the platform's next answers fail. */
  fault(): void;
  /** What all of them wrote, and the arguments of all processes at each death. */
  written(): string;
  decodersKilled(): number;
}

const DECODER = /media-decoder/u;
const PATIENCE_MS = 60_000;
/** From when a file is asked for until a child decodes it. */
const LOOK_MS = 60;
const MOST_LOOKS = 15;
const SENDING = 'POST /channels/{channel.id}/messages';

interface Running {
  pid: number;
  parent: number;
  args: string;
}

/** The process of this number, its children, and the servers of databases, with what they were started with. */
function processesOf(pid: number | undefined): Running[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return all.split('\n').flatMap((line): Running[] => {
    const [, number = '', parent = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
    const one = { pid: Number(number), parent: Number(parent), args };
    return one.pid === pid || one.parent === pid || /^\S*postgres/u.test(args) ? [one] : [];
  });
}

export function createLives({ telegram, fake, home, program, env, draw }: Weather): Lives {
  const lives: BotProcess[] = [];
  const seen: string[] = [];
  let decoders = 0;
  const living = () => {
    const last = lives.at(-1);
    if (!last || last.hasEnded()) throw new Error(`it ended by itself: ${last?.said().slice(-4_000)}`);
    return last;
  };
  const polls = () => telegram.requests.filter(({ method }) => method === 'getUpdates').length;

  async function hunt(): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const pid = lives.at(-1)?.pid;
      const running = processesOf(pid);
      seen.push(...running.map(({ args }) => args));
      const child = running.find(({ parent, args }) => parent === pid && DECODER.test(args));
      if (child) {
        // it may have ended by itself meanwhile
        process.kill(child.pid, 'SIGKILL');
        decoders++;
        return;
      }
      await pause(LOOK_MS);
    }
  }

  /** Telegram's and Discord's troubles; what they say of them names the contact, as it may. */
  const FAULTS: readonly (() => void)[] = [
    () => telegram.fail({ method: 'sendMessage', how: { status: 500, description: `${CANARY} fault` } }),
    () => telegram.fail({ method: 'sendMessage', how: { status: 429, parameters: { retry_after: 1 } } }),
    () => telegram.fail({ method: 'sendMessage', when: 'after', how: 'reset' }),
    () =>
      telegram.fail({ method: 'sendMessage', how: { status: 403, description: `Forbidden: ${CANARY}_user blocked the bot` } }),
    () => telegram.fail({ method: 'getUpdates', how: 'cut' }),
    () => telegram.fail({ method: 'getFile', how: { status: 502, description: `${CANARY} file` } }),
    () => telegram.fail({ method: 'file', how: 'reset' }),
    () => fake.fail({ route: SENDING, when: 'before', how: { status: 500, body: { message: `${CANARY} fault`, code: 0 } } }),
    () => fake.fail({ route: SENDING, when: 'after', how: 'cut' }),
    () => fake.gateway.drop(),
  ];

  return {
    async begin() {
      const [polled, identified] = [polls(), fake.gateway.identifies];
      lives.push(startBot(program, ['start'], env));
      const until = performance.now() + PATIENCE_MS;
      while ((polls() === polled || fake.gateway.identifies === identified) && performance.now() < until) {
        living();
        await pause(5);
      }
    },
    async kill() {
      const dying = living();
      seen.push(...processesOf(dying.pid).map(({ args }) => args));
      await dying.kill();
    },
    end: () => living().stop(),
    async stopDatabase() {
      const running = () => serverPid(join(home, 'db'));
      const pid = running();
      if (pid === null) return;
      process.kill(pid, 'SIGQUIT');
      await until(() => running() !== pid && running() !== null, PATIENCE_MS);
    },
    huntDecoder() {
      hunt().catch(() => {});
    },
    fault: () => FAULTS[draw(FAULTS.length)]?.(),
    written: () => [...lives.map((life) => life.said()), ...seen].join('\n'),
    decodersKilled: () => decoders,
  };
}
