import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Console } from './adapter.ts';
import type { History } from './history.ts';

export interface TerminalChat {
  stdin: Readable;
  stdout: Writable;
  stop: AbortSignal;
  history: History;
  /** What the last word could become. */
  complete(line: string): [completions: string[], word: string];
  prompt: string;
}

/**
 * A chat at a terminal, with line editing and history. Ctrl-C and `stop` end it at once; Ctrl-D when what was typed before is answered.
 */
export async function chatAtTerminal(console: Console, chat: TerminalChat): Promise<void> {
  const { stdin, stdout, stop, history, complete, prompt } = chat;
  if (stop.aborted) return;
  const terminal = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    history: history.lines,
    completer: complete,
    prompt,
  });
  let closed = false;
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    terminal.close();
  };
  terminal.on('SIGINT', interrupt);
  stop.addEventListener('abort', interrupt);
  terminal.on('close', () => {
    closed = true;
    // the shell's prompt goes on a line of its own
    stdout.write('\n');
  });
  terminal.prompt();
  for await (const line of terminal) {
    if (interrupted) break;
    if (line.trim() !== '') {
      history.add(line);
      stdout.write(`\n${await console.answer(line)}\n\n`);
    }
    if (!closed) terminal.prompt();
  }
}
