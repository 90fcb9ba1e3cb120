import { z } from 'zod';
import {
  type Answered,
  type Asked,
  acknowledge,
  createMessage,
  deleteMessage,
  deleteOriginal,
  editMessage,
  editOriginal,
  followUp,
  history,
  NO_ACCESS,
  ok,
  openPrivate,
  UNKNOWN_MESSAGE,
} from './answers.ts';
import { memberObject } from './objects.ts';
import {
  callback,
  channelMessage,
  commandList,
  historyQuery,
  messageEdit,
  noBody,
  noQuery,
  recipient,
  waitQuery,
  webhookEdit,
  webhookMessage,
} from './requests.ts';
import type { FakeState } from './state.ts';

export interface Route {
  method: string;
  pattern: RegExp;
  /** As documented, for messages and logs. */
  name: string;
  body: z.ZodType;
  query: z.ZodType;
  /** With the bot's token; interactions have their own. */
  auth: boolean;
  answer(state: FakeState, asked: Asked, fake: { url: string }): Answered;
}

export const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^\/gateway\/bot$/u,
    name: '/gateway/bot',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (_state, _asked, { url }) =>
      ok({
        url: `${url.replace('http', 'ws')}/gateway`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      }),
  },
  {
    method: 'GET',
    pattern: /^\/users\/@me$/u,
    name: '/users/@me',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state) => ok(state.bot),
  },
  {
    method: 'GET',
    pattern: /^\/applications\/@me$/u,
    name: '/applications/@me',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state) =>
      ok({
        id: state.application,
        name: 'dalil',
        icon: null,
        description: '',
        bot_public: false,
        bot_require_code_grant: false,
        verify_key: '00',
        flags: state.contentIntent ? 1 << 19 : 0,
      }),
  },
  {
    method: 'PUT',
    pattern: /^\/applications\/(\d+)\/commands$/u,
    name: '/applications/{application.id}/commands',
    body: commandList,
    query: noQuery,
    auth: true,
    answer: (state, { body }) => {
      state.commands = z.array(z.looseObject({})).parse(body);
      return ok(
        state.commands.map((command) => ({
          id: state.id(),
          application_id: state.application,
          version: state.id(),
          type: 1,
          ...(command as object),
        })),
      );
    },
  },
  {
    method: 'POST',
    pattern: /^\/interactions\/(\d+)\/([\w-]+)\/callback$/u,
    name: '/interactions/{interaction.id}/{interaction.token}/callback',
    body: callback,
    query: noQuery,
    auth: false,
    answer: (state, asked, { url }) => acknowledge(state, asked, url),
  },
  {
    method: 'PATCH',
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)\/messages\/@original$/u,
    name: '/webhooks/{application.id}/{interaction.token}/messages/@original',
    body: webhookEdit,
    query: noQuery,
    auth: false,
    answer: (state, asked, { url }) => editOriginal(state, asked, url),
  },
  {
    method: 'DELETE',
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)\/messages\/@original$/u,
    name: '/webhooks/{application.id}/{interaction.token}/messages/@original',
    body: noBody,
    query: noQuery,
    auth: false,
    answer: deleteOriginal,
  },
  {
    method: 'POST',
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)$/u,
    name: '/webhooks/{application.id}/{interaction.token}',
    body: webhookMessage,
    query: waitQuery,
    auth: false,
    answer: (state, asked, { url }) => followUp(state, asked, url),
  },
  {
    method: 'POST',
    pattern: /^\/channels\/(\d+)\/messages$/u,
    name: '/channels/{channel.id}/messages',
    body: channelMessage,
    query: noQuery,
    auth: true,
    answer: (state, asked, { url }) => createMessage(state, asked, url),
  },
  {
    method: 'POST',
    pattern: /^\/users\/@me\/channels$/u,
    name: '/users/@me/channels',
    body: recipient,
    query: noQuery,
    auth: true,
    answer: openPrivate,
  },
  {
    method: 'PATCH',
    pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/u,
    name: '/channels/{channel.id}/messages/{message.id}',
    body: messageEdit,
    query: noQuery,
    auth: true,
    answer: (state, asked, { url }) => editMessage(state, asked, url),
  },
  {
    method: 'DELETE',
    pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/u,
    name: '/channels/{channel.id}/messages/{message.id}',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: deleteMessage,
  },
  {
    method: 'GET',
    pattern: /^\/guilds\/(\d+)\/roles$/u,
    name: '/guilds/{guild.id}/roles',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state, { at: [guild = ''] }) =>
      guild === state.guild ? ok([{ id: guild, name: '@everyone', permissions: state.permissions }, ...state.roles]) : NO_ACCESS,
  },
  {
    method: 'GET',
    pattern: /^\/guilds\/(\d+)\/members\/(\d+)$/u,
    name: '/guilds/{guild.id}/members/{user.id}',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state, { at: [guild = ''] }) => (guild === state.guild ? ok(memberObject(state.bot, [])) : NO_ACCESS),
  },
  {
    method: 'GET',
    pattern: /^\/channels\/(\d+)$/u,
    name: '/channels/{channel.id}',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state, { at: [id = ''] }) => {
      const channel = state.channels.get(id);
      return channel ? ok(state.channelObject(channel)) : NO_ACCESS;
    },
  },
  {
    method: 'GET',
    pattern: /^\/channels\/(\d+)\/messages$/u,
    name: '/channels/{channel.id}/messages',
    body: noBody,
    query: historyQuery,
    auth: true,
    answer: history,
  },
  {
    method: 'GET',
    pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/u,
    name: '/channels/{channel.id}/messages/{message.id}',
    body: noBody,
    query: noQuery,
    auth: true,
    answer: (state, { at: [channel = '', id = ''] }) => {
      const message = state.message(channel, id);
      return message ? ok(message) : UNKNOWN_MESSAGE;
    },
  },
];
