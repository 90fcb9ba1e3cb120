import { setTimeout } from 'node:timers/promises';
import type { Command, Role } from '../../core/commands/command.ts';
import type { Core } from '../../core/core.ts';
import { withoutIsolates } from '../../core/reply/isolates.ts';
import type { Translator } from '../../core/reply/translator.ts';
import { LANGUAGES, type Language } from '../../db/schema/vocabulary.ts';
import type { Adapter, Outgoing } from '../delivery/adapter.ts';
import { backoffMs } from '../delivery/backoff.ts';
import { LIMITS } from './limits.ts';
import type { Request } from './render.ts';
import { troubleOf, type Wire } from './wire.ts';

export interface TelegramCommand {
  command: string;
  description: string;
}

/** Who sees a menu: somebody alone with the bot, people of any group, or the team in a chat of its own. */
type Audience = 'private' | 'groups' | 'team';
const READERS: Record<Audience, readonly Role[]> = { private: ['member'], groups: ['member'], team: ['member', 'moderator'] };
const LEFT_OUT: Record<Audience, Command['offered']> = { private: 'groups', groups: 'private', team: 'private' };

/** The menu of a language, from the commands that its readers may run. What is pressed rather than typed is not in it. */
export const menuOf = (commands: readonly Command[], t: Translator, audience: Audience): TelegramCommand[] =>
  commands
    .filter(({ name, unlisted, access, offered }) => {
      const isTheirs = READERS[audience].some((role) => access.includes(role));
      return isTheirs && !unlisted && (offered === undefined || offered !== LEFT_OUT[audience]) && LIMITS.commandName.test(name);
    })
    .map(({ name }) => ({
      command: name,
      description: [...withoutIsolates(t(`command-${name}`))].slice(0, LIMITS.commandDescription).join(''),
    }));

/** https://core.telegram.org/bots/api#botcommandscope */
type Scope = { type: 'all_private_chats' | 'all_group_chats' } | { type: 'chat'; chat_id: string };
type Menus = Pick<Core, 'commands' | 'translator'>;

/** Per language, and in English for every other one. */
const LANGUAGES_OF_MENUS = [undefined, ...LANGUAGES] as const;
const inLanguage = (language: Language | undefined) => (language === undefined ? {} : { language_code: language });

const menusOf = ({ commands, translator }: Menus, scope: Scope, audience: Audience) =>
  LANGUAGES_OF_MENUS.map((language) => ({
    commands: menuOf(commands, translator(language ?? 'en'), audience),
    scope,
    ...inLanguage(language),
  }));

const request = (chat: string, method: Request['method'], body: Request['body']): Outgoing => {
  const payload: Request = { method, body, file: null };
  return { chat, payload, files: [] };
};

/** Gives a chat of the team the team's menu, or takes it away: then that of all groups is seen there again. */
export const createMenus =
  (menus: Menus): NonNullable<Adapter['menus']> =>
  (chat, teamChat) => {
    const scope: Scope = { type: 'chat', chat_id: chat };
    return teamChat === 'bound'
      ? menusOf(menus, scope, 'team').map((body) => request(chat, 'setMyCommands', body))
      : LANGUAGES_OF_MENUS.map((language) => request(chat, 'deleteMyCommands', { scope, ...inLanguage(language) }));
  };

export interface PublishDeps {
  wire: Pick<Wire, 'call'>;
  core: Menus;
  /** Chats of the team, which may know commands of an older dalil. */
  teamChats(): Promise<string[]>;
  stop: AbortSignal;
  random(): number;
  onTrouble(code: string): void;
}

/** Sets the menus. Tries until it is done or stopped; a menu that Telegram does not take today it will not take tomorrow. */
export async function publishCommands({ wire, core, teamChats, stop, random, onTrouble }: PublishDeps): Promise<void> {
  const menus = [
    ...menusOf(core, { type: 'all_private_chats' }, 'private'),
    ...menusOf(core, { type: 'all_group_chats' }, 'groups'),
  ];
  const chats = await teamChats().catch(() => []);
  menus.push(...chats.flatMap((chat_id) => menusOf(core, { type: 'chat', chat_id }, 'team')));
  let failures = 0;
  while (menus[0] && !stop.aborted) {
    try {
      await wire.call('setMyCommands', menus[0]);
      menus.shift();
      failures = 0;
    } catch (error) {
      const { code, afterMs } = troubleOf(error);
      onTrouble(code === null ? 'network' : String(code));
      if (code === 400 || code === 403) menus.shift();
      else {
        const wait = Math.max(afterMs, backoffMs(failures++, random, { firstMs: 1_000 }));
        await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
      }
    }
  }
}
