import type { Gazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { Range, Tolls } from '../../../src/db/schema/columns.ts';
import { PARTIES, type Party, type Tactic } from '../../../src/db/schema/vocabulary.ts';
import type { AccountRecord } from '../records.ts';
import type { Held, Measure } from './kept.ts';

const below = (gazetteer: Gazetteer, name: string): string[] => {
  const all = [...gazetteer.actors.values()];
  const start = all.find((actor) => actor.name === name);
  if (!start) return [];
  const ids = [start.id];
  for (const id of ids) ids.push(...all.filter((actor) => actor.parentId === id).map((actor) => actor.id));
  return ids;
};

const meets = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));

const EXPLOSIVE = ['ied', 'vbied', 'landmine', 'suicide'];
const NOT_A_CLASH = [
  'ambush',
  'raid',
  'sniper',
  'assassination',
  'execution',
  'false_checkpoint',
  ...EXPLOSIVE,
  'airstrike',
  'drone',
];

function isOfTactic(incident: Held, tactic: Tactic): boolean {
  const named = (list: string[]) => meets(incident.tactics, list);
  const sub = incident.subEventType;
  if (named([tactic])) return true;
  if (tactic === 'ied' || tactic === 'landmine') return sub === 'Remote explosive/landmine/IED' && !named(EXPLOSIVE);
  if (tactic === 'airstrike' || tactic === 'drone') return sub === 'Air/drone strike' && !named(['airstrike', 'drone']);
  if (tactic === 'clash') return sub === 'Armed clash' && !named(NOT_A_CLASH);
  if (tactic === 'suicide') return sub === 'Suicide bomb';
  if (tactic === 'shelling') return sub === 'Shelling/artillery/missile attack';
  if (tactic === 'kidnapping') return sub === 'Abduction/forced disappearance';
  return tactic === 'arrest' && sub === 'Arrests';
}

export const wholeParties = (gazetteer: Gazetteer, names: string[]): Party[] => {
  const ids = names.flatMap((name) => below(gazetteer, name));
  return PARTIES.filter((party) => {
    const members = [...gazetteer.actors.values()].filter((actor) => actor.party === party);
    // all of the party is named, or is a group that holds a named one
    const covered = members.every(
      (member) =>
        ids.includes(member.id) || names.some((name) => below(gazetteer, member.name).includes(below(gazetteer, name)[0] ?? '')),
    );
    return covered && members.some((member) => ids.includes(member.id));
  });
};

export const partiesOf = (gazetteer: Gazetteer, names: string[]): Party[] => {
  const ids = names.flatMap((name) => below(gazetteer, name));
  return PARTIES.filter((party) => ids.some((id) => gazetteer.actors.get(id)?.party === party));
};

/** The figure of one range that counts: the best estimate, for the killed; else the least. */
export const figure = (range: Range, measure: Measure) =>
  measure === 'killed' ? (range.best ?? range.low ?? 0) : (range.low ?? 0);

export const ranges = (tolls: Tolls, measure: Measure, parties: readonly Party[]) =>
  parties.flatMap((party) => tolls[party]?.[measure] ?? []);

/** Whether ranges, taken together, say any number: 0 to open says none. */
export const sayNumber = (all: Range[], measure: Measure) =>
  all.some((range) => figure(range, measure) > 0) || (all.length > 0 && all.every((range) => range.high !== null));

const measuresIn = (field: NonNullable<Question['casualties']>['field']): Measure[] =>
  field === 'killed_or_wounded' ? ['killed', 'wounded'] : [field];

function passesToll(gazetteer: Gazetteer, incident: Held, { casualties, actors }: Question): boolean {
  if (!casualties || casualties.op === 'sum' || casualties.op === 'avg') return true;
  const parties = actors.target.length > 0 ? partiesOf(gazetteer, actors.target) : PARTIES;
  // of named sides each must say a number for itself; without a side, the incident as a whole
  const sides = actors.target.length > 0 ? parties.map((party) => [party]) : [parties];
  const measures = measuresIn(casualties.field);
  if (!measures.some((m) => sides.some((side) => sayNumber(ranges(incident.tolls, m, side), m)))) return false;
  const figures = measures.flatMap((m) => ranges(incident.tolls, m, parties).map((range) => figure(range, m)));
  const total = figures.reduce((a, b) => a + b, 0);
  const value = casualties.value ?? 1;
  const passes = { '>=': total >= value, '>': total > value, '=': total === value, '<': total < value, '<=': total <= value };
  return passes[casualties.op];
}

export function fits(gazetteer: Gazetteer, incident: Held, question: Question, accounts: AccountRecord[]): boolean {
  const q = question;
  const ids = (names: string[]) => names.flatMap((name) => below(gazetteer, name));
  const everybody = [...incident.attributedTo, ...incident.targets, ...incident.claimedBy];
  if (incident.status !== 'published' || incident.evidence === 'discounted') return false;
  if (q.ref !== null && q.ref !== incident.ref) return false;
  if (q.country !== null && q.country !== incident.country) return false;
  if (q.subject === 'attacks' && q.tactics.length === 0 && incident.eventType === 'Strategic developments') return false;
  if (!q.actors.any.every((name) => meets(everybody, ids([name])))) return false;
  const by = ids(q.actors.perpetrator);
  const blamed = q.actors.perpetrator.length === 0 || meets(incident.attributedTo, by);
  const claims = q.actors.perpetrator.length === 0 ? incident.claimedBy.length > 0 : meets(incident.claimedBy, by);
  if (q.evidence === 'claimed' ? !claims : !blamed) return false;
  if (q.evidence === 'unclaimed' && claims) return false;
  if (q.actors.target.length > 0 && !meets(incident.targets, ids(q.actors.target)) && !losesWhole(gazetteer, incident, q))
    return false;
  if (q.exclude && meets(everybody, ids(q.exclude.actors))) return false;
  if (q.tactics.length > 0 && !q.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
  if (q.exclude?.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
  if (q.target_objects.length > 0 && !meets(incident.targetObjects, q.target_objects)) return false;
  if (q.means.length > 0 && !meets(incident.means, q.means)) return false;
  if (q.time_of_day !== null && incident.timeOfDay !== q.time_of_day) return false;
  if (q.evidence === 'confirmed' && incident.evidence !== 'confirmed') return false;
  if (q.evidence === 'unconfirmed' && incident.evidence === 'confirmed') return false;
  if (q.evidence === 'geolocated' && incident.wherePrec !== 1) return false;
  if (q.grades && !q.grades.includes(incident.evidence)) return false;
  const tellers = accounts.filter((account) => account.covers.includes(incident.id)).map((account) => account.sourceId);
  const sources = q.sources.map((name) => [...gazetteer.sources.values()].find((s) => s.name === name)?.id ?? '');
  if (sources.length > 0 && !meets(tellers, sources)) return false;
  return passesToll(gazetteer, incident, q);
}

/** "how many civilians were killed" is also about the civilians that died in attacks on others. */
function losesWhole(gazetteer: Gazetteer, incident: Held, { casualties, actors }: Question): boolean {
  if (!casualties || (casualties.op !== 'sum' && casualties.op !== 'avg')) return false;
  const whole = wholeParties(gazetteer, actors.target);
  return measuresIn(casualties.field).some((m) => ranges(incident.tolls, m, whole).some((r) => r.high === null || r.high > 0));
}
