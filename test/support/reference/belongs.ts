import type { Question } from '../../../src/core/question/question.ts';
import type { Range, Tolls } from '../../../src/db/schema/columns.ts';
import { PARTIES, type Party, type Tactic } from '../../../src/db/schema/vocabulary.ts';
import type { Ground } from './ground.ts';
import type { Held, Kept, Measure } from './kept.ts';

const idsOf = (ground: Ground, names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [...ground.below(name)]));

const meets = (a: readonly string[], b: ReadonlySet<string>) => a.some((one) => b.has(one));

const EXPLOSIVE: readonly Tactic[] = ['ied', 'vbied', 'landmine', 'suicide'];
const AIR: readonly Tactic[] = ['airstrike', 'drone'];
const NOT_A_CLASH: readonly Tactic[] = [
  'ambush',
  'raid',
  'sniper',
  'assassination',
  'execution',
  'false_checkpoint',
  ...EXPLOSIVE,
  ...AIR,
];

function isOfTactic(incident: Held, tactic: Tactic): boolean {
  const named = (list: readonly Tactic[]) => incident.tactics.some((one) => list.includes(one));
  const sub = incident.subEventType;
  if (incident.tactics.includes(tactic)) return true;
  if (tactic === 'ied' || tactic === 'landmine') return sub === 'Remote explosive/landmine/IED' && !named(EXPLOSIVE);
  if (tactic === 'airstrike' || tactic === 'drone') return sub === 'Air/drone strike' && !named(AIR);
  if (tactic === 'clash') return sub === 'Armed clash' && !named(NOT_A_CLASH);
  if (tactic === 'suicide') return sub === 'Suicide bomb';
  if (tactic === 'shelling') return sub === 'Shelling/artillery/missile attack';
  if (tactic === 'kidnapping') return sub === 'Abduction/forced disappearance';
  return tactic === 'arrest' && sub === 'Arrests';
}

export const wholeParties = (ground: Ground, names: readonly string[]): Party[] => {
  const ids = idsOf(ground, names);
  const heads = names.map((name) => [...ground.below(name)][0] ?? '');
  return PARTIES.filter((party) => {
    const members = [...ground.gazetteer.actors.values()].filter((actor) => actor.party === party);
    // all of the party is named, or is a group that holds a named one
    const covered = members.every((member) => ids.has(member.id) || heads.some((head) => ground.below(member.name).has(head)));
    return covered && members.some((member) => ids.has(member.id));
  });
};

export const partiesOf = (ground: Ground, names: readonly string[]): Party[] => {
  const parties = new Set([...idsOf(ground, names)].map(ground.partyOf));
  return PARTIES.filter((party) => parties.has(party));
};

/** The figure of one range that counts: the best estimate, for the killed; else the least. */
export const figure = (range: Range, measure: Measure) =>
  measure === 'killed' ? (range.best ?? range.low ?? 0) : (range.low ?? 0);

export function ranges(tolls: Tolls, measure: Measure, parties: readonly Party[]): Range[] {
  const all: Range[] = [];
  for (const party of parties) {
    const range = tolls[party]?.[measure];
    if (range) all.push(range);
  }
  return all;
}

/** Whether ranges, taken together, say any number: 0 to open says none. */
export const sayNumber = (all: readonly Range[], measure: Measure) =>
  all.some((range) => figure(range, measure) > 0) || (all.length > 0 && all.every((range) => range.high !== null));

const measuresIn = (field: NonNullable<Question['casualties']>['field']): Measure[] =>
  field === 'killed_or_wounded' ? ['killed', 'wounded'] : [field];

type Test = (incident: Held) => boolean;

function tollTest(ground: Ground, { casualties, actors }: Question): Test {
  if (!casualties || casualties.op === 'sum' || casualties.op === 'avg') return () => true;
  const { op } = casualties;
  const parties = actors.target.length > 0 ? partiesOf(ground, actors.target) : PARTIES;
  // of named sides each must say a number for itself; without a side, the incident as a whole
  const sides = actors.target.length > 0 ? parties.map((party) => [party]) : [parties];
  const measures = measuresIn(casualties.field);
  const value = casualties.value ?? 1;
  return ({ tolls }) => {
    if (!measures.some((m) => sides.some((side) => sayNumber(ranges(tolls, m, side), m)))) return false;
    const figures = measures.flatMap((m) => ranges(tolls, m, parties).map((range) => figure(range, m)));
    const total = figures.reduce((a, b) => a + b, 0);
    const passes = { '>=': total >= value, '>': total > value, '=': total === value, '<': total < value, '<=': total <= value };
    return passes[op];
  };
}

/** "how many civilians were killed" is also about the civilians that died in attacks on others. */
function lossTest(ground: Ground, { casualties, actors }: Question): Test {
  if (!casualties || (casualties.op !== 'sum' && casualties.op !== 'avg')) return () => false;
  const whole = wholeParties(ground, actors.target);
  const measures = measuresIn(casualties.field);
  return ({ tolls }) => measures.some((m) => ranges(tolls, m, whole).some((r) => r.high === null || r.high > 0));
}

/** All that a question says of an incident but its day and place. */
export function contentTest(ground: Ground, q: Question, { tellersOf }: Pick<Kept, 'tellersOf'>): Test {
  const each = q.actors.any.map((name) => ground.below(name));
  const [by, on, without] = [
    idsOf(ground, q.actors.perpetrator),
    idsOf(ground, q.actors.target),
    idsOf(ground, q.exclude?.actors ?? []),
  ];
  const sources = new Set(q.sources.map((name) => [...ground.gazetteer.sources.values()].find((s) => s.name === name)?.id ?? ''));
  const [passesToll, losesWhole] = [tollTest(ground, q), lossTest(ground, q)];
  return (incident) => {
    if (incident.status !== 'published' || incident.evidence === 'discounted') return false;
    if (q.ref !== null && q.ref !== incident.ref) return false;
    if (q.country !== null && q.country !== incident.country) return false;
    if (q.subject === 'attacks' && q.tactics.length === 0 && incident.eventType === 'Strategic developments') return false;
    const { attributedTo, targets, claimedBy } = incident;
    const takesPart = (ids: ReadonlySet<string>) => meets(attributedTo, ids) || meets(targets, ids) || meets(claimedBy, ids);
    if (!each.every(takesPart)) return false;
    const blamed = q.actors.perpetrator.length === 0 || meets(attributedTo, by);
    const claims = q.actors.perpetrator.length === 0 ? claimedBy.length > 0 : meets(claimedBy, by);
    if (q.evidence === 'claimed' ? !claims : !blamed) return false;
    if (q.evidence === 'unclaimed' && claims) return false;
    if (q.actors.target.length > 0 && !meets(targets, on) && !losesWhole(incident)) return false;
    if (takesPart(without)) return false;
    if (q.tactics.length > 0 && !q.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
    if (q.exclude?.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
    if (q.target_objects.length > 0 && !q.target_objects.some((one) => incident.targetObjects.includes(one))) return false;
    if (q.means.length > 0 && !q.means.some((one) => incident.means.includes(one))) return false;
    if (q.time_of_day !== null && incident.timeOfDay !== q.time_of_day) return false;
    if (q.evidence === 'confirmed' && incident.evidence !== 'confirmed') return false;
    if (q.evidence === 'unconfirmed' && incident.evidence === 'confirmed') return false;
    if (q.evidence === 'geolocated' && incident.wherePrec !== 1) return false;
    if (q.grades && !q.grades.includes(incident.evidence)) return false;
    if (sources.size > 0 && !meets(tellersOf(incident.id), sources)) return false;
    return passesToll(incident);
  };
}
