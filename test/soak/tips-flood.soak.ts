import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { offerEnrolment } from '../../src/core/moderation/team.ts';
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
const OTHERS = 40;
/** What others send meanwhile. */
const SENT = {
  receipt: { says: 'mine went off near Palmyra today, a shepherd is hurt', sees: 'Kept.' },
  answer: { says: 'how many attacks near Sukhnah in April 2023?', sees: 'Sukhnah' },
} as const;

test('a flood from fifty contacts keeps no other contact waiting', async () => {
  const store = await factsStore();
  const core = await startOn(store);
  startTelegram(core, telegram);
  const { vault, newId } = core;
  const offer = { code: '4F7K-9QXM-2ZT1', role: 'lead' as const, moderatorId: null, madeBy: null };
  await offerEnrolment(store.db, offer, { vault, newId, now: new Date() });
  await person(telegram, { id: 8001 }).says(`/enrol ${offer.code} Rana`);
  // each message of the flood changes a card there
  expect((await person(telegram, { id: 8001, group: -100555 }).says('/bind')).text).toContain('is the team');
  await person(telegram, { id: 9000 }).says('/help');
  const crowd = Array.from({ length: CONTACTS }, (_, i) => person(telegram, { id: 10_000 + i }));
  let sent = 0;
  const flood = setInterval(() => {
    for (let i = 0; i < PER_SECOND / 10; i++) {
      sent++;
      crowd[sent % CONTACTS]?.sends(`they are shooting near Sukhnah now, ${sent} soldiers killed`);
    }
  }, 100);
  const waits: Record<'receipt' | 'answer', number[]> = { receipt: [], answer: [] };
  for (let i = 0; i < OTHERS; i++) {
    const of = i % 2 === 0 ? 'receipt' : 'answer';
    await setTimeout((SECONDS * 1000) / OTHERS - Math.min(waits[of].at(-1) ?? 0, 500));
    const before = performance.now();
    const { says, sees } = SENT[of];
    const reply = await person(telegram, { id: 20_000 + i }).says(says);
    expect(reply.text).toContain(sees);
    waits[of].push(performance.now() - before);
  }
  clearInterval(flood);
  const figures = Object.fromEntries(
    Object.entries(waits).map(([of, all]) => {
      const ms = all.sort((a, b) => a - b).map(Math.round);
      return [of, { median: ms[Math.floor(ms.length / 2)], p95: ms[Math.ceil(ms.length * 0.95) - 1], most: ms.at(-1) }];
    }),
  );
  console.info({ flood: sent, ms: figures });
  // the goal is two seconds; here others work too
  expect(figures.receipt?.p95).toBeLessThan(4_000);
  expect(figures.answer?.p95).toBeLessThan(4_000);
});
