import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { RawArgs } from '../../core/commands/arguments.ts';
import type { Command } from '../../core/commands/command.ts';
import type { Translator } from '../../core/reply/translator.ts';
import { label } from './buttons.ts';
import { customId } from './custom-id.ts';
import { INPUT_LABEL, MODAL_ROWS, MODAL_TITLE } from './limits.ts';

const ACTION_ROW = 1;
const TEXT_INPUT = 4;
const ONE_LINE = 1;
const PARAGRAPH = 2;

/** What a press, or a command by itself, leaves open, as a form; null: nothing is missing. `all`: what may be left out, too. */
export function formFor(
  command: Command,
  args: RawArgs,
  { t, all }: { t: Translator; all: boolean },
): APIModalInteractionResponseCallbackData | null {
  const missing = Object.entries(command.options).filter(([name, { required }]) => (all || required) && args[name] === undefined);
  if (missing.length === 0 || missing.length > MODAL_ROWS) return null;
  return {
    custom_id: customId({ command: command.name, args }),
    title: label(t(`command-${command.name}`), MODAL_TITLE),
    components: missing.map(([name, option]) => ({
      type: ACTION_ROW,
      components: [
        {
          type: TEXT_INPUT,
          custom_id: name,
          label: label(t(`command-${command.name}.${name}-word`), INPUT_LABEL),
          style: option.rest ? PARAGRAPH : ONE_LINE,
          required: option.required,
        },
      ],
    })),
  };
}
