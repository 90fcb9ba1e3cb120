import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Suggest, SuggestionKind } from '../suggestions.ts';
import { label } from './buttons.ts';
import { CHOICE, CHOICES } from './limits.ts';
import { languageOfLocale } from './locale.ts';
import type { InteractionOf } from './updates.ts';

/** Options that are helped while they are typed, by command and option. */
const SUGGESTED: Readonly<Record<string, SuggestionKind>> = {
  'ask.text': 'question',
  'incident.ref': 'ref',
  'source.name': 'source',
  'help.command': 'command',
  'edit.field': 'edited',
  'edit.value': 'value',
  'change.incident': 'ref',
  'change.field': 'changed',
  'change.value': 'value',
  'merge.incident': 'ref',
  'account.incident': 'ref',
  'account.told': 'told',
  'correct.incident': 'ref',
};

export const isSuggested = (command: string, option: string): boolean => SUGGESTED[`${command}.${option}`] !== undefined;

/** What Discord shows below the option that is being typed. A value that does not fit is left out: shortened it would mean another thing. */
export async function choicesFor(
  interaction: InteractionOf<4>,
  { suggest }: { suggest: Suggest },
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const { data, locale } = interaction;
  const option = data.options.find(({ focused }) => focused);
  const kind = SUGGESTED[`${data.name}.${option?.name}`];
  if (!option || !kind) return [];
  const typing = {
    typed: String(option.value ?? ''),
    language: languageOfLocale(locale) ?? 'en',
    role: 'member' as const,
    most: CHOICES,
    given: Object.fromEntries(data.options.flatMap((one) => ('value' in one ? [[one.name, String(one.value)]] : []))),
  };
  const suggestions = await suggest(kind, typing);
  return suggestions
    .filter(({ value }) => value !== '' && value.length <= CHOICE)
    .map((suggestion) => ({ name: label(suggestion.label, CHOICE), value: suggestion.value }));
}
