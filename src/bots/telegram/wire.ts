import { Telegraf, TelegramError } from 'telegraf';
import type { Outgoing, Sent } from '../delivery/adapter.ts';
import type { Request } from './render.ts';

/** No request of ours takes longer; the outbox's lease is. */
const TIMEOUT_MS = 20_000;

export interface Wire {
  /** Throws what telegraf throws; never log it: it carries the token or the payload. */
  call(method: string, body: object, signal?: AbortSignal): Promise<unknown>;
  send(outgoing: Outgoing): Promise<Sent>;
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

  async function attempt({ method, body, file: field }: Request, [file]: Outgoing['files']): Promise<Sent> {
    const written = Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, field && typeof value === 'object' ? JSON.stringify(value) : value]),
    );
    const attached = field && file ? { [field]: { source: Buffer.from(file.data), filename: file.name } } : {};
    return { kind: 'sent', message: messageId(await call(method, { ...written, ...attached })) };
  }

  return {
    call,
    async send({ payload, files }) {
      // a request of ours, as `renderTelegram` made it
      const request = payload as Request;
      try {
        return await attempt(request, files);
      } catch (error) {
        const chat_id = movedTo(error);
        if (chat_id === null) return sentOf(error);
        return attempt({ ...request, body: { ...request.body, chat_id } }, files).catch(sentOf);
      }
    },
  };
}
