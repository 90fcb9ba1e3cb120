import type { Said } from '../../core/commands/dispatch.ts';
import type { Action, Reply } from '../../core/reply/reply.ts';
import type { Database } from '../../db/client.ts';
import { keepActions, readKeptAction } from '../../db/queries/kept-action.ts';
import type { Adapter } from './adapter.ts';

/** What a button says in place of an action that does not fit behind it; nobody can type it. */
const STAND_IN = 'do';
/** As long as the buttons of an answer work. */
const LASTS_MS = 30 * 24 * 60 * 60 * 1000;

interface Keeping {
  tx: Database;
  adapter: Pick<Adapter, 'fits'>;
  newId(): string;
  now: Date;
}

/** The reply with every action fit to travel: what does not fit is kept, in the transaction of the reply. */
export async function withFittingActions(reply: Reply, { tx, adapter, newId, now }: Keeping): Promise<Reply> {
  const kept: Parameters<typeof keepActions>[1][number][] = [];
  const fitted = ({ label, command, args }: Action): Action => {
    if (adapter.fits?.({ command, args }) ?? true) return { label, command, args };
    const id = newId();
    kept.push({ id, command, args, expiresAt: new Date(now.getTime() + LASTS_MS) });
    return { label, command: STAND_IN, args: { id } };
  };
  const blocks = reply.blocks.map((block) =>
    block.kind === 'actions' ? { ...block, actions: block.actions.map(fitted) } : block,
  );
  await keepActions(tx, kept, now);
  return { ...reply, blocks };
}

/** What a press means; null: what it stood for is no longer kept. */
export async function meantBy(said: Said, db: Database, now: Date): Promise<Said | null> {
  if (!('command' in said) || said.command !== STAND_IN) return said;
  const kept = await readKeptAction(db, said.args.id ?? '', now);
  return kept ? { command: kept.command, args: kept.args } : null;
}
