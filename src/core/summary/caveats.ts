import type { Found } from '../search/found.ts';
import type { AnswerIncident, Caveat, Surroundings } from './answer.ts';

interface Case {
  found: Found;
  incidents: AnswerIncident[];
  wider: Surroundings['wider'];
}

/** Fewer incidents than this speak for themselves: each line says how exact it is. */
const MANY = 3;

type Rule = (c: Case) => Caveat[];

const vague: Rule = ({ found: { totals } }) =>
  totals.incidents >= MANY && Math.max(totals.vaguePlace, totals.vagueDate) * 2 > totals.incidents
    ? [{ kind: 'vague', places: totals.vaguePlace, dates: totals.vagueDate, of: totals.incidents }]
    : [];

/** Said of all or not at all: pages of a longer list cannot be judged from here. */
const singleSource: Rule = ({ found: { totals }, incidents }) =>
  incidents.length > 0 && incidents.length === totals.incidents && incidents.every(({ sources }) => sources.length === 1)
    ? [{ kind: 'single_source', of: totals.incidents }]
    : [];

const lumped: Rule = ({ incidents }) => {
  const refs = incidents.filter((incident) => incident.event_clarity === 2).map(({ ref }) => ref);
  return refs.length > 0 ? [{ kind: 'lumped', refs }] : [];
};

/** "this month", "this year": ends today because it is not over. "since March" ends today as it was asked to. */
const isThisUnit = ({ from, to }: { from: string | null; to: string }, now: string) =>
  to === now && from !== now && (from === `${now.slice(0, 7)}-01` || from === `${now.slice(0, 4)}-01-01`);

/** Where the data ends before today, that says more. */
const running: Rule = ({ found: { request, dataEnds } }) => {
  const { time } = request.question;
  if (dataEnds !== null && dataEnds < request.now) return [];
  const begun = time && (time.from === null || time.from <= request.now);
  return time && begun && (time.to > request.now || isThisUnit(time, request.now))
    ? [{ kind: 'running', until: request.now }]
    : [];
};

const dataEnds: Rule = ({ found: { request, dataEnds } }) => {
  const { time } = request.question;
  if (!time || dataEnds === null) return [];
  const asked = time.to < request.now ? time.to : request.now;
  return dataEnds < asked ? [{ kind: 'data_ends', on: dataEnds, before: time.from !== null && dataEnds < time.from }] : [];
};

/** A circle cuts a cluster when the next larger one holds more than twice as many. */
const radiusCuts: Rule = ({ found: { totals }, wider }) =>
  wider && totals.incidents > 0 && wider.incidents > 2 * totals.incidents
    ? [{ kind: 'radius_cuts', km: wider.km, incidents: wider.incidents }]
    : [];

const RULES: readonly Rule[] = [dataEnds, running, vague, singleSource, lumped, radiusCuts];

export const caveatsOf = (c: Case): Caveat[] => RULES.flatMap((rule) => rule(c));
