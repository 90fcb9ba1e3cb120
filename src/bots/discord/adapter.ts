import type { Adapter } from '../delivery/adapter.ts';
import { removalOf } from './channels.ts';
import { fits } from './custom-id.ts';
import { createFetch, type FilesDeps } from './files.ts';
import { type ReadDeps, readArrival } from './inbound.ts';
import { GLOBAL_PACE_MS } from './limits.ts';
import { routeSchema } from './payload.ts';
import { renderDiscord } from './render.ts';
import { createSending, type SendingDeps } from './sending.ts';

/** Discord behind delivery. The buckets of single channels are discord.js's to keep. */
export const createDiscordAdapter = (deps: ReadDeps & SendingDeps & FilesDeps): Adapter => ({
  platform: 'discord',
  bot: deps.bot,
  read: (arrival) => readArrival(arrival, deps),
  fits,
  hides: (route) => routeSchema.parse(route).kind === 'interaction',
  render: (reply, route) => renderDiscord(reply, routeSchema.parse(route)),
  send: createSending(deps),
  takeBack: removalOf,
  // what people say in private chats only they can delete: https://discord.com/developers/docs/resources/message#delete-message
  erase: () => null,
  fetch: createFetch(deps),
  pace: { chatMs: () => 0, allMs: GLOBAL_PACE_MS },
});
