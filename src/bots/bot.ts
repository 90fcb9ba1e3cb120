import type { Core } from '../core/core.ts';
import type { Platform } from '../db/schema/delivery.ts';
import type { Log } from '../log.ts';

/** What the bot of any platform is made from. */
export interface BotDeps {
  core: Core;
  log: Log;
  /** One line for whoever runs dalil: what is wrong and what to do. */
  say(line: string): void;
  clock(): Date;
  random(): number;
  stop: AbortSignal;
  /** Names a conversation and nobody in it. */
  conversationKey(platform: Platform, chat: string, person: string): string;
}
