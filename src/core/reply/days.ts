import type { Translator } from './translator.ts';

/** Inclusive ISO days; `from` null: open. */
interface Span {
  from: string | null;
  to: string;
}

interface Parts {
  year: string;
  month: number;
  day: number;
}

/** How days, months and stretches of time are said: "8 April 2023", "in April 2023", "some time in April 2023". */
export interface Days {
  /** "8 April 2023" */
  day(iso: string): string;
  /** "April 2023" */
  month(iso: string): string;
  /** As a label: "April 2023", "4–6 April 2023", "2021 to 2023". */
  span(span: Span): string;
  /** In a sentence: "in April 2023", "on 8 April 2023", "from 4 to 6 April 2023". */
  when(span: Span): string;
  /** An incident's day as far as it is known. `precision`: UCDP 1–5. */
  known(from: string, to: string, precision: number): string;
}

const parts = (iso: string): Parts => ({ year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) });
const lastDay = ({ year, month }: Parts) => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();

type Shape = 'day' | 'month' | 'year' | 'months' | 'years' | 'days';

/** The largest calendar unit that the span fills. */
function shapeOf(a: Parts, b: Parts): Shape {
  const fillsMonths = a.day === 1 && b.day === lastDay(b);
  const fillsYears = fillsMonths && a.month === 1 && b.month === 12;
  if (fillsYears) return a.year === b.year ? 'year' : 'years';
  if (fillsMonths) return a.year === b.year && a.month === b.month ? 'month' : 'months';
  return a.year === b.year && a.month === b.month && a.day === b.day ? 'day' : 'days';
}

const FOUR_DIGITS = /^\d{4}-\d{2}-\d{2}$/;

export function createDays(t: Translator): Days {
  const monthOf = (p: Parts) => t.months[p.month - 1] ?? '';

  const day = (iso: string) => {
    // a day that is none is said as it came
    if (!FOUR_DIGITS.test(iso)) return iso;
    const p = parts(iso);
    return t('day-full', { day: String(p.day), month: monthOf(p), year: p.year });
  };
  const month = (iso: string) => t('month-full', { month: monthOf(parts(iso)), year: parts(iso).year });

  /** The two ends, each with no more than the other leaves open: "4" and "6 April 2023". */
  const ends = (from: string, to: string, shape: Shape): { from: string; to: string } => {
    const [a, b] = [parts(from), parts(to)];
    if (shape === 'years') return { from: a.year, to: b.year };
    if (shape === 'months') return { from: a.year === b.year ? monthOf(a) : month(from), to: month(to) };
    if (a.year !== b.year) return { from: day(from), to: day(to) };
    const short = a.month === b.month ? String(a.day) : t('day-month', { day: String(a.day), month: monthOf(a) });
    return { from: short, to: day(to) };
  };

  const single = (iso: string, shape: Shape): string | null =>
    shape === 'year' ? parts(iso).year : shape === 'month' ? month(iso) : shape === 'day' ? day(iso) : null;

  const span = ({ from, to }: Span): string => {
    if (from === null) return t('span.until', { day: day(to) });
    const shape = shapeOf(parts(from), parts(to));
    const one = single(from, shape);
    if (one !== null) return one;
    const both = ends(from, to, shape);
    const close = shape === 'days' && from.slice(0, 7) === to.slice(0, 7);
    return t(close ? 'span.close' : 'span.wide', both);
  };

  const when = ({ from, to }: Span): string => {
    if (from === null) return t('when.until', { day: day(to) });
    const shape = shapeOf(parts(from), parts(to));
    const one = single(from, shape);
    if (one !== null) return t(shape === 'day' ? 'when.on' : 'when.in', { period: one });
    return t('when.between', ends(from, to, shape));
  };

  const known = (from: string, to: string, precision: number): string => {
    if (precision === 1) return span({ from, to });
    const shape = shapeOf(parts(from), parts(to));
    const one = single(from, shape);
    if (shape === 'day') return t('known.around', { day: day(from) });
    if (one !== null) return t('known.within', { period: one });
    if (precision === 3) return t('known.week', { period: span({ from, to }) });
    return t('known.between', ends(from, to, shape));
  };

  return { day, month, span, when, known };
}
