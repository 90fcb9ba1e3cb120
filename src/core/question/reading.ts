import type { Assembly, Slot } from './assemble/assembly.ts';
import { has, wordsOf } from './assemble/sentence.ts';
import { follow, yearBefore } from './follow-up/follow.ts';
import { contentOf, isFilled } from './follow-up/slots.ts';
import { isComplete } from './follow-up/standalone.ts';
import {
  type Assumption,
  type Clarification,
  type Declined,
  emptyQuestion,
  type Question,
  questionSchema,
  type Understanding,
} from './question.ts';
import { sentencesOf } from './sentences.ts';
import { readText, type Text } from './text.ts';
import { type Taken, traceOf } from './trace.ts';

export interface SentenceRead {
  assembly: Assembly;
  leftover: string[];
  clarification: Clarification | null;
}
export type ReadSentence = (text: Text, now: string, previous: Question | null) => SentenceRead;

/** What of a long text is read; the rest is said to be unread. */
const LONGEST_TEXT = 2_500;
const MOST_TOKENS = 250;
const LONGEST_SAID = 80;
/** Of "near" without a number, as the rules of the question say. */
const DEFAULT_RADIUS_KM = 30;

interface State {
  question: Question | null;
  assumptions: Assumption[];
  leftover: string[];
  clarification: Clarification | null;
  declined: Declined | null;
  /** A sentence of this text has been taken. */
  said: boolean;
  /** … and set a slot. */
  understood: boolean;
  taken: Taken[];
  /** The sentence taken last. */
  saidBefore: string;
}

const shortened = (said: string) => (said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID)}…` : said);

function openingOf(raw: string): { text: Text; unread: string } {
  const cut = raw.length > LONGEST_TEXT ? Math.max(raw.lastIndexOf(' ', LONGEST_TEXT), LONGEST_TEXT / 2) : raw.length;
  const text = readText(raw.slice(0, cut));
  const rest = text.tokens[MOST_TOKENS];
  if (!rest) return { text, unread: raw.slice(cut, cut + LONGEST_SAID + 1).trim() };
  return {
    text: { ...text, tokens: text.tokens.slice(0, MOST_TOKENS) },
    unread: raw.slice(rest.start, rest.start + LONGEST_SAID + 1),
  };
}

const isSet = ({ said, question }: Assembly) => said.size > 0 || question.unanswerable;
const lastDayOf = (year: number, now: string) => (`${year}-12-31` < now ? `${year}-12-31` : now);

/** "and in May?" takes the year of the question before; a period that ran until today still does. */
function inYearOf(read: ReadSentence, text: Text, now: string, first: SentenceRead, previous: Question): SentenceRead {
  const year = yearBefore(previous);
  const isAssumed = first.assembly.assumptions.some((a) => a.kind === 'year');
  if (!year || !isAssumed || isComplete(first.assembly)) return first;
  const then = lastDayOf(year, now);
  const again = read(text, then, previous);
  const { time } = again.assembly.question;
  if (time && time.to === then && first.assembly.question.time?.to === now) time.to = now;
  return again;
}

/** What a sentence must speak of for its unknown words to matter: "I work on a piece about the Badia" only says where. */
const TELLS = ['event', 'toll', 'asker', 'casualties', 'superlative', 'actor', 'target_object', 'evidence', 'order'] as const;

const REPLACED = ['places', 'time', 'tactics', 'perpetrator', 'target', 'country'] as const satisfies readonly Slot[];
const isOther = (before: Question, now: Question, slot: Slot): boolean => {
  const [was, is] = [contentOf(before, slot), contentOf(now, slot)];
  return JSON.stringify(was) !== JSON.stringify(is);
};

const sentenceOf = ({ assembly: { sentence } }: SentenceRead) =>
  wordsOf(sentence, { start: 0, end: sentence.text.tokens.length });

/** Takes one sentence after the other, each as a change of what stood before it. */
function take(state: State, read: SentenceRead, isOneOfSeveral: boolean): State {
  const { assembly } = read;
  const before = state.question ?? emptyQuestion();
  const kept: Slot[] = state.question ? follow(assembly, state.question) : [];
  const follows = kept.length > 0;
  // "How many died in ambushes in 2023?" asks anew, whatever was told before
  const isApart = state.said && !follows && isComplete(assembly);
  // "attacks in Homs; attacks in Hama": the second takes the place of the first
  const isReplaced =
    state.said &&
    follows &&
    REPLACED.some((slot) => assembly.said.has(slot) && isFilled(before, slot) && isOther(before, assembly.question, slot));
  const isAside = isOneOfSeveral && !has(assembly.sentence, ...TELLS) && read.leftover.length > 0;
  return {
    question: assembly.question,
    assumptions: [
      ...(follows && state.said ? state.assumptions : state.assumptions.filter((one) => one.kind === 'not_read')),
      ...(isAside || ((isApart || isReplaced) && state.saidBefore !== '')
        ? [{ kind: 'not_read' as const, said: shortened(isAside ? sentenceOf(read) : state.saidBefore) }]
        : []),
      ...assembly.assumptions,
      ...(follows && !state.said ? [{ kind: 'kept' as const, slots: kept }] : []),
    ],
    leftover: [...(isApart ? [] : state.leftover), ...(isAside ? [] : read.leftover)],
    saidBefore: isAside ? '' : sentenceOf(read),
    clarification: state.clarification ?? read.clarification,
    declined: assembly.declined,
    said: true,
    understood: state.understood || isSet(assembly) || kept.length > 0,
    taken: [...state.taken, { ...read, kept }],
  };
}

const ASKS = ['event', 'toll', 'intent', 'asker', 'patch', 'grouping', 'quantity'] as const;

/** Which sentences are the question: all that set a slot, but none of the talk after one that was asked in full. */
function worthReading({ assembly }: SentenceRead, { said }: State): boolean {
  if (!isSet(assembly) || assembly.question.intent === 'help') return false;
  return !said || has(assembly.sentence, ...ASKS) || assembly.sentence.text.tokens.at(-1)?.norm === '?';
}

export function createConversation(readSentence: ReadSentence) {
  return (raw: string, { now, previous = null }: { now: string; previous?: Question | null }): Understanding => {
    const { text, unread } = openingOf(raw);
    const readIn = (sentence: Text, before: Question | null) => {
      const first = readSentence(sentence, now, before);
      return before ? inYearOf(readSentence, sentence, now, first, before) : first;
    };
    let state: State = {
      question: previous,
      assumptions: [],
      leftover: [],
      clarification: null,
      declined: null,
      said: false,
      understood: false,
      taken: [],
      saidBefore: '',
    };
    const sentences = sentencesOf(text);
    const passed: SentenceRead[] = [];
    if (sentences.length > 1) {
      for (const sentence of sentences) {
        const read = readIn(sentence, state.question);
        if (worthReading(read, state)) state = take(state, read, true);
        else passed.push(read);
      }
    }
    if (!state.said) state = take(state, readIn(text, previous), false);
    else {
      for (const { assembly, leftover } of passed) {
        const said = wordsOf(assembly.sentence, { start: 0, end: assembly.sentence.text.tokens.length });
        if (leftover.length > 0 || (isSet(assembly) && assembly.question.intent !== 'help'))
          state.assumptions.push({ kind: 'not_read', said: shortened(said) });
      }
    }
    const asked = state.question;
    if (asked?.relation === 'near' && asked.near_km === null) {
      for (const { name } of asked.places) state.assumptions.push({ kind: 'radius', place: name, km: DEFAULT_RADIUS_KM });
    }
    if (unread !== '') state.assumptions.push({ kind: 'not_read', said: shortened(unread) });
    const question = questionSchema.parse({
      ...(state.question ?? emptyQuestion()),
      leftover: state.declined ? [] : state.leftover,
    });
    return {
      question,
      assumptions: state.assumptions,
      clarification: state.clarification,
      language: text.language,
      nothing: !state.understood,
      declined: state.declined,
      // put in words only when somebody looks
      get trace() {
        return state.taken.flatMap(traceOf);
      },
    };
  };
}
