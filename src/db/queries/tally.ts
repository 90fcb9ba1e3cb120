import type { incidentTally } from '../schema/tally.ts';
import { type Evidence, PARTIES, type Party } from '../schema/vocabulary.ts';
import { allOf } from './place-test.ts';
import type { RowKey } from './row-key.ts';
import { TOTAL_MEASURES, type TotalMeasure } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import type { OwnRow, OwnToll, OwnTotals } from './survey.ts';
import { groundsOf, type TallyScope } from './tally-scope.ts';

export interface Sums {
  part: (typeof incidentTally.$inferSelect)['part'];
  measure: TotalMeasure | null;
  party: string | null;
  /** Whether this is one line of a breakdown, with its key. */
  line: boolean;
  key: unknown;
  incidents: number;
  known: number;
  open: number;
  low: number;
  best: number;
  high: number;
  hit: number;
  confirmed: number;
  fair: number;
  weak: number;
  contested: number;
  vagueDate: number;
  vaguePlace: number;
}

const sameUnit = (unit: 'quarter' | 'year') => (sql: Session) =>
  sql`case when date_trunc(${unit}::text, first_month::timestamp) = date_trunc(${unit}::text, last_month::timestamp)
    then date_trunc(${unit}::text, first_month::timestamp)::date end`;

/** Days and lists of texts, which sort faster than JSON. */
const KEYS: Partial<Record<RowKey, (sql: Session) => Fragment>> = {
  month: (sql) => sql`case when first_month = last_month then first_month end`,
  quarter: sameUnit('quarter'),
  year: sameUnit('year'),
  governorate: (sql) => sql`case when admin1 is not null then array[country, admin1] end`,
  perpetrator: (sql) => sql`attributed_to`,
};

interface Tallied {
  key: RowKey | null;
  asked: readonly Party[];
}

/** Sums of the incidents of whole months, out of the tallies. */
export function tallySums(sql: Session, scope: TallyScope, { key, asked }: Tallied): Fragment {
  const by = key === null ? undefined : KEYS[key];
  // who lost some is told apart only where somebody's losses are asked for
  const parted = asked.length > 0 ? PARTS : PARTS.filter((part) => part !== 'losers');
  const whole = sql`select part, measure, party, false as line, null::jsonb as key, ${figures(sql)}
    from (${parts(sql, scope, null, parted)}) t group by part, measure, party`;
  if (!by) return whole;
  // a line of one month or quarter is no sum of years
  const lines = (key === 'month' || key === 'quarter' ? months : parts)(sql, scope, key, ['incidents', 'measure']);
  return sql`${whole} union all
    select part, measure, null, true, to_jsonb(key), ${figures(sql)} from (select *, ${by(sql)} as key from (${lines}) m) t
    group by part, measure, t.key`;
}

const PARTS = ['incidents', 'measure', 'party', 'hit', 'losers'] as const satisfies readonly Sums['part'][];
type Parts = readonly Sums['part'][];

/** What the sums come to. */
export const readTally = (sums: readonly Sums[], { asked }: Tallied): Omit<OwnTotals, 'firstDay' | 'lastDay'> =>
  totalsOf(
    sums.filter((sum) => sum.incidents !== 0),
    asked,
  );

interface Span {
  unit: 'month' | 'year';
  /** First days of months; null: open. */
  first: { from: string | null; to: string | null };
  last: { from: string | null; to: string | null };
}

function tallies(sql: Session, scope: TallyScope, key: RowKey | null, which: Parts, { unit, first, last }: Span): Fragment {
  const level = scope.units || key === 'governorate' ? 'governorate' : 'country';
  const countries = scope.country === null ? ['SY', 'IQ'] : [scope.country];
  const tests = [
    ...(first.from === null ? [] : [sql`first_month >= ${first.from}::text::date`]),
    ...(first.to === null ? [] : [sql`first_month <= ${first.to}::text::date`]),
    ...(last.from === null ? [] : [sql`last_month >= ${last.from}::text::date`]),
    ...(last.to === null ? [] : [sql`last_month <= ${last.to}::text::date`]),
    ...(scope.withoutStrategic ? [sql`not strategic`] : []),
    ...scope.attributedTo.map((ids) => sql`attributed_to && ${ids}::text[]`),
  ];
  return groundsOf(sql, scope)
    .map(
      (ground) => sql`select * from incident_tally i
    where unit = ${unit} and level = ${level} and part = any(${which}::text[]) and country = any(${countries}::text[]) and ${ground}
      and ${allOf(sql, tests)}`,
    )
    .reduce((all, ground) => sql`${all} union all ${ground}`);
}

/** All of the whole months. */
const months = (sql: Session, scope: TallyScope, key: RowKey | null, which: Parts): Fragment =>
  tallies(sql, scope, key, which, {
    unit: 'month',
    first: { from: scope.firstMonth, to: scope.lastMonth },
    last: { from: null, to: scope.lastMonth },
  });

/** All of them once: whole years by the year, and what is not of these years alone by the month. */
function parts(sql: Session, scope: TallyScope, key: RowKey | null, which: Parts): Fragment {
  const { firstMonth, lastMonth } = scope;
  const firstYear = firstMonth && (firstMonth.endsWith('-01-01') ? firstMonth : `${Number(firstMonth.slice(0, 4)) + 1}-01-01`);
  const lastYear = lastMonth && `${Number(lastMonth.slice(0, 4)) - (lastMonth.slice(5, 7) === '12' ? 0 : 1)}-12-01`;
  if (firstYear !== null && lastYear !== null && firstYear > lastYear) return months(sql, scope, key, which);
  const spans: Span[] = [{ unit: 'year', first: { from: firstYear, to: lastYear }, last: { from: null, to: lastYear } }];
  if (firstYear !== null && firstYear !== firstMonth) {
    const before = `${Number(firstYear.slice(0, 4)) - 1}-12-01`;
    spans.push({ unit: 'month', first: { from: firstMonth, to: before }, last: { from: null, to: lastMonth } });
  }
  if (lastYear !== null && lastYear !== lastMonth) {
    // what is tallied by the month begins at most four of them before its last
    const early = `${lastYear.slice(0, 4)}-09-01`;
    const from = firstYear !== null && firstYear > early ? firstYear : early;
    const after = `${Number(lastYear.slice(0, 4)) + 1}-01-01`;
    spans.push({ unit: 'month', first: { from, to: lastMonth }, last: { from: after, to: lastMonth } });
  }
  return spans.map((span) => tallies(sql, scope, key, which, span)).reduce((all, span) => sql`${all} union all ${span}`);
}

const figures = (sql: Session): Fragment => sql`
  sum(incidents)::int as incidents, sum(known)::int as known, sum(open)::int as open, sum(low)::int as low, sum(best)::int as best,
  sum(high)::int as high, sum(hit)::int as hit, sum(confirmed)::int as confirmed, sum(fair)::int as fair, sum(weak)::int as weak,
  sum(contested)::int as contested, sum(vague_date)::int as "vagueDate", sum(vague_place)::int as "vaguePlace"`;

export const NO_TOLL: OwnToll = { known: 0, open: 0, low: 0, best: 0, high: 0 };
const tollOf = (sum: Sums | undefined): OwnToll => {
  if (!sum) return NO_TOLL;
  const { known, open, low, best, high } = sum;
  return { known, open, low, best, high };
};

function totalsOf(sums: readonly Sums[], asked: readonly Party[]): Omit<OwnTotals, 'firstDay' | 'lastDay'> {
  const whole = sums.filter(({ line }) => !line);
  const itself = whole.find(({ part }) => part === 'incidents');
  const measure = (name: TotalMeasure) => tollOf(whole.find((sum) => sum.part === 'measure' && sum.measure === name));
  const parties = whole.filter(({ part }) => part === 'party');
  const evidence: Partial<Record<Evidence, number>> = {};
  for (const grade of ['confirmed', 'fair', 'weak', 'contested'] as const) {
    if (itself && itself[grade] > 0) evidence[grade] = itself[grade];
  }
  return {
    incidents: itself?.incidents ?? 0,
    vagueDate: itself?.vagueDate ?? 0,
    vaguePlace: itself?.vaguePlace ?? 0,
    measures: {
      killed: measure('killed'),
      wounded: measure('wounded'),
      captured: measure('captured'),
      missing: measure('missing'),
    },
    byEvidence: evidence,
    byParty: parties.flatMap((sum) =>
      isParty(sum.party) && sum.measure
        ? [{ party: sum.party, measure: sum.measure, toll: { ...tollOf(sum), known: sum.incidents } }]
        : [],
    ),
    unknownOfParty: unknownOfParty(whole, parties),
    knownOfAsked: knownOfAsked(whole, asked),
    rows: rowsOf(sums.filter(({ line }) => line)),
  };
}

const isParty = (name: string | null): name is Party => PARTIES.some((party) => party === name);

/** Those that aim at the party and tell nothing of its losses, and those that tell of some without a number. */
function unknownOfParty(whole: readonly Sums[], parties: readonly Sums[]): OwnTotals['unknownOfParty'] {
  const named = new Set(whole.map(({ party }) => party).filter(isParty));
  return [...named].flatMap((party) =>
    TOTAL_MEASURES.flatMap((measure) => {
      const told = parties.find((sum) => sum.party === party && sum.measure === measure);
      const aimed = whole.find((sum) => sum.part === 'hit' && sum.party === party)?.incidents ?? 0;
      const incidents = told ? aimed - told.hit + (told.incidents - told.known) : aimed;
      return incidents > 0 ? [{ party, measure, incidents }] : [];
    }),
  );
}

/** Of the parties that lost some, whether any asked one's loss is known: its number, or that it is none. */
function knownOfAsked(whole: readonly Sums[], asked: readonly Party[]): OwnTotals['knownOfAsked'] {
  const known: OwnTotals['knownOfAsked'] = {};
  for (const { part, measure, party, incidents } of whole) {
    if (part !== 'losers' || measure === null) continue;
    const losses = (party ?? '').split(' ').filter((loss) => asked.some((name) => loss.slice(0, -1) === name));
    const isKnown =
      losses.some((loss) => loss.endsWith('+')) || (losses.length > 0 && losses.every((loss) => loss.endsWith('0')));
    if (isKnown) known[measure] = (known[measure] ?? 0) + incidents;
  }
  return known;
}

function rowsOf(lines: readonly Sums[]): OwnRow[] {
  const nameOf = (key: unknown, measure: TotalMeasure | null) => JSON.stringify([key, measure]);
  const tolls = new Map(lines.map((line) => [nameOf(line.key, line.measure), line]));
  const toll = (key: unknown, measure: TotalMeasure) => tollOf(tolls.get(nameOf(key, measure)));
  return lines
    .filter(({ part }) => part === 'incidents')
    .map(({ key, incidents }) => ({ key, incidents, killed: toll(key, 'killed'), wounded: toll(key, 'wounded') }));
}
