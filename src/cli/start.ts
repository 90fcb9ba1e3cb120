import { chatUntilStopped } from './chat.ts';
import { defineCliCommand, WrongUse } from './cli-command.ts';

/** With tokens of platforms there would be bots to start; without any, the terminal is the place to talk. */
export const start = defineCliCommand({
  summary: 'start dalil: a chat in this terminal',
  usage: ['start'],
  explain: {},
  options: {},
  untilStopped: true,
  run(_values, positionals, surroundings) {
    if (positionals.length > 0) throw new WrongUse('start takes no words; to ask one question: dalil ask "TEXT"');
    return chatUntilStopped({ role: 'member', user: 'local', day: null }, surroundings);
  },
});
