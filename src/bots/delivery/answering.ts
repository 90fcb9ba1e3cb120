import { createDispatch } from '../../core/commands/dispatch.ts';
import type { Core } from '../../core/core.ts';
import { damascusDay } from '../../core/damascus-day.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { sorry } from '../../core/sorry.ts';
import { UserError } from '../../core/user-error.ts';
import type { Database } from '../../db/client.ts';
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
  /** The chat that had its turn last. */
  rota: { after: string };
  /** Told of each message that failed, by its inbox id. */
  onFailure(inboxId: number, error: unknown, dead: boolean): void;
  /** Outbox rows were committed. */
  onAnswered(): void;
}

const botOf = ({ platform, bot }: Adapter): BotName => ({ platform, bot });

/** What became of one message: how many replies it has, and why it failed. */
interface Outcome {
  replies: number;
  failure: { id: number; error: unknown; dead: boolean } | null;
}

/**
 * Answers one kept message: its effects, its replies and its end are one transaction, so that it happens once or, after a crash, again
 * from the start. False: nothing was due.
 */
export async function answerNext(deps: AnsweringDeps): Promise<boolean> {
  const { core, adapter, clock } = deps;
  const outcome = await core.store.db.transaction(async (tx): Promise<Outcome | null> => {
    const kept = await takeArrival(tx, botOf(adapter), clock(), deps.rota);
    if (!kept) return null;
    try {
      // what fails is undone by itself: the row stays locked, so that nobody else tries it meanwhile
      return await tx.transaction((inner) => answer(kept, inner, deps));
    } catch (error) {
      return await setAside(kept, error, tx, deps);
    }
  });
  if (outcome?.failure) deps.onFailure(outcome.failure.id, outcome.failure.error, outcome.failure.dead);
  if (outcome && outcome.replies > 0) deps.onAnswered();
  return outcome !== null;
}

async function answer(kept: KeptArrival, tx: Database, deps: AnsweringDeps): Promise<Outcome> {
  const { core, adapter, clock } = deps;
  const incoming = adapter.read(kept);
  const outgoing = incoming
    ? await replyTo(incoming, causeOf(kept, adapter), { ...core, store: { ...core.store, db: tx } }, deps)
    : [];
  await addOutgoing(tx, botOf(adapter), kept.id, withNonces(outgoing, core), clock());
  await finishArrival(tx, kept.id, clock());
  return { replies: outgoing.length, failure: null };
}

const withNonces = (outgoing: readonly Outgoing[], core: Core) =>
  outgoing.map((message) => ({ ...message, nonce: core.newId() }));

/** One name for what arrived, however often the platform delivers it. */
const causeOf = ({ chat, message, kind, revision }: KeptArrival, { platform, bot }: Adapter): string =>
  [platform, bot, chat, message, kind, revision].join(':');

async function replyTo(incoming: Incoming, cause: string, core: Core, { adapter, clock }: AnsweringDeps): Promise<Outgoing[]> {
  const now = clock();
  const { said: heard, route, ...who } = incoming;
  const said = await meantBy(heard, core.store.db, now);
  const reply: Reply = said
    ? await createDispatch(core)({ ...who, cause, today: damascusDay(now), now }, said)
    : sorry(core.translator(who.language ?? 'en'), new UserError('answer-expired'));
  return adapter.render(await withFittingActions(reply, { tx: core.store.db, adapter, newId: core.newId, now }), route);
}

/** To be tried again later, or given up: then whoever wrote is told so. */
async function setAside(kept: KeptArrival, error: unknown, tx: Database, deps: AnsweringDeps): Promise<Outcome> {
  const { core, adapter, clock } = deps;
  const dead = kept.attempts + 1 >= MOST_ATTEMPTS;
  const dueAt = new Date(clock().getTime() + backoffMs(kept.attempts, deps.random));
  await failArrival(tx, kept.id, { dueAt, trouble: 'answering', dead });
  const apology = dead ? apologyFor(kept, deps) : [];
  await addOutgoing(tx, botOf(adapter), kept.id, withNonces(apology, core), clock());
  return { replies: apology.length, failure: { id: kept.id, error, dead } };
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
