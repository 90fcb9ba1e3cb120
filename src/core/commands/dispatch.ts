import type { Language } from '../../db/schema/vocabulary.ts';
import { recall } from '../conversation/memory.ts';
import type { Core } from '../core.ts';
import type { Reply } from '../reply/reply.ts';
import { sorry } from '../sorry.ts';
import { listen, whoTold } from '../tips/listen.ts';
import { UserError } from '../user-error.ts';
import { type RawArgs, readArguments, splitWords } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { languageOf, readableMessage, readSlash } from './message.ts';
import { withStanding } from './standing.ts';

/** What arrives: a message as typed, or a command whose options the platform has already told apart (a slash command, a button). */
export type Said = { text: string } | { command: string; args: RawArgs };

/**
 * Runs what somebody said and always resolves to a reply. The only place that catches: a UserError becomes its sentence; anything else
 * is a bug, reported without what was said, and the person is given the report's id.
 */
export type Dispatch = (invocation: Invocation, said: Said) => Promise<Reply>;

interface Call {
  command: string;
  /** Told apart once the command, and so its options, is known. */
  args(command: Command): RawArgs;
  /** Where the person's own words would be, to tell the language by. */
  words(command: Command): string;
}

const written = (command: Command, args: RawArgs): string =>
  Object.keys(command.options)
    .filter((name) => command.options[name]?.rest)
    .map((name) => args[name] ?? '')
    .join(' ');

function readCall(said: Said): Call {
  if ('command' in said) return { command: said.command, args: () => said.args, words: (command) => written(command, said.args) };
  const text = readableMessage(said.text);
  const slash = readSlash(text);
  if (!slash) return { command: 'ask', args: () => ({ text }), words: () => text };
  return { command: slash.name, args: (command) => splitWords(command, slash.rest), words: () => slash.rest };
}

/** A command's name is no word of the person's language. */
const ownWords = (said: Said): string => ('text' in said ? (readSlash(said.text)?.rest ?? said.text) : '');

export function createDispatch(core: Core): Dispatch {
  const byName = new Map(core.commands.map((command) => [command.name, command]));

  function find(name: string, invocation: Invocation): Command {
    const command = byName.get(name);
    if (!command) throw new UserError('unknown-command', { command: name.slice(0, 32) });
    if (!command.access.includes(invocation.role)) throw new UserError(invocation.barred ?? 'not-allowed', { command: name });
    return command;
  }

  return async (heard, said) => {
    let language: Language = languageOf(ownWords(said)) ?? heard.language ?? 'en';
    let running = 'message';
    try {
      const invocation = await withStanding(core, heard);
      const memory = await recall({ db: core.store.db, vault: core.vault }, invocation.conversation, invocation.now);
      const known = await whoTold(core, invocation);
      const before = memory.spoken ?? known?.language ?? null;
      language = memory.chosen ?? languageOf(ownWords(said)) ?? before ?? language;
      // what is told and not asked is kept whatever it looks like
      const kept = await listen(core, invocation, said, { language, memory, known });
      if (kept) return kept;
      language = memory.chosen ?? before ?? language;
      const call = readCall(said);
      const command = find(call.command, invocation);
      running = command.name;
      language = memory.chosen ?? languageOf(call.words(command)) ?? language;
      return await command.run(core, readArguments(command, call.args(command)), invocation, { language, memory });
    } catch (error) {
      if (error instanceof UserError) return sorry(core.translator(language), error);
      return sorry(core.translator(language), new UserError('failed', { id: core.reportBug(error, running) }));
    }
  };
}
