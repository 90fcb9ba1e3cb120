import { type DaySpan, type Unit, yearOf } from '../../calendar.ts';
import { DATE_RULES, type DateLexicon, type DateRule } from '../../lexicon/date-lexicon.ts';
import { compilePatterns, type Pattern, pattern } from '../../phrases.ts';
import type { Assumption } from '../../question.ts';
import type { Text } from '../../text.ts';
import type { dateClasses } from './classes.ts';
import { createPlausible } from './plausible.ts';
import { type DateRuleRow, type Moment, type Parts, RULES } from './rules.ts';

/** One wording that names a stretch of days by itself: "17 May", "last month", "Q1 2023". */
export interface Atom {
  start: number;
  end: number;
  span: DaySpan;
  rule: DateRule;
  /** Arabic particles on its first word. */
  prefix: string;
  /** The same wording in another year, where it left the year open; null where it named one or has none. */
  inYear: ((year: number) => DaySpan | null) | null;
  assumes: Assumption['kind'] | null;
  /** The unit of "the month before", which is another beside another period. */
  unit: Unit | null;
  /** How many of them were said: "two weeks". */
  n: number;
}

const row = (rule: DateRule): DateRuleRow => RULES[rule];

/** The year that was said behind the wording; null: none was. */
const saidYear = (p: Parts, now: string): number | null => {
  if (p.hijriYear !== undefined) return p.hijriYear;
  if (p.year !== undefined) return p.year;
  if (p.shortYear !== undefined) return 2000 + p.shortYear;
  return p.relativeYear === undefined ? null : yearOf(now) + p.relativeYear;
};

/** The latest year in which the span has begun by today; a wording may be impossible in some years (29 February, a feast). */
function latestYear(spanIn: (year: number) => DaySpan | null, now: string): DaySpan | null {
  for (let year = yearOf(now); year > yearOf(now) - 9; year--) {
    const span = spanIn(year);
    if (span && span.from <= now) return span;
  }
  return null;
}

function atomOf(rule: DateRule, p: Parts, moment: Moment): Pick<Atom, 'span' | 'inYear' | 'assumes'> | null {
  const definition = row(rule);
  const assumes = definition.assumes ?? null;
  if ('at' in definition) {
    const span = definition.at(p, moment);
    return span && { span, inYear: null, assumes };
  }
  const spanIn = (year: number) => definition.inYear(p, year, moment);
  const year = saidYear(p, moment.now);
  if (year !== null) {
    const span = spanIn(year);
    return span && { span, inYear: null, assumes: assumes === 'day_first' ? null : assumes };
  }
  const span = latestYear(spanIn, moment.now);
  return span && { span, inYear: spanIn, assumes };
}

export interface ReadDates {
  atoms: Atom[];
  /** Dates that do not exist: tokens [start, end). */
  impossible: { start: number; end: number }[];
}

/** Rules whose wordings may name a year of the Islamic calendar. */
const ISLAMIC: ReadonlySet<DateRule> = new Set<DateRule>([
  'islamic_month',
  'part_of_islamic_month',
  'days_of_islamic_month',
  'feast',
]);

/** A day that does not exist: it keeps its words, so that no part of them becomes another date. */
const IMPOSSIBLE = 'impossible';
type Reading = (moment: Moment) => Omit<Atom, 'start' | 'end' | 'prefix'> | typeof IMPOSSIBLE | null;

const amountOf = ({ unit, dual, n }: Parts): Pick<Atom, 'unit' | 'n'> => ({ unit: unit ?? dual ?? null, n: dual ? 2 : (n ?? 1) });

function patternsOf(lexicon: DateLexicon): Pattern<Reading>[] {
  return DATE_RULES.flatMap((rule) => {
    const sources = lexicon.phrases[rule] ?? [];
    const years = 'inYear' in row(rule) ? ['', ...lexicon.years, ...(ISLAMIC.has(rule) ? lexicon.hijriYears : [])] : [''];
    return sources.flatMap((source) =>
      years.map((year) =>
        pattern<Reading>(`${source} ${year}`, (values) => (moment) => {
          const read = atomOf(rule, values as Parts, moment);
          if (read) return { ...read, rule, ...amountOf(values as Parts) };
          return row(rule).strict ? IMPOSSIBLE : null;
        }),
      ),
    );
  });
}

export function createAtomReader(lexicons: readonly DateLexicon[], classes: ReturnType<typeof dateClasses>) {
  const match = compilePatterns(lexicons.flatMap(patternsOf), classes);
  const plausible = createPlausible(lexicons, classes);

  /** The longest wordings, none over another. */
  return (text: Text, moment: Moment): ReadDates => {
    const read: { start: number; end: number; order: number; atom: Atom | null }[] = [];
    for (const { match: m, value } of match(text)) {
      const result = value(moment);
      if (!result) continue;
      const { start, end } = m;
      if (result === IMPOSSIBLE) read.push({ start, end, order: DATE_RULES.length, atom: null });
      else {
        const atom = { ...result, start, end, prefix: m.prefix ?? '' };
        if (plausible(text, atom)) read.push({ start, end, order: DATE_RULES.indexOf(atom.rule), atom });
      }
    }
    read.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order);
    const kept: typeof read = [];
    for (const one of read) if (!kept.some((k) => k.start < one.end && one.start < k.end)) kept.push(one);
    return {
      atoms: kept.flatMap((k) => k.atom ?? []).sort((a, b) => a.start - b.start),
      impossible: kept.flatMap(({ atom, start, end }) => (atom ? [] : [{ start, end }])),
    };
  };
}
