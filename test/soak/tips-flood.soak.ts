import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startTelegram } from '../bots/telegram/started.ts';
import { person } from '../fakes/telegram/person.ts';
import { startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

const telegram = await startFakeTelegram();
afterAll(() => telegram.close());

const CONTACTS = 50;
/** 10,000 a minute, for half a minute. */
const PER_SECOND = 167;
const SECONDS = 30;
const OTHERS = 20;

test('a flood from fifty contacts keeps no other contact waiting', async () => {
  const store = await factsStore();
  startTelegram(await startOn(store), telegram);
  await person(telegram, { id: 9000 }).says('/help');
  const crowd = Array.from({ length: CONTACTS }, (_, i) => person(telegram, { id: 10_000 + i }));
  let sent = 0;
  const flood = setInterval(() => {
    for (let i = 0; i < PER_SECOND / 10; i++) {
      sent++;
      crowd[sent % CONTACTS]?.sends(`they are shooting near Sukhnah now, ${sent} soldiers killed`);
    }
  }, 100);
  const waits: number[] = [];
  for (let i = 0; i < OTHERS; i++) {
    await setTimeout((SECONDS * 1000) / OTHERS - Math.min(waits.at(-1) ?? 0, 1000));
    const before = performance.now();
    const reply = await person(telegram, { id: 20_000 + i }).says('mine went off near Palmyra today, a shepherd is hurt');
    expect(reply.text).toContain('Kept.');
    waits.push(performance.now() - before);
  }
  clearInterval(flood);
  waits.sort((a, b) => a - b);
  console.info({
    flood: sent,
    receiptMs: {
      median: Math.round(waits[OTHERS / 2] ?? 0),
      p95: Math.round(waits[OTHERS - 2] ?? 0),
      most: Math.round(waits.at(-1) ?? 0),
    },
  });
  // the goal is two seconds on a machine of its own; here others work too
  expect(waits[OTHERS / 2]).toBeLessThan(10_000);
});
