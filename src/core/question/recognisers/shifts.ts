import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { compilePatterns, pattern } from '../phrases.ts';
import type { Period } from '../question.ts';
import type { Text } from '../text.ts';

/** Periods said by way of the period before: "the month after", "the same period last year". Years, or months. */
export type Shift = { years: number } | { months: number } | { toYear: true };

const LAST_DAY = 31;
const DAYS_IN = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function shifted(day: string, months: number, isEnd: boolean): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = DAYS_IN(y, m);
  const d = isEnd && date === DAYS_IN(year, month) ? last : Math.min(date, last, LAST_DAY);
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const move = ({ from, to }: Period, months: number): Period => ({
  from: from && shifted(from, months, false),
  to: shifted(to, months, true),
});

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
      const years = 'toYear' in shift ? year - Number(previous.to.slice(0, 4)) : 'years' in shift ? shift.years : 0;
      const months = years * 12 + ('months' in shift ? shift.months : 0);
      return { kind: 'time', period: move(previous, months), start, end, exactness: 'exact', assumptions: [], by: 'shifts' };
    });
}
