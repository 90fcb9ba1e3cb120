import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { damascusDay } from '../../src/core/damascus-day.ts';
import { addDays } from '../../src/core/question/calendar.ts';
import { createVoice } from '../../src/core/summary/voice.ts';
import { openContent } from '../../src/core/tips/tip-content.ts';
import type { Store } from '../../src/db/client.ts';
import { packageRoot } from '../../src/package-root.ts';
import { scene } from '../bots/discord/bot.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import type { SeenMessage } from '../fakes/discord/person.ts';
import { person as onTelegram } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { CONVERSATIONS, type Conversation, type Doing } from './conversations.ts';

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

const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a08060' } })
    .jpeg()
    .toBuffer();

/** A message of ours as it is read. */
interface Heard {
  text: string;
  buttons: readonly string[];
}
type Contact = (doing: Doing) => Promise<Heard>;

function onTelegramAs(id: number): Contact {
  const contact = onTelegram(telegram, { id });
  return async (doing) => {
    if ('says' in doing) return contact.says(doing.says);
    if ('presses' in doing) return contact.presses(doing.presses);
    if ('sendsPin' in doing)
      return contact.answered({ location: { latitude: doing.sendsPin.lat, longitude: doing.sendsPin.lon } });
    return contact.answered({ photo: [{ ...telegram.state.keep(await photo()), width: 40, height: 30 }] });
  };
}

async function onDiscordAs(name: string): Promise<Contact> {
  const { person, start } = await scene();
  await start(core);
  const contact = person(name);
  let last: SeenMessage;
  return async (doing) => {
    if ('says' in doing) last = await contact.says(doing.says);
    else if ('presses' in doing) last = await contact.presses(doing.presses, last);
    else last = await contact.says('', { files: [{ name: 'a.jpg', mime: 'image/jpeg', data: await photo() }] });
    return last;
  };
}

const newestTip = async () => {
  const [row] = await store.sql<{ id: string; draft: Uint8Array; n: number }[]>`
    select id, draft, (select count(*)::int from tip) as n from tip order by xmin::text::bigint desc limit 1`;
  return { tips: row?.n ?? 0, draft: row ? openContent(core.vault, row.id, row.draft)?.draft : undefined };
};

/** Marks that each platform has for the same emphasis, and directions of writing. */
const plain = (text: string) => text.replaceAll(/^-# |[*`>_\u2066-\u2069\u200e\u200f]/gmu, '').replaceAll(/[ \t]+/gu, ' ');

/** Days and receipts are others each time. */
function timeless(text: string, language: Conversation['language']): string {
  const { days } = createVoice(core.translator(language), core.gazetteer);
  const today = damascusDay(new Date());
  const yesterday = addDays(today, -1);
  const words = language === 'ar' ? ['ليلة أمس', 'اليوم', 'أمس', 'ست كلمات'] : ['last night', 'today', 'yesterday', 'six words'];
  return [days.known(yesterday, today, 2), days.day(today), days.day(yesterday)]
    .reduce((left, day, at) => left.replaceAll(plain(day), `‹${words[at]}›`), plain(text))
    .replace(/(Receipt|الإيصال): .+/u, `$1: ‹${words[3]}›`);
}

const did = (doing: Doing, language: Conversation['language']): string => {
  if ('says' in doing) return doing.says;
  if ('presses' in doing) return `[${doing.presses}]`;
  if ('sendsPin' in doing) return '(a location)';
  return language === 'ar' ? '(صورة)' : '(a photo)';
};

async function transcript({ language, steps }: Conversation, contact: Contact) {
  const heard: Heard[] = [];
  const lines: string[] = [];
  for (const doing of steps) {
    const { text, buttons } = await contact(doing);
    heard.push({ text, buttons });
    const said = timeless(text, language)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    lines.push(
      `> ${did(doing, language)}`,
      '',
      ...said,
      ...(buttons.length > 0 ? [buttons.map((one) => `[${one}]`).join(' ')] : []),
      '',
    );
  }
  return { heard, page: lines.join('\n').trim() };
}

const page = (name: string, written: string) => `### ${name}\n\n\`\`\`text\n${written}\n\`\`\``;

describe.each(CONVERSATIONS.map((one, at) => ({ ...one, at })))('a tip over the wire: $name', ({ at, ...conversation }) => {
  const platforms = [
    { platform: 'telegram', contact: async () => onTelegramAs(7000 + at) },
    ...(conversation.only ? [] : [{ platform: 'discord', contact: () => onDiscordAs(`contact${at}`) }]),
  ];

  test.each(platforms)(
    'on $platform is one tip, in three messages of ours at most, as docs/contacts.md shows',
    async ({ contact }) => {
      const before = await newestTip();
      const { heard, page: written } = await transcript(conversation, await contact());
      expect(heard.length).toBeLessThan(4);
      expect(heard.at(-1)?.text).toContain(conversation.ends);
      const { tips, draft } = await newestTip();
      expect(tips).toBe(before.tips + 1);
      expect(draft?.place?.name).toBe(conversation.place);
      expect(readFileSync(join(packageRoot, 'docs', 'contacts.md'), 'utf8')).toContain(page(conversation.name, written));
    },
  );
});

test('a message that a contact deletes on Discord leaves the tip, as they are told to delete what they wrote', async () => {
  const { person, start } = await scene();
  await start(core);
  const contact = person('deleting');
  const told = contact.sends('3 soldiers killed by mine near kobajep today');
  const reply = await contact.says('they burned a truck too');
  expect(reply.text).not.toBe('');
  contact.deletes(told);
  expect((await contact.says('2 wounded')).text).toContain('2 wounded');
  expect((await newestTip()).draft).toMatchObject({ place: { name: 'Kabajib' } });
});
