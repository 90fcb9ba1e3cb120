import { createDispatch } from '../../core/commands/dispatch.ts';
import type { Core } from '../../core/core.ts';
import { damascusDay } from '../../core/damascus-day.ts';
import { moveTeamPlace } from '../../core/moderation/move-team-place.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { sorry } from '../../core/sorry.ts';
import { UserError } from '../../core/user-error.ts';
import type { Database } from '../../db/client.ts';
import { failArrival, finishArrival, type KeptArrival, setDead, takeArrival } from '../../db/queries/inbox.ts';
import { addOutgoing } from '../../db/queries/outbox.ts';
import type { Adapter, Arrival, Incoming, Occasion } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import { meantBy, withFittingActions } from './kept-actions.ts';
import { readPost } from './posting.ts';
import type { Letter, Sealed } from './sealed.ts';
import { sendUnkept } from './unkept.ts';

/** A message that fails so often is set aside, so that it no longer holds up its chat. */
const MOST_ATTEMPTS = 6;
/** What stands in a place of a chat can be replaced for as long as anything that it tells of is kept. */
const POST_STANDS_MS = 90 * 24 * 60 * 60 * 1000;
/** As long as Telegram lets people edit what they said; its answer changes with it. */
const ANSWER_STANDS_MS = 2 * 24 * 60 * 60 * 1000;

export interface AnsweringDeps {
  core: Core;
  adapter: Adapter;
  sealed: Sealed;
  clock(): Date;
  random(): number;
  /** The chat that had its turn last. */
  rota: { after: string };
  /** Chats in which one message alone waits come first, in a turn of their own. */
  quiet?: { after: string };
  /** Chats that were answered before their turn: what is sent there comes first too. */
  hurried: Set<string>;
  /** Told of each message that failed, by its inbox id. */
  onFailure(inboxId: number, error: unknown, dead: boolean): void;
  /** Rows to be sent, posted or fetched may have been committed. */
  onAnswered(): void;
}

/** What became of one message: why it failed, if it did, and what is to be said of it though no key is left. */
interface Outcome {
  failure: { id: number; error: unknown; dead: boolean } | null;
  unkept: Letter[];
}
const FINE: Outcome = { failure: null, unkept: [] };

/**
 * Answers one kept message: its effects, its replies and its end are one transaction, so that it happens once or, after a crash, again
 * from the start. False: nothing was due.
 */
export async function answerNext(deps: AnsweringDeps): Promise<boolean> {
  const { core, hurried } = deps;
  let alone: string | null = null;
  const outcome = await core.store.db.transaction(async (tx): Promise<Outcome | null> => {
    const taken = await take(tx, deps);
    if (!taken) return null;
    const { kept } = taken;
    alone = taken.isAlone ? kept.chat : null;
    try {
      // what fails is undone by itself: the row stays locked, so that nobody else tries it meanwhile
      return await tx.transaction((inner) => answer(kept, inner, deps));
    } catch (error) {
      return await setAside(kept, error, tx, deps);
    }
  });
  if (outcome?.failure) deps.onFailure(outcome.failure.id, outcome.failure.error, outcome.failure.dead);
  if (outcome) {
    if (alone !== null) hurried.add(alone);
    deps.onAnswered();
    await sendUnkept(outcome.unkept, deps);
  }
  return outcome !== null;
}

/** A crowd's chats have their turns one after the other; whoever wrote one message does not wait for all of them. */
async function take(tx: Database, { adapter, clock, rota, quiet }: AnsweringDeps) {
  const now = clock();
  const alone = quiet && (await takeArrival(tx, adapter, { now, rota: quiet, quiet: true }));
  const kept = alone ?? (await takeArrival(tx, adapter, { now, rota }));
  return kept && { kept, isAlone: alone !== undefined };
}

async function answer(kept: KeptArrival, tx: Database, deps: AnsweringDeps): Promise<Outcome> {
  const { core, sealed, clock } = deps;
  const arrival = sealed.openArrival(kept);
  if (!arrival) {
    await setDead(tx, kept.id, 'key-gone');
    return FINE;
  }
  const inside = { ...core, store: { ...core.store, db: tx } };
  const letters = await lettersFor(arrival, inside, deps);
  // the keys have gone by this very message
  const unkept = core.vault.wiped() ? letters : [];
  if (unkept.length === 0) await toBeSent(kept.id, letters, tx, deps);
  await finishArrival(tx, kept.id, clock());
  return { ...FINE, unkept };
}

async function lettersFor(arrival: Arrival, core: Core, deps: AnsweringDeps): Promise<Letter[]> {
  if (arrival.kind === 'post') return postOf(arrival, core, deps);
  if (arrival.kind === 'moved') return follow(arrival, core, deps);
  if (arrival.kind !== 'delete') return replyTo(arrival, core, deps);
  await core.messageDeleted(core, core.store.db, originalOf(arrival.chat, arrival.message, deps.adapter), deps.clock());
  return [];
}

/** Where the team works goes with it: once, as the old chat tells of it and the new one. */
async function follow(
  arrival: Arrival,
  { store: { db }, vault, newId }: Core,
  { adapter, clock }: AnsweringDeps,
): Promise<Letter[]> {
  const move = adapter.moved?.(arrival);
  const followed = move && (await moveTeamPlace(db, adapter, move, { vault, newId, now: clock() }));
  return followed ? (adapter.menus?.(move.to, 'bound') ?? []) : [];
}

async function toBeSent(inboxId: number, letters: readonly Letter[], tx: Database, deps: AnsweringDeps): Promise<void> {
  const { core, adapter, sealed, clock } = deps;
  const now = clock();
  const rows = letters.map((letter) => sealed.outgoing(letter, core.newId(), now));
  await addOutgoing(tx, { platform: adapter.platform, bot: adapter.bot }, inboxId, rows, { now });
}

/** One name for what arrived, however often the platform delivers it. */
const causeOf = ({ chat, message, kind, revision }: Omit<Arrival, 'payload'>, { platform, bot }: Adapter): string =>
  [platform, bot, chat, message, kind, revision].join(':');
const originalOf = (chat: string, message: string, adapter: Adapter): string =>
  causeOf({ chat, message, kind: 'message', revision: 0 }, adapter);

async function rendered(reply: Reply, route: unknown, core: Core, deps: AnsweringDeps & Occasion): Promise<Letter[]> {
  const { adapter, clock, posted } = deps;
  const { store, vault, newId } = core;
  const fitting = await withFittingActions(reply, { tx: store.db, vault, adapter, newId, now: clock() });
  return adapter.render(fitting, route, { posted });
}

async function replyTo(arrival: Arrival, core: Core, deps: AnsweringDeps): Promise<Letter[]> {
  const { adapter, clock } = deps;
  const incoming = adapter.read(arrival);
  if (!incoming) return [];
  const reply = await said(arrival, incoming, core, deps, clock());
  const letters = isSilent(arrival, reply) ? [] : answerOf(arrival, reply, await lettersOf(reply, incoming, core, deps), deps);
  if (reply.teamChat) letters.push(...(adapter.menus?.(arrival.chat, reply.teamChat) ?? []));
  const erased = reply.forgetsCause ? adapter.erase(arrival) : null;
  return erased ? [...letters, erased] : letters;
}

/** What is for one person's eyes goes to where nobody else reads it; where it was asked, a line says so. */
async function lettersOf(reply: Reply, { speaker, route }: Incoming, core: Core, deps: AnsweringDeps): Promise<Letter[]> {
  const answering = { ...deps, posted: false };
  const isOverheard = reply.visibility === 'private' && !speaker.alone && deps.adapter.hides?.(route) !== true;
  if (!isOverheard || speaker.reach === null) return rendered(reply, route, core, answering);
  const content = [core.translator(reply.language)('answered-in-private')];
  const notice: Reply = { language: reply.language, blocks: [{ kind: 'text', content }], visibility: 'public' };
  return [...(await rendered(notice, route, core, answering)), ...(await rendered(reply, speaker.reach, core, answering))];
}

async function said(arrival: Arrival, incoming: Incoming, core: Core, { adapter }: AnsweringDeps, now: Date): Promise<Reply> {
  const { said: heard, route: _, corrects: corrected, ...who } = incoming;
  const meant = await meantBy(heard, { tx: core.store.db, vault: core.vault, now });
  if (!meant) return sorry(core.translator(who.language ?? 'en'), new UserError('answer-expired'));
  const corrects = corrected === undefined ? {} : { corrects: originalOf(arrival.chat, corrected, adapter) };
  const invocation = { ...who, ...corrects, cause: causeOf(arrival, adapter), today: damascusDay(now), now };
  return createDispatch(core)(invocation, meant);
}

async function postOf({ chat, payload }: Arrival, core: Core, deps: AnsweringDeps): Promise<Letter[]> {
  const { reach, reply, slot } = readPost(payload);
  const letters = await rendered(reply, reach, core, { ...deps, posted: true });
  return slot === null ? letters : placed(letters, deps.sealed.slotKey(chat, `post ${slot}`), POST_STANDS_MS, deps);
}

/** Words can stay without an answer; who runs a command or presses a button sees that something is awaited. */
const isSilent = ({ kind }: Arrival, { blocks }: Reply): boolean =>
  blocks.length === 0 && (kind === 'message' || kind === 'edit');

/** An edited question's answer takes the place of the former one. What is for one person's eyes is said anew: it may hold a receipt. */
function answerOf({ chat, message, kind }: Arrival, reply: Reply, letters: Letter[], deps: AnsweringDeps): Letter[] {
  const isAnswer = (kind === 'message' || kind === 'edit') && reply.visibility === 'public';
  return isAnswer ? placed(letters, deps.sealed.slotKey(chat, `answer ${message}`), ANSWER_STANDS_MS, deps) : letters;
}

function placed(letters: readonly Letter[], slot: string, standsMs: number, { clock }: AnsweringDeps): Letter[] {
  const forgetAt = new Date(clock().getTime() + standsMs).toISOString();
  return letters.map((letter, part) => ({ ...letter, standing: { slot, part, parts: letters.length, forgetAt } }));
}

/** To be tried again later, or given up: then whoever wrote is told so. */
async function setAside(kept: KeptArrival, error: unknown, tx: Database, deps: AnsweringDeps): Promise<Outcome> {
  const dead = kept.attempts + 1 >= MOST_ATTEMPTS;
  const dueAt = new Date(deps.clock().getTime() + backoffMs(kept.attempts, deps.random));
  await failArrival(tx, kept.id, { dueAt, trouble: 'answering', dead });
  await toBeSent(kept.id, dead ? apologyFor(kept, deps) : [], tx, deps);
  return { ...FINE, failure: { id: kept.id, error, dead } };
}

function apologyFor(kept: KeptArrival, { core, adapter, sealed }: AnsweringDeps): Letter[] {
  try {
    const arrival = sealed.openArrival(kept);
    const incoming = arrival && arrival.kind !== 'post' ? adapter.read(arrival) : null;
    if (!incoming) return [];
    const reply = sorry(core.translator(incoming.language ?? 'en'), new UserError('failed', { id: String(kept.id) }));
    return adapter.render(reply, incoming.route, { posted: false });
  } catch {
    // not even readable: there is nobody to tell
    return [];
  }
}
