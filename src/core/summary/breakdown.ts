import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Grouping, Question } from '../question/question.ts';
import type { Found, FoundStatistic, Row } from '../search/found.ts';
import type { AnswerCompared, AnswerRow, AnswerStatistic } from './answer.ts';
import { rowToll, totalOf } from './toll.ts';

interface Label {
  label: string;
  label_ar: string | null;
}
type Labeller = (key: string, gazetteer: Gazetteer) => Label;

const place: Labeller = (key, { places }) => {
  const known = places.get(key);
  return { label: known?.name ?? key, label_ar: known?.nameAr ?? null };
};
const actor: Labeller = (key, { actors }) => {
  const known = actors.get(key);
  return { label: known?.name ?? key, label_ar: known?.nameAr ?? null };
};
/** A word of the store's own vocabulary, or a day: said by the bundle or the calendar. */
const code: Labeller = (key) => ({ label: key, label_ar: null });

const LABELLERS = {
  day: code,
  week: code,
  month: code,
  quarter: code,
  year: code,
  governorate: place,
  district: place,
  place,
  perpetrator: actor,
  target: actor,
  tactic: code,
  event_type: code,
} satisfies Record<Grouping, Labeller>;

function rowOf(row: Row, grouping: Grouping, found: Found, gazetteer: Gazetteer): AnswerRow {
  const from = row.period?.from ?? null;
  const period = row.period && from !== null ? { from, to: row.period.to } : null;
  const keys = row.keys ?? (row.key === null ? [] : [row.key]);
  const labels = keys.map((key) => ({ key, ...LABELLERS[grouping](key, gazetteer) }));
  return {
    key: row.key,
    label: labels.length > 0 ? labels.map(({ label }) => label).join(' + ') : null,
    label_ar: labels.length > 0 ? labels.map(({ label, label_ar }) => label_ar ?? label).join(' + ') : null,
    labels,
    naming: row.naming ?? row.incidents,
    period,
    running: period !== null && period.from <= found.request.now && period.to >= found.request.now,
    uncovered: period !== null && row.incidents === 0 && found.dataEnds !== null && period.from > found.dataEnds,
    incidents: row.incidents,
    killed: rowToll(row.killed, row.incidents),
    wounded: rowToll(row.wounded, row.incidents),
  };
}

const BY_LENGTH = [
  ['day', 1],
  ['week', 7],
  ['month', 31],
  ['quarter', 92],
] as const satisfies readonly (readonly [Grouping, number])[];

const lengthOf = ({ period }: Row) => (period?.from ? (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1 : 0);

/** What the rows are grouped by: as asked, or the unit of time that the search chose, told by its longest row. */
export function groupingOf({ request, rows }: Found): Grouping | null {
  if (request.question.group_by) return request.question.group_by;
  const longest = Math.max(0, ...rows.map(lengthOf));
  if (longest === 0) return null;
  return BY_LENGTH.find(([, days]) => longest <= days)?.[0] ?? 'year';
}

/** A unit that has not begun cannot be empty. */
const isToCome = ({ incidents, period }: Row, now: string) => incidents === 0 && (period?.from ?? now) > now;

export function rowsOf(found: Found, gazetteer: Gazetteer): AnswerRow[] {
  const grouping = groupingOf(found);
  if (grouping === null) return [];
  const begun = found.rows.filter((row) => !isToCome(row, found.request.now));
  return begun.map((row) => rowOf(row, grouping, found, gazetteer));
}

const arabicName = (name: string, by: NonNullable<Question['compare']>['by'], question: Question, { actorNamed }: Gazetteer) =>
  (by === 'place' ? question.places.find((p) => p.name === name)?.name_ar : actorNamed(name)?.nameAr) ?? null;

export function comparedOf(found: Found, gazetteer: Gazetteer): AnswerCompared[] {
  const { question } = found.request;
  const { compare } = question;
  return found.compared.map(({ label, totals }, i) => ({
    label,
    label_ar: compare ? arabicName(label, compare.by, question, gazetteer) : null,
    period: compare?.by === 'period' ? (compare.periods?.[i] ?? null) : null,
    total: totalOf(totals),
  }));
}

export function statisticOf(statistic: FoundStatistic, { actors, sources }: Gazetteer): AnswerStatistic {
  const names = (ids: readonly string[]) => ids.map((id) => actors.get(id)?.name ?? id);
  return {
    id: statistic.id,
    source: sources.get(statistic.sourceId)?.name ?? statistic.sourceId,
    source_ar: sources.get(statistic.sourceId)?.nameAr ?? null,
    document: statistic.documentTitle,
    metric: statistic.metric,
    low: statistic.low,
    high: statistic.high,
    approximate: statistic.approximate,
    period: statistic.period,
    area: statistic.areaEn,
    area_ar: statistic.areaAr,
    perpetrators: names(statistic.perpetrators),
    subjects: names(statistic.subjects),
    subject: statistic.subjectEn,
    subject_ar: statistic.subjectAr,
    breakdown: statistic.breakdown,
    note: statistic.noteEn,
    note_ar: statistic.noteAr,
    fit: statistic.fit,
  };
}
