import type { Database } from '../db/client.ts';
import type { SpeakingPlatform } from '../db/schema/moderator.ts';
import type { Core } from './core.ts';
import type { Reply } from './reply/reply.ts';

/** A chat that dalil speaks to without having been asked there; in memory alone, kept only sealed. */
export interface Destination {
  platform: SpeakingPlatform;
  bot: string;
  /** The platform's id of the chat: what is said there keeps its order. */
  chat: string;
  /** As the adapter of the platform reaches it (`Speaker.reach`), plain JSON. */
  reach: unknown;
}

export interface Posting {
  to: Destination;
  reply: Reply;
  /** Names this word: posted twice under one name, it is sent once. */
  key: string;
  /** A place in that chat, such as one tip's card: what is posted there later takes the place of what stands there. */
  slot?: string;
}

/** Writes down a word to be sent, in the transaction of its cause; whichever process runs that bot sends it. */
export type Post = (tx: Database, posting: Posting, now: Date) => Promise<void>;

/** Writes down that a file is to be fetched from its platform, in the transaction of its cause. `id` is the tip_media row. */
export type FetchLater = (
  tx: Database,
  file: { platform: SpeakingPlatform; bot: string; id: string; ref: unknown },
  now: Date,
) => Promise<void>;

/** A file is here, or will not come; called once for a tip_media row, in the transaction that ends its fetching. `failed`: a code. */
export type MediaArrived = (
  core: Core,
  tx: Database,
  id: string,
  arrived: Uint8Array | { failed: string },
  now: Date,
) => Promise<void>;

/** Somebody deleted what they said: the message of this `cause` (`Invocation.cause`). In the transaction of the deletion. */
export type MessageDeleted = (core: Core, tx: Database, cause: string, now: Date) => Promise<void>;
