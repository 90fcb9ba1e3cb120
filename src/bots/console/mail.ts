import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import type { Action, Reply } from '../../core/reply/reply.ts';
import { finishArrival, takePosts } from '../../db/queries/inbox.ts';
import { readPosted, savePosted } from '../../db/queries/posted.ts';
import { readPost } from '../delivery/posting.ts';
import { createSealed } from '../delivery/sealed.ts';

/** As long as the buttons of an answer work. */
const LASTS_MS = 30 * 24 * 60 * 60 * 1000;
export const CONSOLE = { platform: 'console', bot: 'console' } as const;

const actionSchema = z.object({ label: z.string(), command: z.string(), args: z.record(z.string(), z.string()) });

/** What a terminal has in place of a chat that stays: it lies in the store until its person is back, in this process or another. */
export interface Mail {
  /** What was posted to them, oldest first, each once; of what belongs in one place the last. */
  take(): Promise<Reply[]>;
  /** The buttons that they saw last. */
  offered(): Promise<Action[]>;
  offer(actions: readonly Action[]): Promise<void>;
}

export function createMail(core: Pick<Core, 'store' | 'vault'>, user: string, clock: () => Date): Mail {
  const { db } = core.store;
  const sealed = createSealed(core.vault, CONSOLE);
  const buttons = sealed.slotKey(user, 'buttons');

  return {
    take: () =>
      db.transaction(async (tx) => {
        const kept = await takePosts(tx, CONSOLE, sealed.chatKey(user));
        for (const { id } of kept) await finishArrival(tx, id, clock());
        const posts = kept.flatMap((row) => {
          const arrival = sealed.openArrival(row);
          return arrival ? [readPost(arrival.payload)] : [];
        });
        const isReplaced = (slot: string | null, at: number) =>
          slot !== null && posts.findLastIndex((post) => post.slot === slot) > at;
        return posts.filter(({ slot }, at) => !isReplaced(slot, at)).map(({ reply }) => reply);
      }),
    async offered() {
      const lines = sealed.openMessages(buttons, await readPosted(db, buttons));
      return lines.flatMap((line) => (line === null ? [] : [actionSchema.parse(JSON.parse(line))]));
    },
    async offer(actions) {
      const now = clock();
      const messages = sealed.messages(
        buttons,
        actions.map((action) => JSON.stringify(action)),
        now,
      );
      await savePosted(db, { slot: buttons, messages, forgetAt: new Date(now.getTime() + LASTS_MS) });
    },
  };
}
