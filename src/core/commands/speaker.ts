import type { SpeakingPlatform, TeamRole } from '../../db/schema/moderator.ts';
import type { Carriage, Presence } from '../moderation/policy.ts';

/** Who speaks, and how they are reached: in memory alone. It is kept only sealed or hashed by the vault, and logged never. */
export interface Speaker {
  platform: SpeakingPlatform;
  /** The bot's own id on the platform. */
  bot: string;
  /** The platform's id of the person. */
  person: string;
  /** The platform's id of the chat in which they speak. */
  chat: string;
  /** What is said in `chat` is read by nobody else. */
  alone: boolean;
  /** How the adapter posts into `chat`, in its own terms, plain JSON. */
  here: unknown;
  /** How the words came; left out: the person's own. */
  carriage?: Carriage;
  /** The highest role of the team that the platform's own roles allow them there; null: none; left out: it has no say. */
  atMost?: TeamRole | null;
  /** Whether they are in `chat` at this moment; left out: nobody can write there who is not. Never rejects. */
  presence?(): Promise<Presence>;
  /** How the adapter reaches the person where nobody else reads it, in its own terms, plain JSON; null: it cannot. */
  reach: unknown;
}

/** A file that came with a message, not fetched yet. */
export interface Attachment {
  kind: 'photo' | 'video' | 'audio' | 'file';
  /** How the platform hands it out, in the adapter's own terms, plain JSON. Names the sender's chat: seal it. */
  ref: unknown;
  /** In bytes, as the platform says. */
  size: number | null;
}

/** A point that was sent as such. Degrees. */
export interface Pin {
  lat: number;
  lon: number;
}

/** Somebody at a terminal. */
export const consoleSpeaker = (name: string): Speaker => ({
  platform: 'console',
  bot: 'console',
  person: name,
  chat: name,
  alone: true,
  here: name,
  reach: name,
});
