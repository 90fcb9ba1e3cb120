import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createConsole } from '../../src/bots/console/adapter.ts';
import { completeCommands } from '../../src/bots/console/complete.ts';
import { createMail } from '../../src/bots/console/mail.ts';
import { fetchNamed } from '../../src/bots/console/open.ts';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import type { Core } from '../../src/core/core.ts';
import { damascusDay } from '../../src/core/damascus-day.ts';
import type { Chat, Seen, SeenFile } from './adapter.ts';
import { describeAdapter } from './describe-adapter.ts';

const root = mkdtempSync(join(tmpdir(), 'dalil-contract-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let people = 0;

/** The core that runs now: a restart puts another in its place. */
let running: Core | null = null;

const clock = () => new Date();

function openChat(core: Core, user: string, home: string) {
  return createConsole({
    dispatch: createDispatch(core),
    mail: createMail(core, user, clock),
    fetchFiles: () => fetchNamed(core, clock),
    user,
    conversation: `console:${user}`,
    role: 'member',
    today: () => damascusDay(clock()),
    clock,
    home,
    newId: core.newId,
    look: () => ({ width: Number.POSITIVE_INFINITY, colour: false }),
  });
}

/** The buttons are the numbered words on the last line. */
const BUTTON = /\[\d+\] (.+?)(?= · \[\d+\] |$)/gmu;

function seenIn(answer: string, home: string): Seen {
  const files: SeenFile[] = [];
  let text = answer;
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    const path = join(home, name);
    // the answer says where the picture or file is
    if (!text.includes(`[${path}]`)) continue;
    text = text.replace(`[${path}]`, '');
    files.push({ name: name.replace(/^.*\//u, ''), data: readFileSync(path) });
  }
  const buttons = [...text.matchAll(BUTTON)].map(([, label = '']) => label);
  return { text: text.replace(/^\[1\] .*$/gmu, ''), buttons, files };
}

describeAdapter({
  name: 'the console',
  async start(core) {
    running = core;
    return {
      newcomer(): Chat {
        const user = `person-${people++}`;
        const home = mkdtempSync(join(root, 'home-'));
        let open = { core, console: openChat(core, user, home) };
        const says = async (text: string) => {
          if (running && running !== open.core) open = { core: running, console: openChat(running, user, home) };
          return seenIn(await open.console.answer(text), home);
        };
        return {
          says,
          presses: says,
          place: { platform: 'console', bot: 'console', chat: user, reach: user },
          async sharesPhoto(data) {
            const path = join(home, 'my photo.jpg');
            writeFileSync(path, data);
            await says(`@"${path}"`);
          },
          async sharesPin(lat, lon) {
            await says(`geo:${lat},${lon}`);
          },
          standing: () => says('/language auto'),
        };
      },
      offered: async () => completeCommands(core.commands, 'member')('/')[0].map((command) => command.trim().slice(1)),
      async stop() {
        running = null;
      },
    };
  },
});
