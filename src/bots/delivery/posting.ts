import { z } from 'zod';
import type { Vault } from '../../core/identity/vault.ts';
import type { FetchLater, Post } from '../../core/post.ts';
import type { Block, Reply } from '../../core/reply/reply.ts';
import { addArrivals } from '../../db/queries/inbox.ts';
import { createSealed } from './sealed.ts';

/** What is to be fetched belongs to no chat. */
const NO_CHAT = '';

const BYTES = { image: 'png', file: 'data' } as const;
const bytesSchema = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

function packed(block: Block): unknown {
  if (block.kind === 'image') return { ...block, png: Buffer.from(block.png).toString('base64') };
  return block.kind === 'file' ? { ...block, data: Buffer.from(block.data).toString('base64') } : block;
}

const blockSchema = z.looseObject({ kind: z.string() }).transform((block): Block => {
  const field = block.kind === 'image' || block.kind === 'file' ? BYTES[block.kind] : null;
  // a block of ours, as `packed` left it
  return (field === null ? block : { ...block, [field]: bytesSchema.parse(block[field]) }) as unknown as Block;
});
const replySchema = z.object({
  language: z.enum(['en', 'ar']),
  blocks: z.array(blockSchema),
  visibility: z.enum(['public', 'quiet', 'private']),
});

/** What the inbox keeps of a word of ours. */
const postSchema = z.object({ reach: z.unknown(), reply: replySchema, slot: z.string().nullable() });
export const readPost = (payload: unknown): { reach: unknown; reply: Reply; slot: string | null } => {
  const { reach, reply, slot } = postSchema.parse(payload);
  return { reach, reply, slot };
};

const fileSchema = z.object({ id: z.string(), ref: z.unknown() });
export const readFile = (payload: unknown): { id: string; ref: unknown } => {
  const { id, ref } = fileSchema.parse(payload);
  return { id, ref };
};

/** Words of ours go through the inbox, so that whichever process runs their bot renders and sends them, in the order of their chat. */
export const createPost =
  (vault: Vault): Post =>
  async (tx, { to, reply, key, slot }, now) => {
    const { language, blocks, visibility } = reply;
    const payload = { reach: to.reach, reply: { language, visibility, blocks: blocks.map(packed) }, slot: slot ?? null };
    const arrival = { chat: to.chat, message: key, kind: 'post', revision: 0, payload } as const;
    await addArrivals(tx, to, [createSealed(vault, to).arrival(arrival, now)], now);
  };

export const createFetchLater =
  (vault: Vault): FetchLater =>
  async (tx, { platform, bot, id, ref }, now) => {
    const arrival = { chat: NO_CHAT, message: id, kind: 'fetch', revision: 0, payload: { id, ref } } as const;
    const of = { platform, bot };
    await addArrivals(tx, of, [createSealed(vault, of).arrival(arrival, now)], now);
  };
