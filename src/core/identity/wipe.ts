import type { Store } from '../../db/client.ts';
import { dropAllSealed } from '../../db/queries/retention.ts';
import type { Translator } from '../reply/translator.ts';
import type { Vault } from './vault.ts';

/** What a wipe cannot do: each is the Fluent message `wipe-left-NAME`, a sentence for the operators. */
export const LEFT_TO_OPERATORS = [
  'telegram-token',
  'discord-token',
  'team-chats',
  'backups',
  'disk',
  'originals',
  'server',
] as const;

export const leftToOperators = (say: Translator): string[] => LEFT_TO_OPERATORS.map((what) => say(`wipe-left-${what}`));

/** True: the keys are gone. What a wipe that was cut short has left of them goes now. */
export function obeyWipe(vault: Vault, now: Date): boolean {
  if (!vault.wiped()) return false;
  vault.wipe(now);
  return true;
}

/** Clears away what no key opens any more. Of no hurry: it is unreadable as it is. */
export const clearSealed = (store: Store): Promise<void> => store.db.transaction((tx) => dropAllSealed(tx));
