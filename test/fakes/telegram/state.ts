import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { judgeUpdate } from './spec.ts';

export interface FakeChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  [field: string]: unknown;
}

/** A message of the bot, as it stands in the chat. */
export interface BotMessage {
  message_id: number;
  chat: number;
  method: string;
  params: Record<string, unknown>;
  /** Deleted from the chat. */
  gone: boolean;
}

/** A file that somebody sent, as messages name it. */
export interface FakeFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

export type UpdateOf = Record<string, unknown> & { update_id: number };

const saidSchema = z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) });

/** What Telegram remembers of one bot. */
export class FakeState {
  readonly bot = { id: 4242, is_bot: true, first_name: 'dalil', username: 'dalil_test_bot' };
  readonly sent: BotMessage[] = [];
  readonly confirmed = new Set<number>();
  /** How often each update was given out. */
  readonly given = new Map<number, number>();
  readonly answered: string[] = [];
  menus: Record<string, unknown>[] = [];
  /** How somebody stands in a group, by `chat/person`; everybody else is a member. */
  readonly standings = new Map<string, 'administrator' | 'left' | 'kicked' | 'restricted'>();
  queue: UpdateOf[] = [];
  /** By path. */
  readonly files = new Map<string, Buffer>();
  /** What people said and the bot deleted, as `chat/message`. */
  readonly erased: string[] = [];
  /** Of files, presses and messages of people in private, as the bot was told them. */
  readonly names: string[] = [];
  readonly #said = new Set<string>();
  webhook: Record<string, unknown> | null = null;
  /** Why the last post to the webhook failed. */
  hookTrouble: string | null = null;
  readonly #now: () => number;
  #update = 7_000_000;
  #message: number;
  #press = 5_318_274_190_562_417n;

  constructor(now: () => number, firstMessage: number) {
    this.#now = now;
    this.#message = firstMessage;
  }

  messageId(): number {
    return this.#message++;
  }

  pressId(): string {
    const id = String(this.#press++);
    this.names.push(id);
    return id;
  }

  seconds(): number {
    return Math.floor(this.#now() / 1000);
  }

  keep(data: Buffer): FakeFile {
    // long, as Telegram's are: it can be told from chance wherever it stands
    const name = `f${this.files.size}x${randomBytes(12).toString('hex')}`;
    this.files.set(`media/${name}.bin`, data);
    this.names.push(name);
    return { file_id: `${name}-secret`, file_unique_id: name, file_size: data.length };
  }

  /** False: there is no such message. */
  erase(chat: number, message: number): boolean {
    const ours = this.sent.find((one) => one.chat === chat && one.message_id === message && !one.gone);
    if (ours) ours.gone = true;
    const name = `${chat}/${message}`;
    // what others say in groups only their administrators delete
    if (!ours && (chat < 0 || !this.#said.delete(name))) return false;
    if (!ours) this.erased.push(name);
    return true;
  }

  /** Puts an update into the queue; returns its number. Throws where Telegram would never send it. */
  push(update: Record<string, unknown>, { checked = true } = {}): number {
    const update_id = this.#update++;
    const whole = { update_id, ...update };
    const wrong = checked ? judgeUpdate(whole) : [];
    if (wrong.length > 0) throw new Error(wrong.join('; '));
    const { data } = saidSchema.safeParse(update.message);
    if (data) this.#said.add(`${data.chat.id}/${data.message_id}`);
    if (data && data.chat.id > 0) this.names.push(String(data.message_id));
    this.queue.push(whole);
    return update_id;
  }

  /** What getUpdates gives: everything from the offset on, below it forgotten. A negative offset counts from the end. */
  take({
    offset,
    limit = 100,
    allowed_updates: allowed,
  }: {
    offset?: number | undefined;
    limit?: number | undefined;
    allowed_updates?: string[] | undefined;
  }): UpdateOf[] {
    if (offset !== undefined) {
      const from = offset < 0 ? (this.queue.at(offset)?.update_id ?? 0) : offset;
      for (const { update_id } of this.queue) if (update_id < from) this.confirmed.add(update_id);
      this.queue = this.queue.filter(({ update_id }) => update_id >= from);
    }
    const wanted = this.queue.filter((update) => allowed === undefined || allowed.some((kind) => kind in update));
    const taken = wanted.slice(0, limit);
    for (const { update_id } of taken) this.given.set(update_id, (this.given.get(update_id) ?? 0) + 1);
    return taken;
  }
}
