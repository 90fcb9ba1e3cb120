import { addDays, back, type DaySpan, UNITS, type Unit } from '../../calendar.ts';
import type { DateLexicon } from '../../lexicon/date-lexicon.ts';
import { wordClass } from '../../phrases.ts';
import type { Text, Token } from '../../text.ts';

export type Side = 'before' | 'after' | 'both';
/** So many of a unit, and the tokens that say so. */
export interface Amount {
  start: number;
  end: number;
  n: number;
  unit: Unit;
}

const LONGEST = 1000;
const WITH = 'ب';

/** The stretch beside a date: "the two weeks after 5 May", "within a month of". */
export function spanAround(side: Side, { n, unit }: Pick<Amount, 'n' | 'unit'>, { from, to }: DaySpan): DaySpan {
  const earliest = back(from, n, unit);
  const latest = back(to, -n, unit);
  if (side === 'before') return { from: earliest, to: addDays(from, -1) };
  if (side === 'after') return { from: addDays(to, 1), to: latest };
  return { from: earliest, to: latest };
}

/** Reads "a week", "two weeks", "10 days" that end before a date's words, and بأسبوع، بيومين behind them. */
export function createAmounts(lexicons: readonly DateLexicon[]) {
  const units = wordClass(lexicons.flatMap((l) => UNITS.map((unit) => [unit, l.units[unit]] as const)));
  const numbers = wordClass(lexicons.flatMap((l) => [...l.numbers]));
  const duals = wordClass(lexicons.flatMap((l) => [...l.duals]));
  const articles = new Set(['the', 'that']);

  const unitOf = (token: Token | undefined): Unit | undefined => {
    const form = token?.forms.find(({ norm }) => units.has(norm));
    const unit = form && units.get(form.norm);
    return UNITS.find((one) => one === unit && one !== 'hour');
  };
  const numberOf = (token: Token | undefined): number | undefined => {
    if (token?.kind === 'number') return Number(token.norm);
    const form = token?.forms.find(({ norm }) => numbers.has(norm));
    const number = form && numbers.get(form.norm);
    return typeof number === 'number' ? number : undefined;
  };
  const isSensible = (n: number) => Number.isInteger(n) && n > 0 && n <= LONGEST;

  return {
    endingAt({ tokens }: Text, end: number): Amount | null {
      const unit = unitOf(tokens[end - 1]);
      if (!unit) return null;
      const n = numberOf(tokens[end - 2]);
      if (n !== undefined && isSensible(n)) return { start: end - 2, end, n, unit };
      // "the weeks after" says not how many
      const isOne = articles.has(tokens[end - 2]?.norm ?? '') && !tokens[end - 1]?.norm.endsWith('s');
      return isOne ? { start: end - 1, end, n: 1, unit } : null;
    },
    startingAt({ tokens }: Text, start: number): Amount | null {
      const token = tokens[start];
      const dual = token?.forms.find(({ norm, prefix }) => prefix === WITH && duals.has(norm));
      const two = dual && UNITS.find((unit) => unit === duals.get(dual.norm));
      if (two) return { start, end: start + 1, n: 2, unit: two };
      if (!token?.forms.some(({ norm, prefix }) => prefix === WITH && units.has(norm))) return null;
      const unit = unitOf(token);
      return unit ? { start, end: start + 1, n: 1, unit } : null;
    },
  };
}
