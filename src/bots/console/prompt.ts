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

/** A chat at a terminal, with line editing and history. Ctrl-C, Ctrl-D and `stop` end it; an answer under way is still shown. */
export async function chatAtTerminal(console: Console, chat: TerminalChat): Promise<void> {
  const { stdin, stdout, stop, history, complete, prompt } = chat;
  const terminal = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    history: history.lines,
    completer: complete,
    prompt,
  });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    terminal.close();
    // the shell's prompt goes on a line of its own
    stdout.write('\n');
  };
  terminal.on('SIGINT', end);
  terminal.on('close', end);
  stop.addEventListener('abort', end);
  terminal.prompt();
  for await (const line of terminal) {
    if (ended) break;
    if (line.trim() !== '') {
      history.add(line);
      stdout.write(`\n${await console.answer(line)}\n\n`);
    }
    if (ended) break;
    terminal.prompt();
  }
}
