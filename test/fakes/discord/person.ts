import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  type GatewayDispatchPayload,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import { newToken } from './answers.ts';
import { memberObject, userObject } from './objects.ts';
import type { FakeDiscord } from './server.ts';
import type { FakeChannel, FakeInteraction } from './state.ts';

const EPHEMERAL = 64;
const LOADING = 128;

/** A message of the bot, as a person sees it. */
export interface SeenMessage {
  id: string;
  text: string;
  /** Labels of the buttons and of the options of menus. */
  buttons: string[];
  files: { name: string; description: string }[];
  /** Seen by nobody else. */
  forMeAlone: boolean;
  raw: APIMessage;
}

interface Control {
  label: string;
  customId: string;
  value?: string;
}

interface Component {
  custom_id?: string;
  label?: string;
  options?: { label: string; value: string }[];
}

const controlsOf = (message: APIMessage): Control[] =>
  (message.components ?? []).flatMap((row) =>
    ('components' in row ? (row.components as unknown as Component[]) : []).flatMap(
      ({ custom_id: customId = '', label = '', options }) =>
        options ? options.map((option) => ({ label: option.label, customId, value: option.value })) : [{ label, customId }],
    ),
  );

export const seen = (raw: APIMessage): SeenMessage => ({
  id: raw.id,
  text: raw.content,
  buttons: controlsOf(raw).map(({ label }) => label),
  files: raw.attachments.map(({ filename, description = '' }) => ({ name: filename, description })),
  forMeAlone: ((raw.flags ?? 0) & EPHEMERAL) !== 0,
  raw,
});

export interface Saying {
  /** Default: the private chat with the bot. */
  in?: FakeChannel;
  mention?: boolean;
  replyTo?: SeenMessage;
  files?: { name: string; mime: string; data: Buffer }[];
}

export interface FormOpened {
  title: string;
  fields: string[];
  fill(values: Record<string, string>): Promise<SeenMessage>;
}

/** Somebody who uses Discord. Every verb waits for what it brings about, never for time. */
export interface Person {
  user: APIUser;
  /** The private chat with the bot. */
  dm: FakeChannel;
  /** Sends a message without waiting for anything. */
  sends(text: string, saying?: Saying): APIMessage;
  /** Sends a message and resolves with the answer to it. */
  says(text: string, saying?: Saying): Promise<SeenMessage>;
  edits(message: APIMessage, text: string): void;
  deletes(message: APIMessage): void;
  /** A slash command without waiting. */
  starts(command: string, options?: Record<string, string | number>, where?: FakeChannel): FakeInteraction;
  runs(command: string, options?: Record<string, string | number>, where?: FakeChannel): Promise<SeenMessage>;
  /** What is suggested while the option is typed; `given`: options that are filled in already. */
  types(
    command: string,
    option: string,
    text: string,
    given?: Record<string, string>,
  ): Promise<{ name: string; value: string }[]>;
  /** Presses the button, or picks the option, with this label on the message. */
  presses(label: string, on: SeenMessage): Promise<SeenMessage>;
  /** The same without waiting. */
  startsPress(label: string, on: SeenMessage): FakeInteraction;
  pressesForForm(label: string, on: SeenMessage): Promise<FormOpened>;
  /** A slash command by itself, in private, that opens a form. */
  runsForForm(command: string): Promise<FormOpened>;
  /** Begins a thread at a message. */
  beginsThread(at: SeenMessage): FakeChannel;
}

export interface PersonOptions {
  locale?: Locale | 'ar';
  roles?: string[];
}

export function createPerson(
  fake: FakeDiscord,
  name: string,
  { locale = Locale.EnglishUS, roles = [] }: PersonOptions = {},
): Person {
  const { state, gateway } = fake;
  const user = userObject(state.id(), name);
  const dm = state.open('dm', { with: user });
  const dispatch = (t: string, d: unknown) => gateway.dispatch({ t, d } as Pick<GatewayDispatchPayload, 't' | 'd'>);

  const place = (channel: FakeChannel) => (channel.guild === null ? {} : { guild_id: channel.guild });
  const inGuild = (channel: FakeChannel, message: APIMessage) => {
    const { user: _, ...member } = memberObject(user, roles);
    return { ...message, ...place(channel), ...(channel.guild === null ? {} : { member }) };
  };

  function uploaded({ name: filename, mime, data }: NonNullable<Saying['files']>[number]): APIAttachment {
    const id = state.id();
    const path = `/cdn/attachments/${dm.id}/${id}/${encodeURIComponent(filename)}`;
    state.files.set(path, data);
    const url = new URL(path, fake.api).href;
    return { id, filename, size: data.length, url, proxy_url: url, content_type: mime };
  }

  function sends(text: string, { in: channel = dm, mention = false, replyTo, files = [] }: Saying = {}): APIMessage {
    const message = state.post({
      channel: channel.id,
      author: user,
      content: mention ? `<@${state.bot.id}> ${text}` : text,
      mentions: mention || replyTo ? [state.bot] : [],
      ...(replyTo ? { reference: replyTo.raw } : {}),
      attachments: files.map(uploaded),
    });
    dispatch('MESSAGE_CREATE', inGuild(channel, message));
    return message;
  }

  const answerTo = (message: APIMessage) =>
    fake.until(() => {
      const found = state
        .channel(message.channel_id)
        .messages.find((one) => one.message_reference?.message_id === message.id && one.author.id === state.bot.id);
      return found && seen(found);
    }, `an answer to “${message.content}”`);

  function interact(
    type: InteractionType,
    data: unknown,
    channel: FakeChannel,
    more: Record<string, unknown> = {},
  ): FakeInteraction {
    const interaction: FakeInteraction = {
      id: state.id(),
      token: newToken(),
      type,
      channel: channel.id,
      created: state.now(),
      by: user,
      acknowledged: null,
      hidden: false,
      data: null,
      original: null,
      further: [],
      deleted: false,
    };
    state.interactions.set(interaction.id, interaction);
    const member = { ...memberObject(user, roles), permissions: state.permissions };
    dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: state.application,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel_id: channel.id,
      channel: state.channelObject(channel),
      ...place(channel),
      ...(channel.guild === null ? { user } : { member, guild: { id: channel.guild, features: [], locale: Locale.EnglishUS } }),
      app_permissions: state.permissions,
      locale,
      entitlements: [],
      authorizing_integration_owners: { 0: state.guild },
      context: channel.guild === null ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...more,
    });
    return interaction;
  }

  /** What the person sees in the end: the first answer once it has come, or what came in its place. */
  const outcomeOf = (interaction: FakeInteraction, what: string) =>
    fake.until(() => {
      const { original, deleted, further } = interaction;
      if (deleted) return further[0] && seen(further[0]);
      return original && ((original.flags ?? 0) & LOADING) === 0 ? seen(original) : null;
    }, what);

  const optionsOf = (options: Record<string, string | number>) =>
    Object.entries(options).map(([option, value]) => ({ name: option, type: typeof value === 'number' ? 4 : 3, value }));

  const starts: Person['starts'] = (command, options = {}, where = dm) =>
    interact(
      InteractionType.ApplicationCommand,
      { id: state.id(), name: command.replace('/', ''), type: 1, options: optionsOf(options) },
      where,
    );

  function press(label: string, on: SeenMessage): FakeInteraction {
    const control = controlsOf(on.raw).find((one) => one.label === label);
    if (!control) throw new Error(`no button “${label}” among ${on.buttons.join(', ')}`);
    const data =
      control.value === undefined
        ? { component_type: 2, custom_id: control.customId }
        : { component_type: 3, custom_id: control.customId, values: [control.value] };
    return interact(InteractionType.MessageComponent, data, state.channel(on.raw.channel_id), { message: on.raw });
  }

  async function formBy(
    interaction: FakeInteraction,
    what: string,
    { channel, on }: { channel: FakeChannel; on: APIMessage | null },
  ): Promise<FormOpened> {
    await fake.until(() => interaction.acknowledged === 9, what);
    const form = interaction.data as {
      title: string;
      custom_id: string;
      components: { components: { custom_id: string; label: string }[] }[];
    };
    const inputs = form.components.flatMap(({ components }) => components);
    return {
      title: form.title,
      fields: inputs.map((input) => input.label),
      fill(values) {
        const components = inputs.map(({ custom_id, label: field }) => ({
          type: 1,
          components: [{ type: 4, custom_id, value: values[field] ?? '' }],
        }));
        const data = { custom_id: form.custom_id, components };
        const submitted = interact(InteractionType.ModalSubmit, data, channel, on ? { message: on } : {});
        return outcomeOf(submitted, `an answer to the form “${form.title}”`);
      },
    };
  }

  return {
    user,
    dm,
    sends,
    says: (text, saying) => answerTo(sends(text, saying)),
    edits(message, text) {
      message.content = text;
      message.edited_timestamp = new Date(state.now() + 1_000).toISOString();
      dispatch('MESSAGE_UPDATE', inGuild(state.channel(message.channel_id), message));
    },
    deletes(message) {
      const channel = state.channel(message.channel_id);
      channel.messages = channel.messages.filter((one) => one !== message);
      dispatch('MESSAGE_DELETE', { id: message.id, channel_id: channel.id, ...place(channel) });
    },
    starts,
    runs: (command, options, where) => outcomeOf(starts(command, options, where), `an answer to ${command}`),
    async types(command, option, text, given = {}) {
      const data = {
        id: state.id(),
        name: command.replace('/', ''),
        type: 1,
        options: [
          ...Object.entries(given).map(([name, value]) => ({ name, type: 3, value })),
          { name: option, type: 3, value: text, focused: true },
        ],
      };
      const interaction = interact(InteractionType.ApplicationCommandAutocomplete, data, dm);
      await fake.until(() => interaction.acknowledged === 8, `suggestions for “${text}”`);
      return (interaction.data as { choices: { name: string; value: string }[] }).choices;
    },
    presses: (label, on) => outcomeOf(press(label, on), `an answer to the button “${label}”`),
    startsPress: press,
    pressesForForm: (label, on) =>
      formBy(press(label, on), `a form for the button “${label}”`, { channel: state.channel(on.raw.channel_id), on: on.raw }),
    runsForForm: (command) => formBy(starts(command), `a form for ${command}`, { channel: dm, on: null }),
    beginsThread(at) {
      // a thread has the id of the message that it began with
      const thread = state.open('thread', { id: at.id, parent: at.raw.channel_id });
      dispatch('THREAD_CREATE', { ...state.channelObject(thread), newly_created: true });
      return thread;
    },
  };
}
