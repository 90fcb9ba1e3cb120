import type { Recogniser, Value } from '../finding.ts';
import type { FilterWords, Lexicon } from '../lexicon/lexicon.ts';
import type { Match } from '../phrases.ts';
import { fold, type Text } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ evidence, timeOfDay, display, negations }: FilterWords): Entry[] => [
  ...evidence.map(([grade, wordings]): Entry => [{ kind: 'evidence', evidence: grade }, wordings]),
  ...rowsOf(timeOfDay).map(([part, wordings]): Entry => [{ kind: 'time_of_day', part }, wordings]),
  ...rowsOf(display).map(([one, wordings]): Entry => [{ kind: 'display', display: one }, wordings]),
  [{ kind: 'negation' }, negations],
];

const LOOKED_BACK = 5;

/** "all but ambushes", ما نفذها: words that mean other things too, by their company. */
function besideEntries({ negationsBeside }: FilterWords): Entry[] {
  return negationsBeside.map(({ word, before = [], after = [] }): Entry => {
    const [lead, follow] = [new Set(before.map(fold)), new Set(after.map(fold))];
    const denies = (_: unknown, { start, end }: Match, { tokens }: Text): Value | null => {
      const isLed = tokens.slice(Math.max(0, start - LOOKED_BACK), start).some(({ norm }) => lead.has(norm));
      return isLed || follow.has(tokens[end]?.norm ?? '') ? { kind: 'negation' } : null;
    };
    return [denies, [`+${word}`]];
  });
}

/** Claimed, confirmed, at night, on a map; and what turns the next filter into an exclusion. */
export const filtersRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'filters',
    lexicons.flatMap(({ filters }) => [...entries(filters), ...besideEntries(filters)]),
  );
