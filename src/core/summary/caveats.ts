import type { Range } from '../../db/schema/columns.ts';
import { PARTIES } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Question } from '../question/question.ts';
import { idsOf, wholeParties } from '../search/asked-losses.ts';
import type { Found } from '../search/found.ts';
import { NOTHING, sum } from '../search/tolls.ts';
import type { AnswerAccount, AnswerIncident, Caveat, Surroundings } from './answer.ts';

interface Case {
  found: Found;
  gazetteer: Gazetteer;
  incidents: AnswerIncident[];
  around: Surroundings;
}

/** Fewer incidents than this speak for themselves: each line says how exact it is. */
const MANY = 3;

type Rule = (c: Case) => Caveat[];

const vague: Rule = ({ found: { totals } }) =>
  totals.incidents >= MANY && Math.max(totals.vaguePlace, totals.vagueDate) * 2 > totals.incidents
    ? [{ kind: 'vague', places: totals.vaguePlace, dates: totals.vagueDate, of: totals.incidents }]
    : [];

/** Said of all or not at all: pages of a longer list cannot be judged from here. Contacts share a name: how many they are is not known. */
const fewSources: Rule = ({ found: { totals }, incidents, gazetteer }) => {
  if (incidents.length === 0 || incidents.length !== totals.incidents) return [];
  const known = [...gazetteer.sources.values()];
  const contacts = new Set(known.filter(({ kind }) => kind === 'field contact').map(({ name }) => name));
  const of = totals.incidents;
  if (incidents.every(({ sources }) => sources.length > 0 && sources.every((name) => contacts.has(name))))
    return [{ kind: 'contacts_alone', of }];
  return incidents.every(({ sources }) => sources.length === 1) ? [{ kind: 'single_source', of }] : [];
};

const isNumber = ({ low, high }: Range) => low !== null || high !== null;
const givesDeaths = ({ tolls }: AnswerAccount) => Object.values(tolls).some((toll) => toll?.killed && isNumber(toll.killed));

const claimedTolls: Rule = ({ incidents }) => {
  const refs = incidents.flatMap(({ ref, killed, accounts }) => {
    const givers = accounts.filter((account) => !account.joint && givesDeaths(account));
    return (killed.best ?? 0) > 0 && givers.length > 0 && givers.every(({ stance }) => stance === 'claim') ? [ref] : [];
  });
  return refs.length > 0 ? [{ kind: 'claimed_tolls', refs }] : [];
};

const lumped: Rule = ({ incidents }) => {
  const refs = incidents.filter((incident) => incident.event_clarity === 2).map(({ ref }) => ref);
  return refs.length > 0 ? [{ kind: 'lumped', refs }] : [];
};

/** What was seen on a page says nothing of the other pages; of "the last five" the others are no matter. */
const ofPage: Rule = (of) => {
  const seen = [...claimedTolls(of), ...lumped(of)];
  const { totals, request } = of.found;
  const all = request.question.limit !== null || of.incidents.length >= totals.incidents;
  return seen.length === 0 || all ? seen : [...seen, { kind: 'looked_at', n: of.incidents.length, of: totals.incidents }];
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
const radiusCuts: Rule = ({ found: { totals }, around: { wider } }) =>
  wider && totals.incidents > 0 && wider.incidents > 2 * totals.incidents
    ? [{ kind: 'radius_cuts', km: wider.km, incidents: wider.incidents }]
    : [];

const sumsPeople = ({ casualties }: Question) => casualties?.op === 'sum' || casualties?.op === 'avg';

/** Where the attackers' own side has dead, there were fights, and of a fight many records name both sides as attackers. */
const ownLosses: Rule = ({ found: { request, totals }, gazetteer }) => {
  const { question } = request;
  const { perpetrator } = question.actors;
  const sides = new Set(idsOf(gazetteer, perpetrator).map((id) => gazetteer.actors.get(id)?.party));
  const own = PARTIES.filter((party) => sides.has(party)).flatMap((party) => totals.byParty[party]?.killed ?? []);
  const killed = own.reduce(sum, NOTHING);
  return killed.best > 0
    ? [{ kind: 'own_losses', actors: perpetrator, killed: { ...killed, unknown: 0 }, left_out: sumsPeople(question) }]
    : [];
};

const unitOpen: Rule = ({ found: { request, rows, totals } }) => {
  const unit = request.question.group_by;
  if (unit !== 'governorate' && unit !== 'district') return [];
  const incidents = rows.filter(({ key }) => key === null).reduce((all, row) => all + row.incidents, 0);
  return incidents > 0 ? [{ kind: 'unit_open', unit, incidents, of: totals.incidents }] : [];
};

/** Months are of one length to people, a year that has only begun is not of the length of another. */
const NEARLY = 1.15;
const DAY = 86_400_000;

const unequalPeriods: Rule = ({ found: { request } }) => {
  const { compare } = request.question;
  if (compare?.by !== 'period') return [];
  const periods = (compare.periods ?? []).flatMap((period) => {
    if (period.from === null) return [];
    const running = period.from <= request.now && period.to > request.now;
    const days = (Date.parse(running ? request.now : period.to) - Date.parse(period.from)) / DAY + 1;
    return [{ period, days, running }];
  });
  const lengths = periods.map(({ days }) => days);
  return Math.max(...lengths) > NEARLY * Math.min(...lengths) ? [{ kind: 'unequal_periods', periods }] : [];
};

const BY_DEATHS = ['killed_desc', 'killed_or_wounded_desc'];

/** "Who killed most civilians" ranks attacks on them; how many were killed is about all of their dead. */
const aimedAtOnly: Rule = ({ found: { request }, gazetteer }) => {
  const { question } = request;
  const { target } = question.actors;
  const byDeaths = question.order !== null && BY_DEATHS.includes(question.order);
  return byDeaths && !sumsPeople(question) && wholeParties(gazetteer, target).size > 0
    ? [{ kind: 'aimed_at_only', actors: target }]
    : [];
};

const averageOfLumped: Rule = ({ around: { heaviest_lumped: refs } }) =>
  refs.length > 0 ? [{ kind: 'average_of_lumped', refs }] : [];

/** Where the fewest are none, the records may not reach there. */
const fewestAreNone: Rule = ({ found: { request, rows } }) =>
  request.question.order === 'count_asc' && rows.some(({ incidents, period }) => incidents === 0 && period !== undefined)
    ? [{ kind: 'fewest_are_none' }]
    : [];

const RULES: readonly Rule[] = [
  dataEnds,
  running,
  unequalPeriods,
  ownLosses,
  aimedAtOnly,
  fewestAreNone,
  averageOfLumped,
  unitOpen,
  vague,
  fewSources,
  ofPage,
  radiusCuts,
];

export const caveatsOf = (c: Case): Caveat[] => RULES.flatMap((rule) => rule(c));
