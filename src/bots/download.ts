import type { Fetched } from './delivery/adapter.ts';

/** The most that Telegram gives a bot, and a free Discord account sends. https://core.telegram.org/bots/api#getfile */
export const MOST_BYTES = 20 * 1024 * 1024;

/** What will not be there later either. */
const NEVER = new Set([400, 401, 403, 404, 410]);

/** A file by its address, at most `MOST_BYTES`. Never rejects; nobody learns the address, which may be a secret. */
export async function download(url: string, signal: AbortSignal): Promise<Fetched> {
  try {
    // to wherever it leads: only the host that was asked is trusted
    const response = await fetch(url, { signal, redirect: 'error' });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { kind: NEVER.has(response.status) ? 'never' : 'again', trouble: `http-${response.status}` };
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.byteLength;
      // leaving the loop ends the connection
      if (length > MOST_BYTES) return { kind: 'never', trouble: 'too-large' };
      chunks.push(chunk);
    }
    return { kind: 'fetched', bytes: Buffer.concat(chunks) };
  } catch {
    return { kind: 'again', trouble: signal.aborted ? 'too-slow' : 'network' };
  }
}
