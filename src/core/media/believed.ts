import { z } from 'zod';
import { kindOf } from './kind.ts';
import type { Cleaned } from './media.ts';
import { decodeReply } from './reply-frame.ts';

const captured = z
  .strictObject({ lat: z.number().nullable(), lon: z.number().nullable(), at: z.string().max(40).nullable() })
  .nullable();
const side = z.int().positive();

const replies = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('photo'),
    mime: z.enum(['image/jpeg', 'image/png']),
    width: side,
    height: side,
    hash: z.string().regex(/^[0-9a-f]{16}$/u),
    captured,
  }),
  z.strictObject({ kind: z.literal('video'), mime: z.enum(['video/mp4', 'video/quicktime']), captured }),
  z.strictObject({ kind: z.literal('unseen'), reason: z.enum(['unknown-kind', 'not-decodable']) }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(['too-large', 'too-many-pixels', 'too-slow', 'broken']) }),
]);

const KINDS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'video/mp4': 'mp4', 'video/quicktime': 'mov' } as const;

/** The child decodes what strangers send, so it is believed no further than this. Null: not at all. */
export function believedReply(frame: Buffer): Cleaned | null {
  const reply = decodeReply(frame);
  const { data: words } = replies.safeParse(reply?.words);
  if (!reply || !words) return null;
  if (words.kind === 'unseen' || words.kind === 'refused') return words;
  return kindOf(reply.bytes) === KINDS[words.mime] ? { ...words, bytes: reply.bytes } : null;
}
