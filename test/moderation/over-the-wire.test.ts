import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { offerEnrolment } from '../../src/core/moderation/team.ts';
import type { Store } from '../../src/db/client.ts';
import { scene } from '../bots/discord/bot.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { type SeenMessage, seen } from '../fakes/discord/person.ts';
import type { FakeChannel } from '../fakes/discord/state.ts';
import { person as onTelegram } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

const GROUP = -1009876;
let telegram: FakeTelegram;
let store: Store;
let core: Core;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  store = await factsStore();
  core = await startOn(store);
  startTelegram(core, telegram);
});
afterAll(() => telegram.close());

const code = async (n: number, role: 'lead' | 'moderator'): Promise<string> => {
  const code = `4F7K-9QXM-2ZT${n}`;
  const { vault, newId } = core;
  await offerEnrolment(store.db, { code, role, moderatorId: null, madeBy: null }, { vault, newId, now: new Date() });
  return code;
};

const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a08060' } })
    .withExif({ IFD0: { Model: 'Field Camera' } })
    .jpeg()
    .toBuffer();

const LANGUAGES = {
  en: {
    told: '3 soldiers were killed in an ISIS ambush yesterday',
    answer: 'it was on the road, 4 soldiers killed',
    asked: 'attacks near Sukhnah in the last 3 days',
    accepted: 'the team could use what you sent',
    killed: '4 killed',
  },
  ar: {
    told: 'كمين للجيش أمس ٣ قتلى',
    answer: 'كان على الطريق، مقتل 4 جنود',
    asked: 'الهجمات قرب السخنة في آخر 3 أيام',
    accepted: 'استفاد الفريق مما أرسلت',
    killed: '4 قتلى',
  },
} as const;

describe.each(['en', 'ar'] as const)('a tip in %s', (language) => {
  test('goes from a phone to both chats of the team, is asked back, corrected, published, and found', async () => {
    const said = LANGUAGES[language];
    const base = language === 'en' ? 100 : 200;
    const group = GROUP - base;
    const { fake, channel, person, start } = await scene();
    await start(core);

    // two moderators, one on each platform, and a chat of the team on each
    const lina = person('lina');
    const omar = onTelegram(telegram, { id: base + 1 });
    const omarThere = onTelegram(telegram, { id: base + 1, group });
    await lina.runs('/enrol', { code: await code(base / 100, 'lead'), name: `Lina${base}` });
    await omar.says(`/enrol ${await code(base / 100 + 4, 'lead')} Omar${base}`);
    await lina.runs('/bind', {}, channel);
    await omarThere.says('/bind');

    const contact = onTelegram(telegram, { id: base + 50, language });
    await contact.says(said.told);
    const file = telegram.state.keep(await photo());
    await contact.answered({ photo: [{ ...file, width: 40, height: 30 }] });
    await contact.answered({ location: { latitude: 34.7512345, longitude: 38.9212345 } });

    const cardIn = (there: FakeChannel): SeenMessage | undefined => {
      const found = there.messages.findLast(
        ({ content }) => content.includes('Tip T-') && content.includes('Files') && content.includes('34.75'),
      );
      return found && seen(found);
    };
    const card = await fake.until(() => cardIn(channel), 'the card on Discord');
    const ref = /T-\w{6}/u.exec(card.text)?.[0] ?? '';
    const inGroup = () => omarThere.replies().findLast(({ text }) => text.includes(ref));
    await telegram.until(inGroup, 'the card on Telegram');

    // the moderator on Discord corrects the place and asks back
    const shown = await lina.runs('/edit', { tip: ref, field: 'place', value: 'near Sukhnah' }, channel);
    expect(shown.text).toContain('Not saved yet');
    expect((await lina.presses('Save', shown)).text).toContain('Saved');
    const before = contact.replies().length;
    const asked = await lina.runs('/relay', { tip: ref, text: `Lina${base} asks: which road?` }, channel);
    expect(asked.text).toContain('Asked');
    const question = await telegram.until(() => contact.replies()[before], 'the question');
    expect(question.text).toContain('▒▒▒ asks: which road?');
    await contact.says(said.answer);
    await telegram.until(() => inGroup()?.text.includes('claimed') && inGroup(), 'the answer on the card');

    // the one on Telegram publishes it with two taps
    expect((await omarThere.presses('Approve')).text).toContain('This will be published');
    const published = await omarThere.presses('Publish');
    const incident = /BDY-\w{6}/u.exec(published.text)?.[0] ?? '';
    expect(incident).not.toBe('');
    await telegram.until(() => contact.replies().some(({ text }) => text.includes(said.accepted)), 'the contact is told');

    const found = await onTelegram(telegram, { id: base + 70, language }).says(said.asked);
    expect(found.text).toContain(incident);
    expect(found.text).toContain(said.killed);
    await fake.until(
      () => channel.messages.some(({ content }) => content.includes(`Tip ${ref}`) && content.includes('published')),
      'the card follows',
    );

    const history = await lina.runs('/history', { tip: ref }, channel);
    for (const step of ['corrected it', 'asked the contact', 'answered', `Omar${base} published it`])
      expect(history.text).toContain(step);
    const team = [...channel.messages.map(({ content }) => content), ...omarThere.replies().map(({ text }) => text)].join('\n');
    expect(team).not.toMatch(new RegExp(`(?<!\\d)${base + 50}(?!\\d)|34\\.7512|38\\.9212|Field Camera`, 'u'));
  }, 60_000);
});
