import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import {
  deleteExpired,
  readConversation,
  readShownAnswer,
  saveConversation,
  saveShownAnswer,
} from '../../db/queries/conversation.ts';
import { LANGUAGES, type Language } from '../../db/schema/vocabulary.ts';
import type { SealedPlace, Vault } from '../identity/vault.ts';
import { assumptionSchema, type Question, questionSchema } from '../question/question.ts';
import type { Action } from '../reply/reply.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** "and in May?" the next morning still means last evening's question; a week later it does not. */
const FOLLOW_UP_LASTS = 24 * HOUR;
/** How long the buttons of an answer work. */
const BUTTONS_LAST = 30 * DAY;
/** A chosen language, counted from the last word. */
const CHOICE_LASTS = 365 * DAY;

const after = (now: Date, lasting: number) => new Date(now.getTime() + lasting);

/** Where it is kept, and by what it is sealed: whoever asks may say more of themselves than they should. */
export interface Place {
  db: Database;
  vault: Vault;
}
const previousPlace = (key: string): SealedPlace => ({ column: 'conversation.previous', row: key });
const shownPlace = (id: string): SealedPlace => ({ column: 'shown_answer.question', row: id });

/** Null: there is none, or its key is gone, or it was written by a version that spoke otherwise. */
function opened<T>(schema: z.ZodType<T>, sealed: Uint8Array | null | undefined, at: SealedPlace, vault: Vault): T | null {
  const text = sealed ? vault.openText(sealed, at) : null;
  return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
}

const previousSchema = z.object({
  at: z.iso.datetime(),
  /** Of the shown answer. */
  answer: z.string(),
  question: questionSchema,
  language: z.enum(LANGUAGES),
  /** The buttons of the last answer, for those who type them. */
  offered: z.array(z.object({ label: z.string(), command: z.string(), args: z.record(z.string(), z.string()) })),
});

/** What a conversation remembers. */
export interface Memory {
  /** The language that the person chose; null: that of each message. */
  chosen: Language | null;
  /** The language of the last answer. */
  spoken: Language | null;
  /** What a follow-up changes. */
  previous: Question | null;
  /** The shown answer's id. */
  lastAnswer: string | null;
  offered: Action[];
}

/** What is remembered under the key; nothing where it never was, has expired, or was written by a version that spoke otherwise. */
export async function recall({ db, vault }: Place, key: string, now: Date): Promise<Memory> {
  const row = await readConversation(db, key, now);
  const nothing: Memory = { chosen: row?.language ?? null, spoken: null, previous: null, lastAnswer: null, offered: [] };
  const read = opened(previousSchema, row?.previous, previousPlace(key), vault);
  if (!read || after(new Date(read.at), FOLLOW_UP_LASTS) <= now) return nothing;
  const { language, question, answer, offered } = read;
  return { ...nothing, spoken: language, previous: question, lastAnswer: answer, offered };
}

/** Null: from now on each message's own language again. */
export async function chooseLanguage(db: Database, key: string, language: Language | null, now: Date): Promise<void> {
  await saveConversation(db, { key, language, updatedAt: now, expiresAt: after(now, CHOICE_LASTS) });
}

/** What a button needs to make its answer again. */
const shownSchema = z.object({
  question: questionSchema,
  assumptions: z.array(assumptionSchema),
  /** The day on which it was asked, and the past day that was asked about. */
  now: z.iso.date(),
  asOf: z.iso.date().nullable(),
  language: z.enum(LANGUAGES),
});
export type Shown = z.infer<typeof shownSchema>;

interface Kept {
  id: string;
  key: string;
  shown: Shown;
  offered: Action[];
  storeVersion: number;
  /** Whether the conversation also holds a choice, which outlives its questions. */
  chosen: Language | null;
  now: Date;
}

/** Keeps an answer for its buttons and as what a follow-up changes; destroys what has expired. */
export async function keepAnswer(
  { db, vault }: Place,
  { id, key, shown, offered, storeVersion, chosen, now }: Kept,
): Promise<void> {
  const sealed = (value: unknown, at: SealedPlace) => vault.seal(JSON.stringify(value), at, { until: 'week', now });
  await deleteExpired(db, now);
  await saveShownAnswer(db, {
    id,
    conversationKey: key,
    question: sealed(shown, shownPlace(id)),
    storeVersion,
    shownAt: now,
    expiresAt: after(now, BUTTONS_LAST),
  });
  const previous: z.infer<typeof previousSchema> = {
    at: now.toISOString(),
    answer: id,
    question: shown.question,
    language: shown.language,
    offered,
  };
  await saveConversation(db, {
    key,
    previous: sealed(previous, previousPlace(key)),
    updatedAt: now,
    expiresAt: after(now, chosen ? CHOICE_LASTS : FOLLOW_UP_LASTS),
  });
}

/** The answer that a button belongs to; null where it has expired. */
export async function recallAnswer({ db, vault }: Place, id: string, now: Date): Promise<Shown | null> {
  const row = await readShownAnswer(db, id, now);
  return opened(shownSchema, row?.question, shownPlace(id), vault);
}
