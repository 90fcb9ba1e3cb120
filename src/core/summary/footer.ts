import type { Assumption, Understanding } from '../question/question.ts';
import type { Block } from '../reply/reply.ts';
import type { FoundAnswer } from './answer.ts';
import type { Saying } from './question-phrases.ts';
import { sayAssumptions, sayQuestion } from './understood.ts';
import type { Voice } from './voice.ts';

const note = (text: string, tone: 'plain' | 'warning' = 'plain'): Block => ({ kind: 'note', tone, content: [text] });

/** Words of the question that no figure takes into account. */
export function leftoverBlocks(leftover: readonly string[], { t }: Voice): Block[] {
  if (leftover.length === 0) return [];
  return [note(t('leftover', { words: t.list(leftover.map((word) => t('quoted', { word }))) }), 'warning')];
}

/** A default radius is an assumption, whoever made it. */
function withRadius({ question, assumptions }: Understanding, radiusKm: number | null): Assumption[] {
  const [place] = question.places;
  const said = question.near_km !== null || assumptions.some(({ kind }) => kind === 'radius');
  return radiusKm === null || place === undefined || said
    ? assumptions
    : [...assumptions, { kind: 'radius', place: place.name, km: radiusKm }];
}

/** The question said back, with all that was taken for granted. */
export function understoodBlocks(understanding: Understanding, saying: Saying): Block[] {
  const { question } = understanding;
  const assumptions = withRadius(understanding, saying.radiusKm);
  const understood = saying.voice.t('understood', { question: sayQuestion(question, saying) });
  return [note([understood, ...sayAssumptions(assumptions, question, saying.voice)].join(' '))];
}

/** The store's version and the days: what it takes to get the same answer again. */
export function stampBlocks({ store_version, day, as_of }: FoundAnswer, { t, days }: Voice): Block[] {
  const values = { version: String(store_version), day: days.day(day) };
  return [note(as_of === null ? t('stamp', values) : t('stamp-as-of', { ...values, past: days.day(as_of) }))];
}
