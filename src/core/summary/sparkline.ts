const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** What fits a phone's line. */
const LONGEST = 40;

/** Bars from zero to the highest, one for each value; '' where a picture says nothing. The latest ones of a long series. */
export function sparkline(values: readonly number[]): string {
  const shown = values.slice(-LONGEST);
  const highest = Math.max(0, ...shown);
  if (shown.length < 3 || highest === 0) return '';
  return shown.map((value) => BARS[Math.round((value / highest) * (BARS.length - 1))] ?? BARS[0]).join('');
}
