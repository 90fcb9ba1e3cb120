// A bot that does what stock pollers do: it tells Telegram that updates are read, and keeps them afterwards. It must lose some.

import { createDelivery } from '../../src/bots/delivery/delivery.ts';
import { createTelegram } from '../../src/bots/telegram/adapter.ts';
import { takeIn, UPDATES } from '../../src/bots/telegram/intake.ts';
import { updateNumber } from '../../src/bots/telegram/updates.ts';
import { createWire } from '../../src/bots/telegram/wire.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openDalil } from '../../src/main.ts';

const config = readConfig();
const clock = () => new Date();
const { core } = await openDalil({ config, log: createLog('silent'), say: () => {}, clock });
const wire = createWire(config.telegram?.token ?? '', config.telegram?.apiRoot ?? '');
const me = { id: '4242', username: 'dalil_test_bot', isCommand: () => true };
const adapter = createTelegram({ me, wire, conversation: (chat) => chat, role: () => 'member' });
const delivery = createDelivery({ core, adapter, clock, random: Math.random, report: () => {} });
delivery.start();
for (;;) {
  const updates = await wire.call('getUpdates', { timeout: 1, limit: 100, allowed_updates: UPDATES });
  if (!Array.isArray(updates) || updates.length === 0) continue;
  const offset = Math.max(...updates.flatMap((update) => updateNumber(update) ?? [])) + 1;
  await wire.call('getUpdates', { offset, timeout: 0, limit: 1, allowed_updates: UPDATES });
  await takeIn(updates, { wire, delivery });
}
