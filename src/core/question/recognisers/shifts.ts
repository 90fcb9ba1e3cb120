import { addMonths, dayOf, lastDayOf, monthOf, yearOf } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { compilePatterns, pattern } from '../phrases.ts';
import type { Period } from '../question.ts';
import type { Text } from '../text.ts';

/** Periods said by way of the period before: "the month after", "the same period last year". Years, or months. */
export type Shift = { years: number } | { months: number } | { toYear: true };

/** A period that ends with its month still does: February after January. */
function move({ from, to }: Period, months: number): Period {
  const moved = addMonths(to, months);
  const endsMonth = Number(to.slice(8)) === lastDayOf(yearOf(to), monthOf(to));
  const end = endsMonth ? dayOf(yearOf(moved), monthOf(moved), lastDayOf(yearOf(moved), monthOf(moved))) : null;
  return { from: from && addMonths(from, months), to: end ?? moved };
}

const YEARS = { first: 1900, last: 2100 };

/** By how many months; null where a number is no year. */
function monthsOf(shift: Shift, previous: Period, number: number): number | null {
  if ('months' in shift) return shift.months;
  if ('years' in shift) return shift.years * 12;
  return number >= YEARS.first && number <= YEARS.last ? (number - yearOf(previous.to)) * 12 : null;
}

/** Makes the period that a follow-up means, from the one that it follows. */
export function shiftsRecogniser(lexicons: readonly Lexicon[]): (text: Text, previous: Period) => Finding[] {
  const patterns = lexicons.flatMap(({ shifts }) =>
    shifts.flatMap(([shift, wordings]) =>
      wordings.map((wording) => pattern(wording, (values) => ({ shift, number: Number(values.number) }))),
    ),
  );
  const matcher = compilePatterns(patterns, {});
  return (text, previous) =>
    matcher(text).flatMap(({ match: { start, end }, value: { shift, number } }): Finding[] => {
      const months = monthsOf(shift, previous, number);
      if (months === null || !Number.isInteger(months)) return [];
      const period = move(previous, months);
      return [{ kind: 'time', period, start, end, exactness: 'exact', assumptions: [], by: 'shifts' }];
    });
}
