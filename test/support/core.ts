import type { Invocation, Role } from '../../src/core/commands/command.ts';
import { createDispatch, type Said } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import type { Vault } from '../../src/core/identity/vault.ts';
import type { Action, Reply } from '../../src/core/reply/reply.ts';
import { renderText } from '../../src/core/reply/reply-text.ts';
import type { Store } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { createCore } from '../../src/main.ts';
import { factsStore } from './store.ts';
import { freshVault } from './vault.ts';

/** What dalil is after a start on this store: nothing is remembered but what the store and the keys hold. */
export const startOn = (store: Store, vault: Vault = freshVault()): Promise<Core> =>
  createCore(store, vault, createLog('silent'));

export const coreOfShippedFacts = async (): Promise<Core> => startOn(await factsStore());

/** Somebody who talks to dalil. */
export interface Person {
  says(text: string): Promise<Reply>;
  presses(action: Action): Promise<Reply>;
  hasPassed(hours: number): void;
}

export interface PersonOptions {
  name?: string;
  role?: Role;
  /** The day that counts as today. */
  today?: string;
}

/** Messages of all, so that no two have one name, in whatever process they are said. */
let said = 0;

export function person(core: Core, { name = 'ana', role = 'member', today = '2023-05-02' }: PersonOptions = {}): Person {
  const dispatch = createDispatch(core);
  let now = new Date('2025-06-01T12:00:00Z');
  const send = (what: Said) => {
    const invocation: Invocation = {
      conversation: `console:${name}`,
      role,
      speaker: consoleSpeaker(name),
      cause: `console:${name}:${++said}`,
      today,
      now,
    };
    return dispatch(invocation, what);
  };
  return {
    says: (text) => send({ text }),
    presses: ({ command, args }) => send({ command, args }),
    hasPassed(hours) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
  };
}

/** A reply as tests read it: one line a paragraph, without buttons. */
export const textOf = (reply: Reply): string =>
  renderText(reply, { width: Number.POSITIVE_INFINITY, colour: false, actions: 'hide', isolates: 'strip' });

export const buttonsOf = (reply: Reply): Action[] =>
  reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** The button of this command. */
export function button(reply: Reply, command: string): Action {
  const found = buttonsOf(reply).find((action) => action.command === command);
  if (!found) throw new Error(`no button ${command} among ${JSON.stringify(buttonsOf(reply))}`);
  return found;
}
