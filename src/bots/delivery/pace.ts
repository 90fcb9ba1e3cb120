import type { Adapter } from './adapter.ts';

export interface PaceDeps {
  pace: Adapter['pace'];
  clock(): Date;
  /** A chat, or the bot as a whole, may send again. */
  onFree(): void;
}

/**
 * When which chat may be sent to again, by a platform's limits. Waiting takes no place: what must wait is not begun. Each process keeps
 * its own pace: several that run one bot together can exceed the limits, and are then held back by the platform (429).
 */
export function createPace({ pace, clock, onFree }: PaceDeps) {
  const chatFrom = new Map<string, number>();
  let allFrom = 0;
  const timers = new Set<NodeJS.Timeout>();

  function wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      onFree();
    }, ms);
    timers.add(timer);
  }

  return {
    mayAny: (): boolean => clock().getTime() >= allFrom,
    /** Chats that were sent to a moment ago. */
    resting(): string[] {
      const now = clock().getTime();
      for (const [chat, from] of chatFrom) if (from <= now) chatFrom.delete(chat);
      return [...chatFrom.keys()];
    },
    /** `key`: what `resting` calls the chat. */
    begin(key: string, chat: string): void {
      const now = clock().getTime();
      const chatMs = pace.chatMs(chat);
      allFrom = now + pace.allMs;
      chatFrom.set(key, now + chatMs);
      wakeIn(pace.allMs);
      wakeIn(chatMs);
    },
    /** Nobody is sent to for so long. */
    holdAll(ms: number): void {
      allFrom = Math.max(allFrom, clock().getTime() + ms);
      wakeIn(ms);
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
