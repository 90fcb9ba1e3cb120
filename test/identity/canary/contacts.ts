import { z } from 'zod';
import { readMarkdown } from '../../bots/discord/read-markdown.ts';
import { createPerson, seen } from '../../fakes/discord/person.ts';
import type { FakeDiscord } from '../../fakes/discord/server.ts';
import { person } from '../../fakes/telegram/person.ts';
import { readHtml, visible } from '../../fakes/telegram/read-html.ts';
import type { FakeTelegram } from '../../fakes/telegram/server.ts';
import type { Files } from './files.ts';

/** Telegram ids of the contacts begin so; nothing else does. */
const FIRST_ID = 7_712_345_000_000;
/** What every name, account and file of a contact holds. */
export const CANARY = 'kanarienvogel';
/** Of their own pins. */
export const PIN = { latitude: 34.765432198, longitude: 38.512345678 };
/** What they write into their words: it is theirs, and no card shows it. */
export const WRITTEN = [
  'kanarienname',
  'kanarienlink',
  'kanarienaccount',
  '09335557731',
  '34.876543219',
  '38.623456781',
] as const;
const [NAME, LINK, ACCOUNT, PHONE, LAT, LON] = WRITTEN;
const LEADS = `my name is ${NAME}, call ${PHONE}, https://t.me/${LINK}/77 or @${ACCOUNT}, we stand at ${LAT}, ${LON}`;

/** One message with words that nobody else writes. */
export interface Word {
  token: string;
  /** The platform may have thrown it away, as it was told that it is kept, or it has been answered. */
  acknowledged(): boolean;
}

export interface Contact {
  words: Word[];
  /** The platform hands out later what was said while nobody listened; not so Discord in a chat that the bot has never read. */
  isHeardLater: boolean;
  /** Everything at once, and nothing is waited for. */
  tell(): void;
  /** What follows once they were answered: a button, an edit, a question. */
  goOn(): void;
  /** Who was not answered writes again, where the platform does not hand out what was said. */
  insist(): void;
  /** What the bot said to them alone. */
  heard(): string[];
}

const TOLD = {
  en: 'ambush near Sukhnah this morning, 2 soldiers killed',
  ar: 'كمين قرب كباجب اليوم ٣ قتلى',
} as const;
const languageOf = (n: number) => (n % 2 === 0 ? 'en' : 'ar');
const tokenOf = (n: number, k: number) => `${CANARY}words${n}x${k}x`;
const wordsOf = (n: number, k: number) => `${TOLD[languageOf(n)]}. ${tokenOf(n, k)}, ${LEADS}`;
/** Asked and not told, by somebody who says too much. */
const asked = (n: number) => `attacks near Sukhnah in April 2023 by ${CANARY}asked${n}? call ${PHONE}`;

/** The type of answer by which a command is said to be kept; another says that it is not, to be sent again. */
const DEFERRED = 5;

const keyboardSchema = z.object({ inline_keyboard: z.array(z.array(z.object({ callback_data: z.string() }))) });

export function onTelegram(telegram: FakeTelegram, files: Files, n: number): Contact {
  const { state } = telegram;
  const id = FIRST_ID + n;
  const named = { first_name: `${CANARY} first ${n}`, last_name: `${CANARY} last ${n}`, username: `${CANARY}_user_${n}` };
  const from = { id, is_bot: false, language_code: languageOf(n), ...named };
  const chat = { id, type: 'private', ...named };
  const as = { from, chat };
  const who = person(telegram, { id, language: from.language_code });
  const forward_origin = { type: 'user', date: state.seconds(), sender_user: { ...from, id: id + 500_000 } };
  const { username: _, ...called } = named;
  const shared = { phone_number: PHONE, ...called, user_id: id, vcard: `BEGIN:VCARD\nFN:${CANARY} card ${n}\nEND:VCARD` };
  const words: Word[] = [];
  let message_id = 0;
  const inChat = () => state.sent.filter((message) => message.chat === id);

  function document(data: Buffer, more: Record<string, unknown>) {
    return { ...state.keep(data), file_name: `${CANARY}-${n}`, ...more };
  }

  return {
    words,
    isHeardLater: true,
    tell() {
      if (n % 13 === 6) who.sends('/delete on', as);
      message_id = state.messageId();
      const update = telegram.push({
        message: { message_id, date: state.seconds(), ...as, text: wordsOf(n, 0), ...(n % 9 === 4 ? { forward_origin } : {}) },
      });
      words.push({ token: tokenOf(n, 0), acknowledged: () => state.confirmed.has(update) });
      if (n % 3 === 0) who.shares({ location: { ...PIN, horizontal_accuracy: 7 }, ...as });
      if (n % 10 === 0) who.shares({ document: document(files.photo(n), { mime_type: 'image/jpeg' }), caption: CANARY, ...as });
      if (n % 10 === 5) who.shares({ voice: { ...state.keep(files.voice(n)), duration: 4, mime_type: 'audio/ogg' }, ...as });
      if (n % 20 === 7) who.shares({ document: document(files.film, { mime_type: 'video/mp4' }), ...as });
      if (n % 30 === 11) who.shares({ document: document(files.damaged, { mime_type: 'image/png' }), ...as });
      if (n % 20 === 3) who.shares({ contact: shared, ...as });
    },
    goOn() {
      const last = inChat().findLast(({ params }) => keyboardSchema.safeParse(params.reply_markup).success);
      const [[button] = []] = keyboardSchema.safeParse(last?.params.reply_markup).data?.inline_keyboard ?? [];
      if (n % 7 === 2 && last && button) {
        const message = { message_id: last.message_id, date: state.seconds(), chat, from: state.bot };
        const pressed = { id: state.pressId(), from, chat_instance: `${CANARY}${n}`, data: button.callback_data, message };
        telegram.push({ callback_query: pressed });
      }
      const edited = { message_id, date: state.seconds(), edit_date: state.seconds() + 1, ...as };
      if (n % 7 === 4) telegram.push({ edited_message: { ...edited, text: `${wordsOf(n, 0)} ${CANARY} edited` } });
      if (n % 11 === 5) who.sends('/status', as);
      if (n % 11 === 8) who.sends(asked(n), as);
    },
    insist() {},
    heard: () => inChat().map(({ params }) => visible(readHtml(String(params.text ?? params.caption ?? '')).text)),
  };
}

export function onDiscord(fake: FakeDiscord, files: Files, n: number): Contact {
  const who = createPerson(fake, `${CANARY} first ${n}`);
  const words: Word[] = [];
  const { state } = fake;
  const byBot = () => state.channel(who.dm.id).messages.filter(({ author }) => author.id === state.bot.id);
  const byCommand = n % 4 === 1;

  function attached() {
    if (n % 10 === 0) return [{ name: `${CANARY}-${n}.jpg`, mime: 'image/jpeg', data: files.photo(n) }];
    if (n % 10 === 6) return [{ name: `${CANARY}-${n}.ogg`, mime: 'audio/ogg', data: files.voice(n) }];
    return n % 30 === 12 ? [{ name: `${CANARY}-${n}.png`, mime: 'image/png', data: files.damaged }] : [];
  }

  function writes(): void {
    const token = tokenOf(n, words.length);
    const message = who.sends(wordsOf(n, words.length), { files: attached() });
    const isAnswer = ({ message_reference }: { message_reference?: { message_id?: string } }) =>
      message_reference?.message_id === message.id;
    words.push({ token, acknowledged: () => byBot().some(isAnswer) });
  }

  return {
    words,
    isHeardLater: false,
    tell() {
      if (!byCommand) return writes();
      const interaction = who.starts('/tip', { text: wordsOf(n, 0) });
      words.push({ token: tokenOf(n, 0), acknowledged: () => interaction.acknowledged === DEFERRED });
    },
    goOn() {
      const last = byBot()
        .map(seen)
        .findLast(({ buttons }) => buttons.length > 0);
      if (n % 7 === 2 && last) who.startsPress(last.buttons[0] ?? '', last);
      if (n % 11 === 8) who.sends(asked(n));
    },
    insist() {
      if (!words.some(({ acknowledged }) => acknowledged())) writes();
    },
    heard: () => byBot().map(({ content }) => readMarkdown(content).text),
  };
}

/** Whatever leads to a contact or to their chat with the bot, as the platforms know it. */
export function leadsOf(telegram: FakeTelegram, fake: FakeDiscord): string[] {
  const people = telegram.state.sent.filter(({ chat }) => chat > 0);
  const dms = [...fake.state.channels.values()].filter(({ kind }) => kind === 'dm');
  const said = dms.flatMap(({ messages }) => messages);
  return [
    ...people.flatMap(({ chat, message_id }) => [String(chat), String(message_id)]),
    ...telegram.state.names,
    ...dms.flatMap(({ id, with: other }) => [id, other?.id ?? id]),
    ...said.map(({ id }) => id),
    ...said.flatMap(({ attachments }) => attachments.map(({ id }) => id)),
    ...[...fake.state.interactions.values()].flatMap(({ id, token }) => [id, token]),
  ];
}
