import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { offerEnrolment } from '../../src/core/moderation/team.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { person } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { coreOfShippedFacts } from '../support/core.ts';
import { incidentIn } from './desk.ts';

let telegram: FakeTelegram;
let core: Core;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  core = await coreOfShippedFacts();
  startTelegram(core, telegram);
});
afterAll(() => telegram.close());

/** Without what only shows how letters run, or keeps Telegram from making links. */
const plain = (text: string): string => text.replace(/[\u2060\u2066-\u2069\u200e\u200f]/gu, '');

test('a tip is merged on a phone with two taps: what it would do is read first, and undo is one more', async () => {
  const { vault, newId, store } = core;
  const code = '4F7K-9QXM-2ZT7';
  await offerEnrolment(store.db, { code, role: 'lead', moderatorId: null, madeBy: null }, { vault, newId, now: new Date() });
  await person(telegram, { id: 7_346_610_001 }).says(`/enrol ${code} Omar`);
  const omar = person(telegram, { id: 7_346_610_001, group: -1_009_886_001 });
  await omar.says('/bind');

  await omar.says('/new Yesterday ISIS ambushed an army patrol near Kabajib, 4 soldiers killed');
  const ref = incidentIn((await omar.presses('Write it')).text);
  await person(telegram, { id: 7_346_610_002 }).says('ISIS ambush on an army patrol near Kabajib yesterday, 6 soldiers killed');
  const card = () => omar.replies().findLast(({ text }) => plain(text).includes('Likely the same'));
  await telegram.until(card, 'the card');

  const shown = plain((await omar.presses(`Merge into ${ref}`)).text);
  expect(shown).toContain('Nothing is written yet');
  expect(shown).toMatch(/Tip: 6 killed.*\s+.*Incident: 4 killed.*\s+.*Then: 4 to 6 killed/u);
  expect(plain((await omar.presses(`Merge into ${ref}`)).text)).toContain(`is merged into ${ref}`);
  expect(plain((await omar.says(`/incident ${ref}`)).text)).toContain('4 to 6 killed');
  expect(plain((await omar.says(`/undo ${ref}`)).text)).toContain('takes that back');
});
