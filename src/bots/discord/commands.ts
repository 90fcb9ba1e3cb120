import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Option } from '../../core/commands/command.ts';
import { withoutIsolates } from '../../core/reply/isolates.ts';
import type { Translator } from '../../core/reply/translator.ts';
import type { Language } from '../../db/schema/vocabulary.ts';
import { isSuggested } from './autocomplete.ts';
import { COMMAND_NAME, DESCRIPTION } from './limits.ts';
import { inArabic } from './locale.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const STRING = 3;
const INTEGER = 4;
/** In servers and in private chats with the bot: https://discord.com/developers/docs/interactions/application-commands#interaction-contexts */
const CONTEXTS = [0, 1];
/** Added to a server, not to a person. */
const INSTALLED_IN_SERVERS = [0];
const NOBODY = '0';

export type Translators = (language: Language) => Translator;

function described(say: (t: Translator) => string, translators: Translators) {
  const [description, arabic] = (['en', 'ar'] as const).map((language) => withoutIsolates(say(translators(language))));
  for (const text of [description, arabic]) {
    if (text === undefined || text.length > DESCRIPTION)
      throw new RangeError(`Discord shows ${DESCRIPTION} characters of “${text}”`);
  }
  return { description: description ?? '', description_localizations: inArabic(arabic ?? '') };
}

/** A word of usage ("REF", "السؤال") as a name that Discord takes; null where it takes none. */
function localName(word: string): string | null {
  const name = withoutIsolates(word).toLowerCase().replace(/\s+/gu, '-');
  return COMMAND_NAME.test(name) ? name : null;
}

function optionJson(name: string, option: Option, say: { command: string; translators: Translators; taken: Set<string> }) {
  const { command, translators, taken } = say;
  const arabic = localName(translators('ar')(`command-${command}.${name}-word`));
  const usable = arabic !== null && !taken.has(arabic);
  if (usable) taken.add(arabic);
  const common = {
    name,
    ...(usable ? { name_localizations: inArabic(arabic) } : {}),
    ...described((t) => t(`command-${command}.${name}`), translators),
    required: option.required,
  };
  const kinds = {
    text: (): APIApplicationCommandBasicOption => ({ ...common, type: STRING, autocomplete: isSuggested(command, name) }),
    integer: (): APIApplicationCommandBasicOption => ({
      ...common,
      type: INTEGER,
      ...(option.kind === 'integer' && option.min !== undefined ? { min_value: option.min } : {}),
      ...(option.kind === 'integer' && option.max !== undefined ? { max_value: option.max } : {}),
    }),
    choice: (): APIApplicationCommandBasicOption => ({
      ...common,
      type: STRING,
      choices: option.kind === 'choice' ? option.choices.map((value) => ({ name: value, value })) : [],
    }),
  } satisfies { [K in Option['kind']]: () => APIApplicationCommandBasicOption };
  return kinds[option.kind]();
}

function commandJson(command: Command, translators: Translators): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, options, access } = command;
  const taken = new Set<string>();
  const entries = Object.entries(options).sort(([, a], [, b]) => Number(b.required) - Number(a.required));
  return {
    name,
    ...described((t) => t(`command-${name}`), translators),
    options: entries.map(([option, described]) => optionJson(option, described, { command: name, translators, taken })),
    contexts: CONTEXTS,
    integration_types: INSTALLED_IN_SERVERS,
    // hidden from who may not use it, as far as a server's owner leaves it so; who may is decided when it is run
    ...(access.includes('member') ? {} : { default_member_permissions: NOBODY }),
  };
}

/** Every command as a slash command, described in both languages; required options first. Throws RangeError where a description is too long. */
export const slashCommands = (commands: readonly Command[], translators: Translators): RESTPutAPIApplicationCommandsJSONBody =>
  commands.filter(({ unlisted }) => !unlisted).map((command) => commandJson(command, translators));
