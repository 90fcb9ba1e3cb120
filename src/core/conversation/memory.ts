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
export async function recall(db: Database, key: string, now: Date): Promise<Memory> {
  const row = await readConversation(db, key, now);
  const nothing: Memory = { chosen: row?.language ?? null, spoken: null, previous: null, lastAnswer: null, offered: [] };
  const read = previousSchema.safeParse(row?.previous);
  if (!read.success || after(new Date(read.data.at), FOLLOW_UP_LASTS) <= now) return nothing;
  const { language, question, answer, offered } = read.data;
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
export async function keepAnswer(db: Database, { id, key, shown, offered, storeVersion, chosen, now }: Kept): Promise<void> {
  await deleteExpired(db, now);
  await saveShownAnswer(db, {
    id,
    conversationKey: key,
    question: shown,
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
  await saveConversation(db, { key, previous, updatedAt: now, expiresAt: after(now, chosen ? CHOICE_LASTS : FOLLOW_UP_LASTS) });
}

/** The answer that a button belongs to; null where it has expired. */
export async function recallAnswer(db: Database, id: string, now: Date): Promise<Shown | null> {
  const row = await readShownAnswer(db, id, now);
  const read = shownSchema.safeParse(row?.question);
  return read.success ? read.data : null;
}
