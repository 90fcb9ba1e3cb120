import type { Invocation, Role } from '../../core/commands/command.ts';
import { createDispatch } from '../../core/commands/dispatch.ts';
import type { Core } from '../../core/core.ts';
import { damascusDay } from '../../core/damascus-day.ts';
import { type BotName, failArrival, finishArrival, takeArrival } from '../../db/queries/inbox.ts';
import { addOutgoing } from '../../db/queries/outbox.ts';
import type { Adapter, Incoming } from './adapter.ts';
import { backoffMs } from './backoff.ts';

/** A message that fails so often is set aside, so that it no longer holds up its chat. */
const MOST_ATTEMPTS = 6;

export interface AnsweringDeps {
  core: Core;
  adapter: Adapter;
  clock(): Date;
  random(): number;
  /** Told of each message that failed, by its inbox id. */
  onFailure(inboxId: number, error: unknown, dead: boolean): void;
  /** Outbox rows were committed. */
  onAnswered(): void;
}

/** Carries a failure out of the transaction that it undid, with the row that it was about. */
class Failed extends Error {
  readonly inboxId: number;
  readonly attempts: number;

  constructor(inboxId: number, attempts: number, cause: unknown) {
    super('answering failed', { cause });
    this.inboxId = inboxId;
    this.attempts = attempts;
  }
}

/**
 * Answers one kept message: its effects, its replies and its end are one transaction, so that it happens once or, after a crash, again
 * from the start. False: nothing was due.
 */
export async function answerNext(deps: AnsweringDeps): Promise<boolean> {
  const { core, adapter, clock } = deps;
  const bot: BotName = { platform: adapter.platform, bot: adapter.bot };
  try {
    const answered = await core.store.db.transaction(async (tx) => {
      const kept = await takeArrival(tx, bot, clock());
      if (!kept) return null;
      try {
        const incoming = adapter.read(kept);
        const outgoing = incoming ? await replyTo(incoming, { ...core, store: { ...core.store, db: tx } }, deps) : [];
        const messages = outgoing.map((message) => ({ ...message, nonce: core.newId() }));
        await addOutgoing(tx, bot, kept.id, messages, clock());
        await finishArrival(tx, kept.id, clock());
        return messages.length;
      } catch (error) {
        throw new Failed(kept.id, kept.attempts, error);
      }
    });
    if (answered) deps.onAnswered();
    return answered !== null;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    const dead = error.attempts + 1 >= MOST_ATTEMPTS;
    const dueAt = new Date(clock().getTime() + backoffMs(error.attempts, deps.random));
    await failArrival(core.store.db, error.inboxId, { dueAt, trouble: 'answering', dead });
    deps.onFailure(error.inboxId, error.cause, dead);
    return true;
  }
}

async function replyTo(incoming: Incoming, core: Core, { adapter, clock }: AnsweringDeps) {
  const now = clock();
  const role: Role = incoming.role;
  const invocation: Invocation = { conversation: incoming.conversation, role, today: damascusDay(now), now };
  const reply = await createDispatch(core)(invocation, incoming.said);
  return adapter.render(reply, incoming.route);
}
