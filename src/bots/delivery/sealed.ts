import { z } from 'zod';
import type { SealedPlace, Vault } from '../../core/identity/vault.ts';
import type { BotName, KeptArrival, NewArrival, NewPosition } from '../../db/queries/inbox.ts';
import type { NewOutgoing, TakenOutgoing } from '../../db/queries/outbox.ts';
import type { Arrival, Outgoing } from './adapter.ts';
import { storable } from './storable.ts';

/** A place of a chat, and which of the messages that stand there one is. */
export interface Standing {
  /** Keyed hash. */
  slot: string;
  part: number;
  parts: number;
  /** When it is no longer known what stands there, ISO. */
  forgetAt: string;
}
export type Letter = Outgoing & { standing?: Standing | undefined };

const arrivalSchema = z.object({ chat: z.string(), message: z.string(), payload: z.unknown() });
const standingSchema = z.object({ slot: z.string(), part: z.number(), parts: z.number(), forgetAt: z.string() });
const letterSchema = z.object({ chat: z.string(), payload: z.unknown(), standing: standingSchema.optional() });
const fileSchema = z.object({ name: z.string(), mime: z.string() });
const positionSchema = z.object({ scope: z.string(), position: z.string().regex(/^\d+$/u) });
const messagesSchema = z.array(z.string().nullable());

const NEW_LINE = 0x0a;

/**
 * Delivery's rows as the store may see them: chats and messages by keyed hash, all else sealed with the key of the week. The same for
 * everybody, as nobody knows beforehand who will turn out to be a contact. What cannot be opened any more is null.
 */
export function createSealed(vault: Vault, { platform, bot }: BotName) {
  const hashed = (purpose: string, ...words: string[]) =>
    Buffer.from(vault.hash(purpose, platform, bot, ...words)).toString('base64url');
  const chatKey = (chat: string) => hashed('chat', chat);

  const place = (column: string, ...row: (string | number)[]): SealedPlace => ({ column, row: row.join(':') });
  const ofArrival = ({ chat, message, kind, revision }: NewArrival) =>
    place('inbox.payload', platform, bot, chat, message, kind, revision);

  function opened<T>(schema: z.ZodType<T>, sealed: Uint8Array | null, at: SealedPlace): T | null {
    const text = sealed && vault.openText(sealed, at);
    return text === null ? null : schema.parse(JSON.parse(text));
  }
  const json = (value: unknown, at: SealedPlace, now: Date) => vault.seal(JSON.stringify(value), at, { until: 'week', now });

  function openPosition(scope: string, sealed: Uint8Array) {
    return opened(positionSchema, sealed, place('cursor.position', platform, bot, scope));
  }

  return {
    chatKey,
    slotKey: (chat: string, slot: string) => hashed('slot', chat, slot),

    arrival(arrival: Arrival, now: Date): NewArrival {
      const { chat, message, kind, revision, payload } = arrival;
      const row = { chat: chatKey(chat), message: hashed('message', chat, message), kind, revision, payload: null };
      return { ...row, payload: json({ chat, message, payload: storable(payload) }, ofArrival(row), now) };
    },
    openArrival(kept: KeptArrival): Arrival | null {
      const inner = opened(arrivalSchema, kept.payload, ofArrival(kept));
      return inner && { ...inner, kind: kept.kind, revision: kept.revision };
    },

    outgoing({ chat, payload, files, standing }: Letter, nonce: string, now: Date): NewOutgoing {
      return {
        chat: chatKey(chat),
        nonce,
        slot: standing?.slot ?? null,
        payload: json({ chat, payload, standing }, place('outbox.payload', nonce), now),
        files: files.map(({ name, mime, data }, i) => {
          const head = Buffer.from(`${JSON.stringify({ name, mime })}\n`);
          return vault.seal(Buffer.concat([head, data]), place('outbox_file.file', nonce, i), { until: 'week', now });
        }),
      };
    },
    openOutgoing({ payload, nonce, files: sealed }: Pick<TakenOutgoing, 'payload' | 'nonce' | 'files'>): Letter | null {
      const letter = opened(letterSchema, payload, place('outbox.payload', nonce));
      const files = sealed.map((file, i) => {
        const whole = vault.open(file, place('outbox_file.file', nonce, i));
        if (!whole) return null;
        const end = whole.indexOf(NEW_LINE);
        const head = fileSchema.parse(JSON.parse(Buffer.from(whole.subarray(0, end)).toString('utf8')));
        return { ...head, data: whole.subarray(end + 1) };
      });
      if (!letter || files.some((file) => file === null)) return null;
      return { ...letter, files: files.filter((file) => file !== null) };
    },

    position({ scope, position }: { scope: string; position: string }, now: Date): NewPosition {
      const key = hashed('scope', scope);
      return {
        scope: key,
        position: json({ scope, position }, place('cursor.position', platform, bot, key), now),
        // never backwards; written again where it is the same, so that a later week's key keeps it
        isBehind: (known) => BigInt(openPosition(key, known)?.position ?? 0) <= BigInt(position),
      };
    },
    openPosition,

    messages: (slot: string, messages: readonly (string | null)[], now: Date) =>
      json(messages, place('posted.messages', slot), now),
    openMessages: (slot: string, sealed: Uint8Array | undefined): (string | null)[] =>
      opened(messagesSchema, sealed ?? null, place('posted.messages', slot)) ?? [],
  };
}
export type Sealed = ReturnType<typeof createSealed>;
