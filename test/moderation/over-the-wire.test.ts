import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { followNames, readKnown } from '../../src/core/known.ts';
import { fieldSource } from '../../src/core/moderation/publishing/field-source.ts';
import { offerEnrolment } from '../../src/core/moderation/team.ts';
import type { Store } from '../../src/db/client.ts';
import { readDecisions } from '../../src/db/queries/decision.ts';
import { scene } from '../bots/discord/bot.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { type SeenMessage, seen } from '../fakes/discord/person.ts';
import type { FakeChannel } from '../fakes/discord/state.ts';
import { person as onTelegram } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let telegram: FakeTelegram;
let store: Store;
let core: Core;
let names: Awaited<ReturnType<typeof followNames>>;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  store = await factsStore();
  core = await startOn(store);
  // as every running process does
  names = await followNames(store, async () => void Object.assign(core, await readKnown(store)));
  startTelegram(core, telegram);
});
afterAll(async () => {
  await names.end();
  await telegram.close();
});

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

/** Without what only shows how letters run, or keeps Telegram from making links. */
const plain = (text: string): string => text.replace(/[\u2060\u2066-\u2069\u200e\u200f]/gu, '');

const SPOKEN = {
  en: {
    told: '3 soldiers were killed in an ISIS ambush yesterday',
    place: 'near Sukhnah',
    ask: 'asks: which road?',
    answer: 'it was on the road, 4 soldiers killed',
    asked: 'attacks near Sukhnah in the last 3 days',
    accepted: 'the team could use what you sent',
    found: ['4 killed', 'Sukhnah', fieldSource('unknown').name],
    steps: ['Lina1 corrected', 'Lina1 asked the contact', 'answered', 'Omar1 published it'],
  },
  ar: {
    told: 'كمين للجيش أمس ٣ قتلى',
    place: 'قرب السخنة',
    ask: 'تسأل: أي طريق؟',
    answer: 'كان على الطريق، مقتل 4 جنود',
    asked: 'الهجمات قرب السخنة في آخر 3 أيام',
    accepted: 'استفاد الفريق مما أرسلت',
    found: ['4 قتلى', 'السخنة', fieldSource('unknown').nameAr ?? ''],
    steps: ['صحّحه Lina2', 'سأل Lina2 المصدر', 'أجاب المصدر', 'نشره Omar2'],
  },
} as const;

describe.each(['en', 'ar'] as const)('a tip in %s', (language) => {
  test('goes from a phone to both chats of the team, is asked back, corrected, published, and found', async () => {
    const said = SPOKEN[language];
    const t = core.translator(language);
    const words = (...[key, params]: Parameters<typeof t>) => plain(t(key, params));
    const base = language === 'en' ? 7_346_510_000 : 7_346_520_000;
    const n = language === 'en' ? 1 : 2;
    const group = -1_009_876_000 - n;
    const { fake, channel, person, start } = await scene();
    await start(core);
    const locale = language === 'ar' ? 'ar' : undefined;
    const there = (id: number) => onTelegram(telegram, { id, group, language });

    // the team works on Discord and Telegram; its lead is one person on both, and a moderator on each decides
    const rana = person('rana', locale ? { locale } : {});
    const lina = person('lina', locale ? { locale } : {});
    const omar = there(base + 1);
    await rana.runs('/enrol', { code: await code(n, 'lead'), name: `Rana${n}` });
    await lina.runs('/enrol', { code: await code(n + 2, 'moderator'), name: `Lina${n}` });
    await onTelegram(telegram, { id: base + 1, language }).says(`/enrol ${await code(n + 4, 'moderator')} Omar${n}`);
    await rana.runs('/bind', {}, channel);
    const linking = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(
      (await rana.runs('/team', { do: 'invite', who: `Rana${n}` }, channel)).text,
    );
    await onTelegram(telegram, { id: base + 2, language }).says(`/enrol ${linking?.[0]}`);
    await there(base + 2).says('/bind');

    const contact = onTelegram(telegram, { id: base + 50, language });
    await contact.says(said.told);
    const file = telegram.state.keep(await photo());
    await contact.answered({ photo: [{ ...file, width: 40, height: 30 }] });
    await contact.answered({ location: { latitude: 34.7512345, longitude: 38.9212345 } });

    const cardIn = ({ messages }: FakeChannel): SeenMessage | undefined => {
      const found = messages.findLast(
        ({ content }) => /T-\w{6}/u.test(content) && content.includes(words('card-media')) && content.includes('34.75'),
      );
      return found && seen(found);
    };
    const card = await fake.until(() => cardIn(channel), 'the card on Discord');
    const ref = /T-\w{6}/u.exec(card.text)?.[0] ?? '';
    const inGroup = () => omar.replies().findLast(({ text }) => plain(text).includes(words('card-title', { ref })));
    await telegram.until(inGroup, 'the card on Telegram');

    // the moderator on Discord corrects the place and asks back
    const shown = await lina.runs('/edit', { tip: ref, field: words('draft-field.place'), value: said.place }, channel);
    await lina.presses(words('edit-save'), shown);
    const before = contact.replies().length;
    await lina.runs('/relay', { tip: ref, text: `Lina${n} ${said.ask}` }, channel);
    const question = await telegram.until(() => contact.replies()[before], 'the question');
    expect(plain(question.text)).toContain(`▒▒▒ ${said.ask}`);
    await contact.says(said.answer);
    const held = words('card-state-with', { state: words('mod-state.claimed'), name: `Lina${n}` });
    await telegram.until(() => plain(inGroup()?.text ?? '').includes(held), 'the answer on the card');

    // the one on Telegram is told who has it, and publishes it
    expect((await omar.presses(words('card-button.approve'))).text).toContain(`Lina${n}`);
    expect(plain((await omar.presses(words('heed-button.approve'))).text)).toContain(words('publish-shown', { ref }));
    const published = await omar.presses(words('publish-button.publish'));
    const incident = /BDY-\w{6}/u.exec(published.text)?.[0] ?? '';
    expect(incident).not.toBe('');
    await telegram.until(() => contact.replies().some(({ text }) => plain(text).includes(said.accepted)), 'the contact is told');

    await expect.poll(() => core.gazetteer.sources.has(fieldSource('unknown').id), { interval: 10, timeout: 20_000 }).toBe(true);
    const found = plain((await lina.says(said.asked, { in: channel, mention: true })).text);
    for (const words of [incident, ...said.found]) expect(found).toContain(words);
    await fake.until(
      () =>
        channel.messages.some(
          ({ content }) =>
            plain(content).includes(words('card-title', { ref })) && plain(content).includes(words('mod-state.accepted')),
        ),
      'the card follows',
    );

    const history = plain((await lina.runs('/history', { tip: ref }, channel)).text);
    for (const step of said.steps) expect(history).toContain(step);
    const log = (await readDecisions(store.db, 'tip', ref)).map(({ event, by }) =>
      by === 'moderator' ? event : `${event} by ${by}`,
    );
    expect(log.filter((event) => event !== 'amend by contact')).toEqual(['revise', 'ask', 'answer by contact', 'approve']);

    // of all that was sent to the team, buttons and files included, nothing leads to the contact
    const toTheTeam = [
      ...fake.requests.map(({ body, files }) => JSON.stringify(body) + files.map(({ data }) => data.toString('latin1')).join('')),
      ...telegram.requests
        .filter(({ params }) => String(params.chat_id) === String(group))
        .map(({ params }) =>
          JSON.stringify(params, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value)),
        ),
    ].join('\n');
    expect(toTheTeam).toContain(ref);
    expect(toTheTeam).not.toMatch(new RegExp(`${base + 50}|34\\.7512|38\\.9212|Field Camera|f\\d+-secret|Person`, 'u'));
  }, 60_000);
});
