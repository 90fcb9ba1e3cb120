import type { Language } from '../db/schema/vocabulary.ts';
import type { Invocation } from './commands/command.ts';
import { keepAnswer, type Memory } from './conversation/memory.ts';
import type { Core } from './core.ts';
import { rememberShown } from './moderation/corrections.ts';
import type { Understanding } from './question/question.ts';
import type { Action, Block, Reply } from './reply/reply.ts';
import { inquire, PAGE } from './summary/inquire.ts';
import { present } from './summary/present.ts';

interface Turn {
  understanding: Understanding;
  /** The day on which the question was asked, and the past day that it asks about. */
  now: string;
  asOf: string | null;
  /** Of the reply. */
  language: Language;
  /** First incident to list, and the ref of the one before it. */
  offset: number;
  after?: string | null;
}

/** Only what can be pressed is offered. */
const withKnownActions = (reply: Reply, core: Core): Reply => ({
  ...reply,
  blocks: reply.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'actions') return [block];
    const actions = block.actions.filter(({ command }) => core.commands.some(({ name }) => name === command));
    return actions.length > 0 ? [{ kind: 'actions', actions }] : [];
  }),
});

const offeredBy = (reply: Reply): Action[] => reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/**
 * Answers a question inside a conversation: what comes out of the store is kept, so that its buttons and follow-ups work after a
 * restart. Where nothing was searched (a question back, help, nothing understood) nothing is kept.
 */
export async function converse(core: Core, turn: Turn, invocation: Invocation, memory: Memory): Promise<Reply> {
  const { understanding, now, asOf, language, offset, after = null } = turn;
  const answer = await inquire(understanding, { now, asOf, offset, after, limit: PAGE }, core);
  const id = core.newId();
  const reply = withKnownActions(
    present(answer, understanding, { gazetteer: core.gazetteer, t: core.translator(language), answerId: id }),
    core,
  );
  if (answer.total === null) return reply;
  await keepAnswer(
    { db: core.store.db, vault: core.vault },
    {
      id,
      key: invocation.conversation,
      shown: { now, asOf, language, question: understanding.question, assumptions: understanding.assumptions },
      offered: offeredBy(reply),
      storeVersion: answer.store_version,
      chosen: memory.chosen,
      now: invocation.now,
    },
  );
  if (asOf === null) await rememberShown(core, invocation, { refs: answer.incidents.map(({ ref }) => ref), language });
  return reply;
}
