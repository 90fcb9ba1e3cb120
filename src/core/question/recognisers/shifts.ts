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

/** Makes the period that a follow-up means, from the one that it follows. */
export function shiftsRecogniser(lexicons: readonly Lexicon[]): (text: Text, previous: Period) => Finding[] {
  const patterns = lexicons.flatMap(({ shifts }) =>
    shifts.flatMap(([shift, wordings]) =>
      wordings.map((wording) => pattern(wording, (values) => ({ shift, year: Number(values.number) }))),
    ),
  );
  const matcher = compilePatterns(patterns, {});
  return (text, previous) =>
    matcher(text).map(({ match: { start, end }, value: { shift, year } }): Finding => {
      const years = 'toYear' in shift ? year - yearOf(previous.to) : 'years' in shift ? shift.years : 0;
      const months = years * 12 + ('months' in shift ? shift.months : 0);
      return { kind: 'time', period: move(previous, months), start, end, exactness: 'exact', assumptions: [], by: 'shifts' };
    });
}
