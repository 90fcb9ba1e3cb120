import type { Outgoing } from '../delivery/adapter.ts';
import type { Request } from './render.ts';

/** A message of ours, as delivery remembers it: how it was sent, and its id; what it is decides how it can be changed. */
const SENT = /^(sendMessage|sendPhoto|sendDocument)\/(\d+)$/u;

export const nameOf = (method: string, id: string): string => `${method}/${id}`;

export const deletion = (chat: string, id: string): Outgoing => {
  const payload: Request = { method: 'deleteMessage', body: { chat_id: chat, message_id: Number(id) }, file: null };
  return { chat, payload, files: [] };
};
export const deletionOf = (chat: string, message: string): Outgoing => deletion(chat, SENT.exec(message)?.[2] ?? '0');

const MEDIA = { sendPhoto: 'photo', sendDocument: 'document' } as const;

/** What makes the former message the new one; null: text and files do not turn into each other. */
export function changing({ method, body }: Request, former: string): Request | null {
  const [, before, id] = SENT.exec(former) ?? [];
  if (id === undefined) return null;
  const { chat_id, reply_markup, caption, parse_mode, text, link_preview_options } = body;
  const at = { chat_id, message_id: Number(id), ...(reply_markup === undefined ? {} : { reply_markup }) };
  if (method === 'sendMessage' && before === 'sendMessage')
    return { method: 'editMessageText', body: { ...at, text, parse_mode, link_preview_options }, file: null };
  if ((method !== 'sendPhoto' && method !== 'sendDocument') || before === 'sendMessage') return null;
  const words = caption === undefined ? {} : { caption, parse_mode };
  const media = { type: MEDIA[method], media: 'attach://media_file', ...words };
  return { method: 'editMessageMedia', body: { ...at, media }, file: 'media_file' };
}
