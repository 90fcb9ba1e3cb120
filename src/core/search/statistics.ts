import type { StatisticRow } from '../../db/queries/statistics.ts';
import type { StatisticMetric } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Question } from '../question/question.ts';
import { areaFit } from './area-fit.ts';
import { idsOf } from './asked-losses.ts';
import { sourceIdOf } from './content.ts';
import type { FoundStatistic } from './found.ts';
import type { Reach } from './reach.ts';

type Fit = FoundStatistic['fit']['period'];
type Casualties = NonNullable<Question['casualties']>;

/** A question about attacks is answered by how many there were and by their toll; a measure by itself. */
const FAMILIES: Record<Casualties['field'] | 'attacks', StatisticMetric[]> = {
  attacks: ['attacks', 'killed', 'wounded', 'captured', 'missing'],
  killed: ['killed'],
  wounded: ['wounded'],
  killed_or_wounded: ['killed', 'wounded'],
  captured: ['captured'],
  missing: ['missing'],
};

/** Metrics that a question may be answered by; none where it narrows incidents by what no published figure is narrowed by. */
export function metricsFor(question: Question): StatisticMetric[] {
  const { casualties, tactics, target_objects, means, time_of_day, evidence, grades, ref, exclude } = question;
  const threshold = casualties !== null && casualties.op !== 'sum' && casualties.op !== 'avg';
  const finer = [tactics, target_objects, means].some((list) => list.length > 0) || time_of_day !== null || evidence !== null;
  if (threshold || finer || grades !== null || ref !== null || exclude !== null) return [];
  return FAMILIES[casualties?.field ?? 'attacks'];
}

/** Published figures that stand beside the count: same metric, overlapping period and area, and the same people where any are named. */
export function matchStatistics(
  gazetteer: Gazetteer,
  question: Question,
  reaches: readonly Reach[] | null,
  rows: readonly StatisticRow[],
): FoundStatistic[] {
  const sources = question.sources.map((name) => sourceIdOf(gazetteer, name));
  const found = rows.flatMap((row): FoundStatistic[] => {
    if (sources.length > 0 && !sources.includes(row.sourceId)) return [];
    if (!samePeople(gazetteer, question.actors, row)) return [];
    const area = areaFit(gazetteer, question, reaches, row.areaPlaceIds);
    return area ? [{ ...row, fit: { period: periodFit(question.time, row.period), area } }] : [];
  });
  return found.sort((a, b) => rank(a) - rank(b));
}

const CLOSENESS: Record<Fit, number> = { exact: 0, narrower: 1, wider: 2, overlaps: 3 };
const rank = ({ fit }: FoundStatistic) => CLOSENESS[fit.period] + CLOSENESS[fit.area];

/** What the published period is to the asked one. */
function periodFit(asked: Question['time'], published: { from: string; to: string }): Fit {
  const whole = { from: asked?.from ?? '', to: asked?.to ?? '9999-12-31' };
  if (whole.from === published.from && whole.to === published.to) return 'exact';
  const within = (inner: typeof whole, outer: typeof whole) => outer.from <= inner.from && inner.to <= outer.to;
  return within(published, whole) ? 'narrower' : within(whole, published) ? 'wider' : 'overlaps';
}

function samePeople(gazetteer: Gazetteer, asked: Question['actors'], { perpetrators, subjects }: StatisticRow): boolean {
  const related = (names: readonly string[], ids: readonly string[]) =>
    names.length === 0 ||
    ids.length === 0 ||
    ids.some((id) => idsOf(gazetteer, names).includes(id) || isAbove(gazetteer, id, names));
  return (
    related(asked.perpetrator, perpetrators) &&
    related(asked.target, subjects) &&
    asked.any.every((name) => related([name], [...perpetrators, ...subjects]))
  );
}

/** Whether an actor of a statistic is a group that holds one of the named ones. */
const isAbove = (gazetteer: Gazetteer, id: string, names: readonly string[]) =>
  names.some((name) => gazetteer.actorsUnder(id).has(gazetteer.actorNamed(name)?.id ?? ''));
