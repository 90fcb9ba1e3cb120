import type { Slot } from './assemble/assembly.ts';
import { type Item, type Sentence, wordsOf } from './assemble/sentence.ts';
import type { TraceStep } from './question.ts';
import type { SentenceRead } from './reading.ts';

export interface Taken extends SentenceRead {
  /** Slots that came from the question before. */
  kept: readonly Slot[];
}

const NOT_TRACED = new Set(['start', 'end', 'kind', 'assumptions', 'exactness', 'by', 'prefix', 'candidates']);

function lineOf(sentence: Sentence, item: Item): string {
  const names = 'candidates' in item ? item.candidates.map(({ entity, score }) => `${entity.name} ${score.toFixed(2)}`) : [];
  const values = Object.entries(item).filter(([key]) => !NOT_TRACED.has(key));
  const sureness = 'exactness' in item && item.exactness !== 'exact' ? [item.exactness] : [];
  return [wordsOf(sentence, item), '→', item.kind, ...sureness, names.join(' / '), ...values.map(([, v]) => JSON.stringify(v))]
    .filter(Boolean)
    .join(' ');
}

/** What each stage made of a sentence. */
export const traceOf = ({ assembly: { sentence }, leftover, kept }: Taken): TraceStep[] => [
  { stage: 'items', detail: sentence.items.map((item) => lineOf(sentence, item)).join('\n') },
  { stage: 'leftover', detail: leftover.join(' ') },
  { stage: 'kept', detail: kept.join(' ') },
];
