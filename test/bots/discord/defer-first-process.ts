// A bot that does what most bots do: it tells Discord that it works on a command, and keeps the command afterwards. It must lose some.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createConversationKey } from '../../../src/bots/conversation-key.ts';
import { createDelivery } from '../../../src/bots/delivery/delivery.ts';
import { createDiscordAdapter } from '../../../src/bots/discord/adapter.ts';
import { identify } from '../../../src/bots/discord/checks.ts';
import { createGateway } from '../../../src/bots/discord/gateway.ts';
import { interactionArrival } from '../../../src/bots/discord/inbound.ts';
import { createPlaces } from '../../../src/bots/discord/places.ts';
import { createRest, createWire } from '../../../src/bots/discord/wire.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { openDalil } from '../../../src/main.ts';

const DEFER = { type: 5, data: { flags: 0 } };

const config = readConfig();
const clock = () => new Date();
const quiet = () => {};
const { core } = await openDalil({ config, log: createLog('silent'), say: quiet, clock });
const { token = '', api } = config.discord ?? {};
const rest = createRest({ token, api });
const wire = createWire(rest, token);
const identity = await identify(wire);
const key = createConversationKey({ directory: join(config.home, 'keys'), random: randomBytes });
const adapter = createDiscordAdapter({
  wire,
  api,
  bot: identity.bot,
  clock,
  deferrals: new Map(),
  conversationKey: (place, person) => key('discord', place, person),
});
const delivery = createDelivery({ core, adapter, clock, random: Math.random, report: quiet });
delivery.start();
const gateway = createGateway({
  rest,
  wire,
  token,
  identity,
  places: createPlaces(wire, identity.bot),
  inbox: delivery,
  async acknowledge(interaction) {
    const arrival = interactionArrival(interaction, core.commands);
    if (!arrival) return;
    const { hidden: _, ...kept } = arrival;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    await wire({ method: 'POST', path, body: DEFER, auth: false });
    await delivery.keep([kept]);
  },
  clock,
  pause: async () => {},
  say: quiet,
  onTrouble: quiet,
  onProblem: quiet,
});
await gateway.connect();
process.once('SIGTERM', async () => {
  await gateway.close();
  await delivery.stop();
  process.exit(0);
});
