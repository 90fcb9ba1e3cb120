import type { Said } from '../../core/commands/dispatch.ts';
import type { Attachment, Pin } from '../../core/commands/speaker.ts';
import type { Carriage } from '../../core/moderation/policy.ts';
import { LANGUAGES, type Language } from '../../db/schema/vocabulary.ts';
import type { Arrival } from '../delivery/adapter.ts';
import { decodeAction } from './actions.ts';
import type { Route } from './render.ts';
import { isPassedOn, isService, type Message, type Press, readUpdate } from './updates.ts';

/** Who the bot is, as getMe says, and what it can be asked to do. */
export interface Me {
  id: string;
  username: string;
  isCommand(name: string): boolean;
}

/** Revisions are 32-bit, as are Telegram's dates; edits of one message within a second are one. */
const LAST_REVISION = 2 ** 31 - 1;
const revisionOf = ({ edit_date }: Message): number => Math.min(LAST_REVISION, Math.max(1, edit_date ?? 1));

/** A group became a supergroup, with an id of its own; null: it did not. */
export function movementOf({
  chat,
  migrate_to_chat_id: to,
  migrate_from_chat_id: from,
}: Message): { from: string; to: string } | null {
  if (to !== undefined) return { from: String(chat.id), to: String(to) };
  return from === undefined ? null : { from: String(from), to: String(chat.id) };
}

/** What of an update is kept; null: nothing that is ever answered, or nothing that can be read. Never throws. */
export function arrivalOf(given: unknown): Arrival | null {
  const update = readUpdate(given);
  if (!update) return null;
  const { message, edited_message: edited, callback_query: press } = update;
  if (message && movementOf(message))
    return { chat: String(message.chat.id), message: String(message.message_id), revision: 0, kind: 'moved', payload: update };
  if (message)
    return { chat: String(message.chat.id), message: String(message.message_id), revision: 0, kind: 'message', payload: update };
  if (edited) {
    return {
      chat: String(edited.chat.id),
      message: String(edited.message_id),
      revision: revisionOf(edited),
      kind: 'edit',
      payload: update,
    };
  }
  if (!press?.message) return null;
  return { chat: String(press.message.chat.id), message: press.id, revision: 0, kind: 'press', payload: update };
}

/** A person's words to the bot and where they were said; the person is known by id here and nowhere further in. */
export interface Heard {
  said: Said;
  person: string;
  chat: string;
  /** A private chat. */
  alone: boolean;
  carriage: Carriage;
  language: Language | null;
  route: Route;
  attachments: Attachment[];
  pin: Pin | null;
}

const languageOf = (code: string | undefined): Language | null =>
  LANGUAGES.find((language) => code?.toLowerCase().split('-')[0] === language) ?? null;

/** "/ask@dalil_bot x" → "/ask x"; for another bot: null. */
function withoutBotName(text: string, { username }: Me): string | null {
  const found = /^(\/\w+)@(\w+)/u.exec(text);
  if (!found) return text;
  return found[2]?.toLowerCase() === username.toLowerCase() ? text.replace(found[0], found[1] ?? '') : null;
}

/** In a group the bot answers its commands, its name and replies to it; everything else there is none of its business. */
function addressed(message: Message, text: string, me: Me): string | null {
  const mine = withoutBotName(text, me);
  if (mine === null || message.chat.type === 'private') return mine;
  const name = new RegExp(`@${me.username}(?!\\w)`, 'iu');
  if (name.test(mine)) return mine.replace(name, ' ').trim();
  const command = /^\/(\w+)/u.exec(mine)?.[1];
  if (command !== undefined) return mine !== text || me.isCommand(command.toLowerCase()) ? mine : null;
  return String(message.reply_to_message?.from?.id ?? '') === me.id ? mine : null;
}

/** Telegram sends /start when somebody opens the bot for the first time. */
const meant = (text: string): Said => (/^\/start(?:\s|$)/u.test(text) ? { command: 'help', args: {} } : { text });

const topicOf = ({ is_topic_message, message_thread_id }: Pick<Message, 'is_topic_message' | 'message_thread_id'>) =>
  (is_topic_message && message_thread_id) || null;

/** Which field of a message holds which kind of file; of two for one file the first counts. */
const FILES = [
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['voice', 'audio'],
  ['audio', 'audio'],
  ['document', 'file'],
] as const;

/** How Telegram hands out a file: https://core.telegram.org/bots/api#getfile */
export interface FileRef {
  file: string;
}

function attachmentsOf(message: Message): Attachment[] {
  const attached = (kind: Attachment['kind'], { file_id, file_size }: { file_id: string; file_size?: number | undefined }) => {
    const ref: FileRef = { file: file_id };
    return [{ kind, ref, size: file_size ?? null }];
  };
  const photo = message.photo?.at(-1);
  if (photo) return attached('photo', photo);
  for (const [field, kind] of FILES) {
    const file = message[field];
    if (file) return attached(kind, file);
  }
  return [];
}

const pinOf = ({ location }: Message): Pin | null => (location ? { lat: location.latitude, lon: location.longitude } : null);

function heardMessage(message: Message, me: Me): Heard | null {
  const { from, chat } = message;
  // channels, anonymous administrators and other bots ask nothing
  if (!from || from.is_bot || message.sender_chat || chat.type === 'channel' || isService(message)) return null;
  // a live location moves on by edits
  if (message.edit_date !== undefined && message.location) return null;
  const words = message.text ?? message.caption;
  if (words === undefined && chat.type !== 'private') return null;
  const text = addressed(message, words ?? '', me);
  if (text === null) return null;
  return {
    said: meant(text),
    person: String(from.id),
    chat: String(chat.id),
    alone: chat.type === 'private',
    carriage: isPassedOn(message) ? 'passed-on' : message.edit_date === undefined ? 'own' : 'edited',
    language: languageOf(from.language_code),
    route: { chat: String(chat.id), thread: topicOf(message), replyTo: chat.type === 'private' ? null : message.message_id },
    attachments: attachmentsOf(message),
    pin: pinOf(message),
  };
}

function heardPress({ message, from, data }: Press, me: Me): Heard | null {
  if (!message || data === undefined || from.is_bot) return null;
  const chat = String(message.chat.id);
  return {
    said: decodeAction(data),
    person: String(from.id),
    chat,
    alone: message.chat.type === 'private',
    // only under a message of ours, where it stands
    carriage: isPassedOn(message) || String(message.from?.id ?? me.id) !== me.id ? 'passed-on' : 'own',
    language: languageOf(from.language_code),
    route: { chat, thread: topicOf(message), replyTo: null },
    attachments: [],
    pin: null,
  };
}

/** What a kept update asks; null: nothing. */
export function hear(kept: unknown, me: Me): Heard | null {
  const update = readUpdate(kept);
  const message = update?.message ?? update?.edited_message;
  if (message) return heardMessage(message, me);
  return update?.callback_query ? heardPress(update.callback_query, me) : null;
}
