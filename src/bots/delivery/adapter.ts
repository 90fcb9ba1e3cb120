import type { Role } from '../../core/commands/command.ts';
import type { Said } from '../../core/commands/dispatch.ts';
import type { Attachment, Pin, Speaker } from '../../core/commands/speaker.ts';
import type { Action, Reply } from '../../core/reply/reply.ts';
import type { ARRIVALS, Platform } from '../../db/schema/delivery.ts';
import type { Language } from '../../db/schema/vocabulary.ts';

/** One thing that came in, as the platform sent it; made by an adapter's intake, kept in the inbox before anything is acknowledged. */
export interface Arrival {
  chat: string;
  message: string;
  revision: number;
  kind: (typeof ARRIVALS)[number];
  /** The platform's own update, plain JSON. */
  payload: unknown;
}

/** What an arrival asks of the core. */
export interface Incoming {
  /** Keyed hash of platform, chat and person: the conversation that follow-ups change. */
  conversation: string;
  role: Role;
  speaker: Speaker;
  said: Said;
  attachments?: readonly Attachment[];
  pin?: Pin;
  /** It is a later word on a message of this chat: the platform's id of that one. */
  corrects?: string;
  /** The platform's interface language of the person, if it says so; used when the words do not tell. */
  language: Language | null;
  /** Where the reply goes, in the adapter's own terms; plain JSON. */
  route: unknown;
}

/** From then on the chat is called otherwise. */
export interface Move {
  from: string;
  to: string;
  /** A `Speaker.reach` of the chat as it was, as it is now. */
  reach(former: unknown): unknown;
}

/** A request to be sent, in the adapter's own terms; the payload is plain JSON and comes back as it was. */
export interface Outgoing {
  chat: string;
  payload: unknown;
  files: { name: string; mime: string; data: Uint8Array }[];
}

/** How sending went. `again`: not before so many milliseconds; `unsure`: it may have arrived (the answer was lost). */
export type Sent =
  /** `message`: what `former` and `takeBack` understand; null: it cannot be told. */
  | { kind: 'sent'; message: string | null }
  | {
      kind: 'again';
      afterMs: number;
      unsure: boolean;
      trouble: string;
      all?: boolean /** the whole bot must wait, not only this chat */;
    }
  | { kind: 'never'; trouble: string };

/** How fetching a file went. `again`: it may work later. */
export type Fetched = { kind: 'fetched'; bytes: Uint8Array } | { kind: 'again' | 'never'; trouble: string };

/** How a reply came to be: `posted` where nobody there asked for it. */
export interface Occasion {
  posted: boolean;
}

/** A platform behind delivery. `read` and `render` are pure; `send` is the wire. */
export interface Adapter {
  platform: Platform;
  /** The bot's own id on the platform. */
  bot: string;
  /** Null: nothing to answer (a bot's message, a group message that is not for us). */
  read(arrival: Arrival): Incoming | null;
  /** Whether an action can travel behind a button; one that cannot is kept in the store and a short one stands for it. Left out: all can. */
  fits?(action: Pick<Action, 'command' | 'args'>): boolean;
  /** Whether what is sent there can be for the asker's eyes alone, though others read along; left out: never. */
  hides?(route: unknown): boolean;
  /** A chat has got another id; null: it has not. */
  moved?(arrival: Arrival): Move | null;
  /** What is offered to be typed in a chat that became the team's, or is no longer. */
  menus?(chat: string, teamChat: NonNullable<Reply['teamChat']>): Outgoing[];
  /** Splits a reply at the platform's limits; never cuts a word, a link or a bidi isolate. `route`: a `Speaker.reach`, too. */
  render(reply: Reply, route: unknown, occasion: Occasion): Outgoing[];
  send(
    outgoing: Outgoing & {
      nonce: string;
      /** This request was begun before: it may have arrived. */
      repeated: boolean;
      /** The message whose place it takes, as `sent` named it; where that is gone, a new one is sent. */
      former: string | null;
    },
  ): Promise<Sent>;
  /** Deletes a message of ours, as `sent` named it. */
  takeBack(chat: string, message: string): Outgoing;
  /** Deletes what somebody said; null: the platform does not let us. */
  erase(arrival: Arrival): Outgoing | null;
  /** `ref`: an attachment's. Never rejects. */
  fetch?(ref: unknown, signal: AbortSignal): Promise<Fetched>;
  /** Least time between two messages: to one chat, and to all chats together, in ms. */
  pace: { chatMs(chat: string): number; allMs: number };
}
