import type { Adapter, Arrival, Fetched, Sent } from '../../../src/bots/delivery/adapter.ts';
import { createDelivery, type Delivery, type DeliveryDeps } from '../../../src/bots/delivery/delivery.ts';
import { defineCommand, ROLES } from '../../../src/core/commands/command.ts';
import { consoleSpeaker } from '../../../src/core/commands/speaker.ts';
import type { Core } from '../../../src/core/core.ts';
import type { Store } from '../../../src/db/client.ts';
import { createLog } from '../../../src/log.ts';
import { createCore } from '../../../src/main.ts';
import { freshVault } from '../../support/vault.ts';

/** A made-up platform: what is said comes back as "re: …", and everything sent is kept in order. */
export interface Post {
  delivery: Delivery;
  /** Texts that arrived, with their chat. */
  arrived: { chat: string; text: string; repeated: boolean; nonce: string; former: string | null }[];
  /** Files that were handed over. */
  media: { id: string; arrived: string | { failed: string } }[];
  /** Causes of what was answered, and of what was deleted. */
  causes: string[];
  deleted: string[];
  troubles: Parameters<DeliveryDeps['report']>[0][];
  /** Moves its clock on. */
  skip(ms: number): void;
  /** Resolves once it holds; looked at whenever something arrived or failed. */
  until(holds: () => boolean): Promise<void>;
}

export interface PostOptions {
  /** What becomes of a text that is sent; sent if not said. */
  fate?(text: string): Sent | null;
  /** Resolves when the answer to a text may be made. */
  gate?(text: string): Promise<void>;
  pace?: Adapter['pace'];
  /** How fetching a file goes; what is fetched says by which reference. */
  fetching?(): Fetched | Promise<Fetched>;
}

interface Payload {
  text: string;
}

const echo = (gate: PostOptions['gate'], causes: string[]) =>
  defineCommand({
    name: 'ask',
    options: { text: { kind: 'text', required: true, rest: true } },
    access: ROLES,
    async run(_core, { text }, { cause }) {
      await gate?.(text);
      causes.push(cause);
      const forgets = text.startsWith('forget') ? { forgetsCause: true as const } : {};
      const blocks = text === 'quiet' ? [] : [{ kind: 'text' as const, content: [`re: ${text}`] }];
      return { language: 'en', visibility: 'public', blocks, ...forgets };
    },
  });

export const emptyCore = (store: Store): Promise<Core> => createCore(store, freshVault(), createLog('silent'));

export const said = (chat: string, message: string, text: string, revision = 0): Arrival => ({
  chat,
  message,
  revision,
  kind: revision === 0 ? 'message' : 'edit',
  payload: { text },
});

export function openPost(core: Core, options: PostOptions = {}): Post {
  const { fate, gate, pace = { chatMs: () => 0, allMs: 0 }, fetching } = options;
  const media: Post['media'] = [];
  const causes: string[] = [];
  const deleted: string[] = [];
  const arrived: Post['arrived'] = [];
  const troubles: Post['troubles'] = [];
  const watching = new Set<() => void>();
  const look = () => {
    for (const each of [...watching]) each();
  };
  let skipped = 0;
  const adapter: Adapter = {
    platform: 'telegram',
    bot: '1',
    read({ payload, chat }) {
      const { text } = payload as Payload;
      if (text === 'poison') throw new Error('cannot be read');
      return {
        conversation: `post:${chat}`,
        role: 'member',
        speaker: consoleSpeaker(chat),
        said: { text },
        language: null,
        route: chat,
      };
    },
    render: ({ blocks }, route) => {
      const text = blocks.map((block) => (block.kind === 'text' ? block.content.join('|') : '')).join('');
      if (text === 're: unprintable') throw new Error('cannot be rendered');
      return text.split('|').map((part) => ({ chat: String(route), payload: { text: part }, files: [] }));
    },
    async send({ chat, payload, repeated, nonce, former }) {
      const { text } = payload as Payload;
      const sent = fate?.(text) ?? { kind: 'sent', message: `sent ${text}` };
      if (sent.kind === 'sent') arrived.push({ chat, text, repeated, nonce, former });
      look();
      return sent;
    },
    takeBack: (chat, message) => ({ chat, payload: { text: `gone: ${message}` }, files: [] }),
    erase: ({ chat, message }) => ({ chat, payload: { text: `erased: ${message}` }, files: [] }),
    fetch: async (ref) => fetching?.() ?? { kind: 'fetched', bytes: Buffer.from(`bytes of ${(ref as { file: string }).file}`) },
    pace,
  };
  const delivery = createDelivery({
    core: {
      ...core,
      commands: [echo(gate, causes)],
      async mediaArrived(_core, _tx, id, what) {
        media.push({ id, arrived: what instanceof Uint8Array ? Buffer.from(what).toString() : what });
        look();
      },
      async messageDeleted(_core, _tx, cause) {
        deleted.push(cause);
        look();
      },
    },
    adapter,
    clock: () => new Date(Date.now() + skipped),
    random: () => 0,
    report(trouble) {
      troubles.push(trouble);
      look();
    },
  });
  return {
    delivery,
    arrived,
    media,
    causes,
    deleted,
    troubles,
    skip(ms) {
      skipped += ms;
    },
    until: (holds) =>
      new Promise((resolve) => {
        const check = () => {
          if (!holds()) return;
          watching.delete(check);
          resolve();
        };
        watching.add(check);
        check();
      }),
  };
}
