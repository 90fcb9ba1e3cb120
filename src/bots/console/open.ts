import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Role } from '../../core/commands/command.ts';
import { createDispatch } from '../../core/commands/dispatch.ts';
import type { Core } from '../../core/core.ts';
import { fetchNext } from '../delivery/fetching.ts';
import { createSealed } from '../delivery/sealed.ts';
import { createConsole } from './adapter.ts';
import { fetchFile } from './brought.ts';
import { completeCommands } from './complete.ts';
import { greeting } from './greeting.ts';
import { noHistory, openHistory } from './history.ts';
import { CONSOLE, createMail } from './mail.ts';
import { chatThroughPipe } from './piped.ts';
import { chatAtTerminal } from './prompt.ts';

export interface OpenConsole {
  core: Core;
  /** Different names are different people. */
  user: string;
  role: Role;
  today(): string;
  clock(): Date;
  /** DALIL_HOME. */
  home: string;
  /** Wanted by whoever set the environment. */
  colour: boolean;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stop: AbortSignal;
}

/** Now, as no process waits for files that somebody at a terminal names. */
export async function fetchNamed(core: Core, clock: () => Date): Promise<void> {
  const onFailure = (_id: number, error: unknown) => core.reportBug(error, 'file');
  const adapter = { ...CONSOLE, fetch: fetchFile };
  const deps = { core, adapter, sealed: createSealed(core.vault, CONSOLE), clock, random: () => 0.5, onFailure };
  while (await fetchNext(deps));
}

/** Chats until the input ends or `stop`: with a prompt where both ends are a terminal, line by line otherwise. */
export async function openConsole(open: OpenConsole): Promise<void> {
  const { core, user, role, stdin, stdout, stop } = open;
  const interactive = Boolean(stdin.isTTY && stdout.isTTY);
  const console = createConsole({
    dispatch: createDispatch(core),
    mail: createMail(core, user, open.clock),
    fetchFiles: () => fetchNamed(core, open.clock),
    user,
    conversation: `console:${Buffer.from(core.vault.hash('conversation', 'console', user)).toString('base64url')}`,
    role,
    today: open.today,
    clock: open.clock,
    home: open.home,
    newId: core.newId,
    look: () => ({
      // a terminal that does not know its width says 0
      width: interactive ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
      colour: interactive && open.colour,
      isolates: interactive ? 'strip' : 'keep',
    }),
  });
  if (!interactive) return chatThroughPipe(console, { stdin, stdout, stop });
  stdout.write(`${console.show(await greeting(core))}\n\n`);
  await chatAtTerminal(console, {
    stdin,
    stdout,
    stop,
    prompt: `${user === 'local' ? 'dalil' : user}> `,
    // what a contact types is a tip, and is kept sealed or not at all
    history: role === 'contact' ? noHistory : openHistory(join(open.home, 'console-history')),
    complete: completeCommands(core.commands, role),
  });
}
