import { setTimeout } from 'node:timers/promises';
import type { Command } from '../../core/commands/command.ts';
import type { Core } from '../../core/core.ts';
import { withoutIsolates } from '../../core/reply/isolates.ts';
import type { Translator } from '../../core/reply/translator.ts';
import { LANGUAGES } from '../../db/schema/vocabulary.ts';
import { backoffMs } from '../delivery/backoff.ts';
import { LIMITS } from './limits.ts';
import { troubleOf, type Wire } from './wire.ts';

export interface TelegramCommand {
  command: string;
  description: string;
}

/** The menu of a language, from the commands that members may run. What is pressed rather than typed is not in it. */
export const menuOf = (commands: readonly Command[], t: Translator): TelegramCommand[] =>
  commands
    .filter(({ name, unlisted, access }) => !unlisted && access.includes('member') && LIMITS.commandName.test(name))
    .map(({ name }) => ({
      command: name,
      description: [...withoutIsolates(t(`command-${name}`))].slice(0, LIMITS.commandDescription).join(''),
    }));

/** https://core.telegram.org/bots/api#botcommandscope */
const SCOPES = ['all_private_chats', 'all_group_chats'] as const;

export interface PublishDeps {
  wire: Pick<Wire, 'call'>;
  core: Pick<Core, 'commands' | 'translator'>;
  stop: AbortSignal;
  random(): number;
  onTrouble(code: string): void;
}

/** Sets the menus: per scope in each language, and in English for every other one. Tries until it is done or stopped. */
export async function publishCommands({ wire, core, stop, random, onTrouble }: PublishDeps): Promise<void> {
  const menus = SCOPES.flatMap((type) =>
    [undefined, ...LANGUAGES].map((language) => ({
      commands: menuOf(core.commands, core.translator(language ?? 'en')),
      scope: { type },
      ...(language === undefined ? {} : { language_code: language }),
    })),
  );
  let failures = 0;
  while (menus[0] && !stop.aborted) {
    try {
      await wire.call('setMyCommands', menus[0]);
      menus.shift();
      failures = 0;
    } catch (error) {
      const { code, afterMs } = troubleOf(error);
      onTrouble(code === null ? 'network' : String(code));
      // a menu that Telegram does not take today it will not take tomorrow
      if (code === 400) return;
      const wait = Math.max(afterMs, backoffMs(failures++, random, { firstMs: 1_000 }));
      await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}
