import { z } from 'zod';
import type { Said } from '../../core/commands/dispatch.ts';
import type { Vault } from '../../core/identity/vault.ts';
import type { Action, Reply } from '../../core/reply/reply.ts';
import type { Database } from '../../db/client.ts';
import { keepActions, readKeptAction } from '../../db/queries/kept-action.ts';
import type { Adapter } from './adapter.ts';

/** What a button says in place of an action that does not fit behind it; nobody can type it. */
const STAND_IN = 'do';
/** What pressing something means that stands for nothing that is kept. */
export const GONE: Said = { command: STAND_IN, args: {} };
/** As long as the buttons of an answer work. */
const LASTS_MS = 30 * 24 * 60 * 60 * 1000;

interface Keeping {
  tx: Database;
  vault: Vault;
  adapter: Pick<Adapter, 'fits'>;
  newId(): string;
  now: Date;
}

const place = (id: string) => ({ column: 'kept_action.action', row: id });
const actionSchema = z.object({ command: z.string(), args: z.record(z.string(), z.string()) });

/** The reply with every action fit to travel: what does not fit is kept, in the transaction of the reply. */
export async function withFittingActions(reply: Reply, { tx, vault, adapter, newId, now }: Keeping): Promise<Reply> {
  const kept: Parameters<typeof keepActions>[1][number][] = [];
  const fitted = ({ label, command, args }: Action): Action => {
    if (adapter.fits?.({ command, args }) ?? true) return { label, command, args };
    const id = newId();
    const action = vault.seal(JSON.stringify({ command, args }), place(id), { until: 'week', now });
    kept.push({ id, action, expiresAt: new Date(now.getTime() + LASTS_MS) });
    return { label, command: STAND_IN, args: { id } };
  };
  const blocks = reply.blocks.map((block) =>
    block.kind === 'actions' ? { ...block, actions: block.actions.map(fitted) } : block,
  );
  await keepActions(tx, kept, now);
  return { ...reply, blocks };
}

/** What a press means; null: what it stood for is no longer kept. */
export async function meantBy(said: Said, { tx, vault, now }: Pick<Keeping, 'tx' | 'vault' | 'now'>): Promise<Said | null> {
  if (!('command' in said) || said.command !== STAND_IN) return said;
  const id = said.args.id ?? '';
  const sealed = await readKeptAction(tx, id, now);
  const action = sealed && vault.openText(sealed, place(id));
  return action ? actionSchema.parse(JSON.parse(action)) : null;
}
