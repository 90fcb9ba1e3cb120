import { createDispatch } from '../../core/commands/dispatch.ts';
import type { Core } from '../../core/core.ts';
import { damascusDay } from '../../core/damascus-day.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { sorry } from '../../core/sorry.ts';
import { UserError } from '../../core/user-error.ts';
import { type BotName, failArrival, finishArrival, type KeptArrival, takeArrival } from '../../db/queries/inbox.ts';
import { addOutgoing } from '../../db/queries/outbox.ts';
import type { Adapter, Incoming, Outgoing } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import { meantBy, withFittingActions } from './kept-actions.ts';

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
  readonly kept: KeptArrival;

  constructor(kept: KeptArrival, cause: unknown) {
    super('answering failed', { cause });
    this.kept = kept;
  }
}

const botOf = ({ platform, bot }: Adapter): BotName => ({ platform, bot });

/**
 * Answers one kept message: its effects, its replies and its end are one transaction, so that it happens once or, after a crash, again
 * from the start. False: nothing was due.
 */
export async function answerNext(deps: AnsweringDeps): Promise<boolean> {
  const { core, adapter, clock } = deps;
  try {
    const answered = await core.store.db.transaction(async (tx) => {
      const kept = await takeArrival(tx, botOf(adapter), clock());
      if (!kept) return null;
      try {
        const incoming = adapter.read(kept);
        const outgoing = incoming ? await replyTo(incoming, { ...core, store: { ...core.store, db: tx } }, deps) : [];
        await addOutgoing(tx, botOf(adapter), kept.id, withNonces(outgoing, core), clock());
        await finishArrival(tx, kept.id, clock());
        return outgoing.length;
      } catch (error) {
        throw new Failed(kept, error);
      }
    });
    if (answered) deps.onAnswered();
    return answered !== null;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    await setAside(error, deps);
    return true;
  }
}

const withNonces = (outgoing: readonly Outgoing[], core: Core) =>
  outgoing.map((message) => ({ ...message, nonce: core.newId() }));

async function replyTo(incoming: Incoming, core: Core, { adapter, clock }: AnsweringDeps): Promise<Outgoing[]> {
  const now = clock();
  const { conversation, role, language, route } = incoming;
  const said = await meantBy(incoming.said, core.store.db, now);
  const reply: Reply = said
    ? await createDispatch(core)({ conversation, role, language, today: damascusDay(now), now }, said)
    : sorry(core.translator(language ?? 'en'), new UserError('answer-expired'));
  return adapter.render(await withFittingActions(reply, { tx: core.store.db, adapter, newId: core.newId, now }), route);
}

/** To be tried again later, or given up: then whoever wrote is told so. */
async function setAside({ kept, cause }: Failed, deps: AnsweringDeps): Promise<void> {
  const { core, adapter, clock } = deps;
  const dead = kept.attempts + 1 >= MOST_ATTEMPTS;
  const dueAt = new Date(clock().getTime() + backoffMs(kept.attempts, deps.random));
  const apology = dead ? apologyFor(kept, deps) : [];
  await core.store.db.transaction(async (tx) => {
    await failArrival(tx, kept.id, { dueAt, trouble: 'answering', dead });
    await addOutgoing(tx, botOf(adapter), kept.id, withNonces(apology, core), clock());
  });
  deps.onFailure(kept.id, cause, dead);
  if (apology.length > 0) deps.onAnswered();
}

function apologyFor(kept: KeptArrival, { core, adapter }: AnsweringDeps): Outgoing[] {
  try {
    const incoming = adapter.read(kept);
    if (!incoming) return [];
    const reply = sorry(core.translator(incoming.language ?? 'en'), new UserError('failed', { id: String(kept.id) }));
    return adapter.render(reply, incoming.route);
  } catch {
    // not even readable: there is nobody to tell
    return [];
  }
}
