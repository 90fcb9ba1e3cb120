import { Telegraf, TelegramError } from 'telegraf';
import { z } from 'zod';
import type { Fetched, Outgoing, Sent } from '../delivery/adapter.ts';
import { download } from '../download.ts';
import type { Request } from './render.ts';
import { changing, deletionOf, nameOf } from './standing.ts';

/** No request of ours takes longer; the outbox's lease is. */
const TIMEOUT_MS = 20_000;

export interface Wire {
  /** Throws what telegraf throws; never log it: it carries the token or the payload. */
  call(method: string, body: object, signal?: AbortSignal): Promise<unknown>;
  send(outgoing: Outgoing & { former: string | null }): Promise<Sent>;
  /** Never rejects. */
  fetch(ref: unknown, signal: AbortSignal): Promise<Fetched>;
}

/** Telegram's code and wait, and nothing else of the error. A null code: the network. */
export function troubleOf(error: unknown): { code: number | null; afterMs: number } {
  if (!(error instanceof TelegramError)) return { code: null, afterMs: 0 };
  return { code: error.response.error_code, afterMs: (error.response.parameters?.retry_after ?? 0) * 1000 };
}

/** The connection was never made, so nothing can have arrived. */
const neverLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(error.code));

export function sentOf(error: unknown): Sent {
  const { code, afterMs } = troubleOf(error);
  if (code === null) return { kind: 'again', afterMs: 0, unsure: !neverLeft(error), trouble: 'network' };
  if (code === 429) return { kind: 'again', afterMs, unsure: false, trouble: '429' };
  if (code >= 500) return { kind: 'again', afterMs: 0, unsure: true, trouble: String(code) };
  // a token taken back can be given again; anything else about this request will not change
  return code === 401
    ? { kind: 'again', afterMs: 60_000, unsure: false, trouble: '401', all: true }
    : { kind: 'never', trouble: String(code) };
}

/** A group that became a supergroup has a new id. https://core.telegram.org/bots/api#responseparameters */
const movedTo = (error: unknown): number | null =>
  error instanceof TelegramError ? (error.response.parameters?.migrate_to_chat_id ?? null) : null;

/** It says already what it is to say: a repeat of what has arrived. */
const isUnchanged = (error: unknown): boolean =>
  error instanceof TelegramError && /not modified/u.test(error.response.description);

const refSchema = z.object({ file: z.string() });
const fileSchema = z.object({ file_path: z.string().regex(/^[\w-][\w./-]*$/u) });

const messageId = (result: unknown): string | null =>
  typeof result === 'object' && result !== null && 'message_id' in result ? String(result.message_id) : null;

/**
 * telegraf's client on the Bot API. With a file attached it drops objects that are not written out as text (reply_parameters,
 * link_preview_options; telegraf 4.16.3), so they are.
 */
export function createWire(token: string, apiRoot: string): Wire {
  const { telegram } = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });

  const call: Wire['call'] = (method, body, signal = AbortSignal.timeout(TIMEOUT_MS)) => {
    // telegraf's types want the signal of a package from before Node had its own
    const options: unknown = { signal };
    // a method that telegraf's types do not know is called all the same
    return telegram.callApi(method as 'getMe', body as Record<string, never>, options as { signal?: never });
  };

  async function ask({ method, body, file: field }: Request, [file]: Outgoing['files']): Promise<string | null> {
    const written = Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, field && typeof value === 'object' ? JSON.stringify(value) : value]),
    );
    const attached = field && file ? { [field]: { source: Buffer.from(file.data), filename: file.name } } : {};
    return messageId(await call(method, { ...written, ...attached }));
  }

  async function attempt(request: Request, files: Outgoing['files']): Promise<Sent> {
    const id = await ask(request, files);
    return { kind: 'sent', message: id === null ? null : nameOf(request.method, id) };
  }

  /** Null: the former message cannot become the new one, which is to be sent. */
  async function change(request: Request, files: Outgoing['files'], former: string): Promise<Sent | null> {
    const changed = changing(request, former);
    const id = former.replace(/^\w+\//u, '');
    try {
      if (changed) await ask(changed, files);
      else {
        const { payload } = deletionOf(String(request.body.chat_id), former);
        await ask(payload as Request, []);
        return null;
      }
    } catch (error) {
      if (changed && isUnchanged(error)) return { kind: 'sent', message: nameOf(request.method, id) };
      // it is gone, or too old
      if (troubleOf(error).code === 400) return null;
      throw error;
    }
    return { kind: 'sent', message: nameOf(request.method, id) };
  }

  return {
    call,
    async send({ payload, files, former }) {
      // a request of ours, as `renderTelegram` made it
      const request = payload as Request;
      try {
        const changed = former === null ? null : await change(request, files, former);
        return changed ?? (await attempt(request, files));
      } catch (error) {
        // what was to be deleted is gone, or can no longer be
        if (request.method === 'deleteMessage' && troubleOf(error).code === 400) return { kind: 'sent', message: null };
        const chat_id = movedTo(error);
        if (chat_id === null) return sentOf(error);
        return attempt({ ...request, body: { ...request.body, chat_id } }, files).catch(sentOf);
      }
    },
    async fetch(ref, signal) {
      try {
        const { file } = refSchema.parse(ref);
        const { file_path } = fileSchema.parse(await call('getFile', { file_id: file }, signal));
        return await download(`${apiRoot.replace(/\/$/u, '')}/file/bot${token}/${file_path}`, signal);
      } catch (error) {
        const sent = sentOf(error);
        const trouble = sent.kind === 'sent' ? '' : sent.trouble;
        return { kind: sent.kind === 'never' || error instanceof z.ZodError ? 'never' : 'again', trouble };
      }
    },
  };
}
