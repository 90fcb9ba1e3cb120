import type { APIMessage, APIUser, GatewayDispatchPayload } from 'discord-api-types/v10';
import { customId } from '../../../src/bots/discord/custom-id.ts';
import { newToken } from '../../fakes/discord/answers.ts';
import { memberObject, userObject } from '../../fakes/discord/objects.ts';
import type { FakeDiscord } from '../../fakes/discord/server.ts';
import type { FakeChannel, FakeInteraction } from '../../fakes/discord/state.ts';
import { PEOPLE, type Place, WHO, type Who } from './cells.ts';
import type { Hand, Words } from './said.ts';

export interface DiscordHand extends Hand {
  bound: FakeChannel;
  /** Ids of the server's roles. */
  roles: Record<'viewer' | 'moderator' | 'lead', string>;
  personOf(who: Who): string;
}

const LOADING = 128;

export function createDiscordHand(fake: FakeDiscord): DiscordHand {
  const { state, gateway } = fake;
  const roles = { viewer: state.id(), moderator: state.id(), lead: state.id() };
  const elsewhere = state.id();
  const channels: Record<Exclude<Place, 'private'>, FakeChannel> = {
    bound: state.open('text'),
    group: state.open('text'),
    foreign: state.open('text'),
  };
  channels.foreign.guild = elsewhere;
  const people = new Map(
    WHO.map((who) => {
      const user = userObject(state.id(), who);
      return [who, { user, dm: state.open('dm', { with: user }) }] as const;
    }),
  );
  const stranger = userObject(state.id(), 'another', true);
  const said = new Map<number, { interaction: FakeInteraction } | { message: APIMessage }>();
  const dispatch = (t: string, d: unknown) => gateway.dispatch({ t, d } as Pick<GatewayDispatchPayload, 't' | 'd'>);

  const rolesOf = (who: Who): string[] => {
    const { there } = PEOPLE[who];
    return there === null ? [] : [roles[there]];
  };

  function place(words: Words): { user: APIUser; channel: FakeChannel; inGuild: Record<string, unknown> } {
    const person = people.get(words.who);
    if (!person) throw new Error(`nobody is called ${words.who}`);
    const channel = words.place === 'private' ? person.dm : channels[words.place];
    return { user: person.user, channel, inGuild: channel.guild === null ? {} : { guild_id: channel.guild } };
  }

  function writes(words: Words, n: number, text: string): void {
    const { user, channel, inGuild } = place(words);
    const { user: _, ...member } = memberObject(user, rolesOf(words.who));
    const author = words.way === 'bot' ? stranger : user;
    const message = state.post({ channel: channel.id, author, content: `<@${state.bot.id}> ${text}`, mentions: [state.bot] });
    said.set(n, { message });
    if (words.way === 'edited') message.edited_timestamp = new Date(state.now() + 1_000).toISOString();
    dispatch(words.way === 'edited' ? 'MESSAGE_UPDATE' : 'MESSAGE_CREATE', {
      ...message,
      ...inGuild,
      ...(channel.guild === null ? {} : { member }),
      ...(words.way === 'webhook' ? { webhook_id: stranger.id } : {}),
      ...(words.way === 'forwarded' ? { message_reference: { type: 1, message_id: message.id, channel_id: channel.id } } : {}),
    });
  }

  function interacts(words: Words, n: number, kind: { type: number; data: unknown; message?: unknown }): void {
    const { user, channel, inGuild } = place(words);
    const interaction: FakeInteraction = {
      id: state.id(),
      token: newToken(),
      type: kind.type,
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
    said.set(n, { interaction });
    const member = { ...memberObject(user, rolesOf(words.who)), permissions: state.permissions };
    const packet = {
      id: interaction.id,
      application_id: state.application,
      token: interaction.token,
      version: 1,
      channel_id: channel.id,
      channel: state.channelObject(channel),
      ...inGuild,
      ...(channel.guild === null ? { user } : { member }),
      locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: words.way === 'added to a person' ? { 1: user.id } : { 0: channel.guild ?? state.guild },
      context: channel.guild === null ? 1 : 0,
      ...kind,
    };
    dispatch('INTERACTION_CREATE', packet);
    if (words.way === 'replayed' || words.way === 'pressed again') dispatch('INTERACTION_CREATE', packet);
  }

  function say(words: Words, n: number): void {
    const { command: name, args } = words;
    const typed = `/${name} ${Object.values(args).join(' ')}`;
    const options = Object.entries(args).map(([option, value]) => ({ name: option, type: 3, value }));
    const under = (author: APIUser) => ({ id: state.id(), channel_id: place(words).channel.id, author, flags: 0 });
    const slash = () => interacts(words, n, { type: 2, data: { id: state.id(), name, type: 1, options } });
    const press = (author: APIUser) =>
      interacts(words, n, {
        type: 3,
        data: { component_type: 2, custom_id: words.data ?? customId({ command: name, args }) },
        message: under(author),
      });
    const [first = ['x', ''], ...rest] = Object.entries(args);
    const ways: Record<string, () => void> = {
      slash,
      replayed: slash,
      'added to a person': slash,
      pressed: () => press(state.bot),
      'pressed again': () => press(state.bot),
      'pressed elsewhere': () => press(stranger),
      form: () => {
        const components = rest.map(([custom_id, value]) => ({ type: 1, components: [{ type: 4, custom_id, value }] }));
        const custom_id = customId({ command: name, args: Object.keys(args).length === 0 ? {} : Object.fromEntries([first]) });
        interacts(words, n, { type: 5, data: { custom_id, components }, message: under(state.bot) });
      },
      suggestions: () => {
        const focused = { name: first[0], type: 3, value: first[1].slice(0, 3), focused: true };
        interacts(words, n, { type: 4, data: { id: state.id(), name, type: 1, options: [focused] } });
      },
    };
    (ways[words.way] ?? (() => writes(words, n, typed)))();
  }

  return {
    bound: channels.bound,
    roles,
    personOf: (who) => people.get(who)?.user.id ?? '',
    say,
    answer(n) {
      const one = said.get(n);
      if (!one) return null;
      if ('message' in one) {
        const { messages } = state.channel(one.message.channel_id);
        const found = messages.find(
          ({ message_reference: to, author }) => to?.message_id === one.message.id && author.id === state.bot.id,
        );
        return found ? { text: found.content } : null;
      }
      const { interaction } = one;
      // a form was opened
      if (interaction.acknowledged === 9) return { text: '' };
      if (interaction.type === 4) return interaction.acknowledged === 8 ? 'suggested' : null;
      const shown = interaction.deleted ? interaction.further[0] : interaction.original;
      return shown && ((shown.flags ?? 0) & LOADING) === 0 ? { text: shown.content } : null;
    },
  };
}
