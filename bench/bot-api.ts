import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface BotApi {
  apiRoot: string;
  token: string;
  /** Resolves when so many bots have asked who they are. */
  joined(bots: number): Promise<void>;
  /** Says something in a private chat; resolves when the bot's next message to it comes in. */
  ask(chat: number, text: string): Promise<void>;
  close(): Promise<void>;
}

export const BENCH_TOKEN = '1:a-token-that-only-the-bench-knows';

/** As much of the Bot API on loopback as measuring takes. */
export async function startBotApi(): Promise<BotApi> {
  const waiting = new Map<number, () => void>();
  let updates: { update_id: number }[] = [];
  // above those of any run before, as a kept store remembers how far it has read
  let next = Math.floor(Date.now() / 10);
  let poll: ServerResponse | null = null;
  let joined = 0;

  const reply = (response: ServerResponse, result: unknown) => response.end(JSON.stringify({ ok: true, result }));
  function giveOut(): void {
    if (poll === null || updates.length === 0) return;
    reply(poll, updates.slice(0, 100));
    poll = null;
  }
  const METHODS: Record<string, (params: Record<string, unknown>, response: ServerResponse) => void> = {
    getMe(_, response) {
      joined++;
      reply(response, { id: 1, is_bot: true, username: 'bench_bot' });
    },
    getUpdates({ offset }, response) {
      if (typeof offset === 'number') updates = updates.filter(({ update_id }) => update_id >= offset);
      poll = response;
      giveOut();
    },
    sendMessage({ chat_id }, response) {
      reply(response, { message_id: 1 });
      waiting.get(Number(chat_id))?.();
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const params = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : {};
    const method = request.url?.split('/').at(-1) ?? '';
    if (METHODS[method]) METHODS[method](params, response);
    else reply(response, true);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    token: BENCH_TOKEN,
    async joined(bots) {
      while (joined < bots) await pause(50);
    },
    ask: (chat, text) =>
      new Promise((resolve) => {
        waiting.set(chat, resolve);
        const from = { id: chat, is_bot: false, first_name: 'Asker' };
        const message = { message_id: next, date: 0, from, chat: { id: chat, type: 'private', first_name: 'Asker' }, text };
        updates.push(Object.assign({ update_id: next++ }, { message }));
        giveOut();
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
