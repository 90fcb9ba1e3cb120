import type { Command } from '../../core/commands/command.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Suggest } from '../suggestions.ts';
import { choicesFor } from './autocomplete.ts';
import type { Translators } from './commands.ts';
import { readCustomId } from './custom-id.ts';
import { formFor } from './form.ts';
import { interactionArrival } from './inbound.ts';
import { languageOfLocale } from './locale.ts';
import type { Interaction, InteractionOf } from './updates.ts';
import type { Wire } from './wire.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const MESSAGE = 4;
const THINKING = 5;
const CHOICES = 8;
const FORM = 9;
const EPHEMERAL = 1 << 6;

/** Interactions, by id, that are being kept and deferred: Discord takes no answer to one before it knows that it is deferred. */
export type Deferrals = Map<string, Promise<void>>;

export interface AcknowledgeDeps {
  wire: Wire;
  inbox: Pick<Delivery, 'keep'>;
  commands: readonly Command[];
  translators: Translators;
  suggest: Suggest;
  deferrals: Deferrals;
  onTrouble(error: unknown): void;
}

/**
 * Answers an interaction inside Discord's three seconds: suggestions and forms at once, all else with "thinking…" once it is in the
 * inbox. What the store could not take is said to be lost, to the asker alone. Never throws.
 */
export function createAcknowledge(deps: AcknowledgeDeps): (interaction: Interaction) => Promise<void> {
  const { wire, inbox, commands, translators, deferrals, onTrouble } = deps;

  const callback = ({ id, token }: Interaction, type: number, data?: unknown) =>
    wire({
      method: 'POST',
      path: `/interactions/${id}/${token}/callback`,
      body: { type, ...(data === undefined ? {} : { data }) },
      auth: false,
    });

  const translator = ({ locale }: Interaction) => translators(languageOfLocale(locale) ?? 'en');

  /** In servers the command says itself why not there. */
  function formOfCommand(interaction: InteractionOf<2>) {
    const { name, options = [] } = interaction.data;
    const command = commands.find((one) => one.name === name);
    if (!command?.form || options.length > 0 || interaction.guild_id !== undefined) return null;
    return formFor(command, {}, { t: translator(interaction), all: true });
  }

  function formOf(interaction: Interaction) {
    if (interaction.type === 2) return formOfCommand(interaction);
    if (interaction.type !== 3) return null;
    const pressed = readCustomId(interaction.data.values?.[0] ?? interaction.data.custom_id);
    const command = commands.find(({ name }) => name === pressed?.command);
    return pressed && command ? formFor(command, pressed.args, { t: translator(interaction), all: false }) : null;
  }

  async function keepAndDefer(interaction: Interaction): Promise<void> {
    const arrival = interactionArrival(interaction, commands);
    if (!arrival) return;
    const { hidden, ...kept } = arrival;
    let fresh: number;
    try {
      fresh = await inbox.keep([kept]);
    } catch (error) {
      onTrouble(error);
      const content = translator(interaction)('not-recorded');
      await callback(interaction, MESSAGE, { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } });
      return;
    }
    // a replay was acknowledged when it came first
    if (fresh > 0) await callback(interaction, THINKING, { flags: hidden ? EPHEMERAL : 0 });
  }

  async function acknowledge(interaction: Interaction): Promise<void> {
    try {
      if (interaction.type === 4)
        return void (await callback(interaction, CHOICES, { choices: await choicesFor(interaction, deps) }));
      const form = formOf(interaction);
      if (form) return void (await callback(interaction, FORM, form));
      await keepAndDefer(interaction);
    } catch (error) {
      // kept or not, there is nothing more to do here: what is kept is answered without having been acknowledged
      onTrouble(error);
    }
  }

  return async (interaction) => {
    const deferral = acknowledge(interaction);
    // the replay of one under way does not take its place
    if (!deferrals.has(interaction.id)) deferrals.set(interaction.id, deferral);
    await deferral;
    if (deferrals.get(interaction.id) === deferral) deferrals.delete(interaction.id);
  };
}
