import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { runTelegram } from '../../src/bots/telegram/bot.ts';
import { person } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import type { Chat, Seen } from './adapter.ts';
import { runs } from './bot-run.ts';
import { delivered } from './delivered.ts';
import { describeAdapter } from './describe-adapter.ts';

let telegram: FakeTelegram;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
});
afterAll(async () => {
  await telegram.close();
  if (telegram.wrong.length > 0) throw new Error(`Telegram would not take it:\n${telegram.wrong.join('\n')}`);
});

/** Not to wait for Telegram's limits, which have tests of their own. */
const AT_ONCE = { chatMs: () => 0, allMs: 0 };

let people = 5_000;

const fileSchema = z.object({ name: z.string(), data: z.instanceof(Buffer) });
const menuSchema = z.object({ commands: z.array(z.object({ command: z.string() })) });

describeAdapter({
  name: 'Telegram',
  async start(core) {
    const stop = runs(core, (deps) => runTelegram(telegram, deps, { pace: AT_ONCE }));
    return {
      newcomer(): Chat {
        const somebody = person(telegram, { id: people++ });
        const { id } = somebody.from;
        const seenIn = (replies: ReturnType<typeof somebody.replies>): Seen => ({
          text: replies.map(({ text }) => text).join('\n'),
          buttons: replies.flatMap(({ buttons }) => buttons),
          files: replies.flatMap(({ params }) => fileSchema.safeParse(params.photo ?? params.document).data ?? []),
        });
        const after = async (doing: Promise<unknown>): Promise<Seen> => {
          const before = somebody.replies().length;
          await doing;
          await delivered(core.store);
          return seenIn(somebody.replies().slice(before));
        };
        return {
          says: (text) => after(somebody.says(text)),
          presses: (label) => after(somebody.presses(label)),
          place: {
            platform: 'telegram',
            bot: String(telegram.state.bot.id),
            chat: String(id),
            reach: { chat: String(id), thread: null, replyTo: null },
          },
          async sharesPhoto(data) {
            const sizes = [telegram.state.keep(Buffer.from('small')), telegram.state.keep(data)];
            await somebody.answered({ photo: sizes.map((file) => ({ ...file, width: 90, height: 90 })) });
            await delivered(core.store);
          },
          async sharesPin(latitude, longitude) {
            await somebody.answered({ location: { latitude, longitude } });
            await delivered(core.store);
          },
          async standing() {
            await delivered(core.store);
            return seenIn(somebody.replies());
          },
        };
      },
      offered: () =>
        telegram.until(() => {
          const { menus } = telegram.state;
          return menus.length >= 6 && menus.flatMap((menu) => menuSchema.parse(menu).commands.map(({ command }) => command));
        }, 'the menus of commands'),
      stop,
    };
  },
});
