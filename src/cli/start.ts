import { chatUntilStopped } from './chat.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { withDalil } from './open.ts';

async function runUntilStopped(surroundings: Surroundings): Promise<number> {
  const { runBots } = await import('../main.ts');
  await withDalil(surroundings, ({ core }, beginning) => runBots(core, { ...beginning, stop: surroundings.stop }));
  return 0;
}

/** With a token of a platform there is a bot to start; without any, the terminal is the place to talk. */
export const start = defineCliCommand({
  summary: 'start dalil: its bots, or without any a chat in this terminal',
  usage: ['start'],
  explain: {},
  options: {},
  untilStopped: true,
  run(_values, positionals, surroundings) {
    if (positionals.length > 0) throw new WrongUse('start takes no words; to ask one question: dalil ask "TEXT"');
    const { telegram, discord } = surroundings.config;
    return telegram !== undefined || discord !== undefined
      ? runUntilStopped(surroundings)
      : chatUntilStopped({ role: 'member', user: 'local', day: null }, surroundings);
  },
});
