import type { Question } from '../question/question.ts';
import type { Block } from '../reply/reply.ts';
import type { FoundAnswer } from './answer.ts';
import type { Saying } from './question-phrases.ts';
import type { Voice } from './voice.ts';

/** How much of an answer is shown, so that it fits a phone. */
export interface Detail {
  /** Lines to an incident: all that is known, two lines, or one. */
  incidents: 'full' | 'short' | 'line';
  page: number;
  possible: number;
  /** Published figures on the very period and area; and on others. */
  statistics: number;
  elsewhere: number;
  rows: number;
}

/** An answer as its presenters see it. */
export interface View {
  answer: FoundAnswer;
  question: Question;
  voice: Voice;
  saying: Saying;
  detail: Detail;
}

/** What a kind of answer says of itself; the frame adds what all have in common. */
export interface Said {
  head: Block[];
  body: Block[];
  /** How many incidents the body lists: what further pages go on from. */
  listed: number;
}

export type Presenter = (view: View) => Said;
