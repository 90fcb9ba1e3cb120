import type { ActorTest, Selection, TollTest } from '../../db/queries/selection.ts';
import type { Evidence } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { remembered } from '../gazetteer/remembered.ts';
import type { Question } from '../question/question.ts';
import { type AskedLosses, askedLosses, idsOf, wholeParties } from './asked-losses.ts';
import { tacticTest } from './tactics.ts';

const ROLES = ['attributed_to', 'targets', 'claimed_by'] as const;
const UNCONFIRMED: readonly Evidence[] = ['fair', 'weak', 'contested'];

/** Everything of a question but its places: docs/counting.md says each rule in words. */
export function contentOf(
  gazetteer: Gazetteer,
  question: Question,
  { asOf, longest }: Pick<Selection, 'asOf' | 'longest'>,
): Omit<Selection, 'places' | 'withoutPlaces'> {
  const q = question;
  const or = <T>(list: readonly T[]) => (list.length > 0 ? list : null);
  return {
    asOf,
    from: q.time?.from ?? null,
    to: q.time?.to ?? null,
    longest,
    ref: q.ref,
    country: q.country,
    withoutEventTypes: q.subject === 'attacks' && q.tactics.length === 0 ? ['Strategic developments'] : [],
    actors: actorTests(gazetteer, q),
    withoutActors: idsOf(gazetteer, q.exclude?.actors ?? []),
    tactics: or(q.tactics.map(tacticTest)),
    withoutTactics: (q.exclude?.tactics ?? []).map(tacticTest),
    targetObjects: or(q.target_objects),
    means: or(q.means),
    timeOfDay: q.time_of_day,
    claim: claimOf(gazetteer, q),
    evidence: evidenceOf(q),
    whereExact: q.evidence === 'geolocated',
    sources: or(q.sources.map((name) => sourceIdOf(gazetteer, name))),
    toll: tollTest(q, askedLosses(gazetteer, q.actors)),
  };
}

export const sourceIdOf = (gazetteer: Gazetteer, name: string): string => sourcesByName(gazetteer).get(name) ?? name;

const sourcesByName = remembered(
  ({ sources }: Gazetteer) => new Map([...sources.values()].reverse().map(({ id, name }) => [name, id])),
);

function actorTests(gazetteer: Gazetteer, { actors, evidence, casualties }: Question): ActorTest[] {
  const tests: ActorTest[] = actors.any.map((name) => ({ roles: ROLES, ids: idsOf(gazetteer, [name]) }));
  // "claimed by ISIS" asks for the claim: whom others hold responsible is another fact
  if (actors.perpetrator.length > 0 && evidence !== 'claimed') {
    tests.push({ roles: ['attributed_to'], ids: idsOf(gazetteer, actors.perpetrator) });
  }
  if (actors.target.length > 0 && !casualties?.of_target) {
    const summed = casualties?.op === 'sum' || casualties?.op === 'avg' ? measuresOf(casualties) : [];
    const parties = [...wholeParties(gazetteer, actors.target)];
    const ids = idsOf(gazetteer, actors.target);
    tests.push({
      roles: ['targets'],
      ids,
      ...(summed.length > 0 && parties.length > 0 ? { orLossOf: { parties, measures: summed } } : {}),
    });
  }
  return tests;
}

function claimOf(gazetteer: Gazetteer, { evidence, actors }: Question): Selection['claim'] {
  if (evidence !== 'claimed' && evidence !== 'unclaimed') return null;
  const by = actors.perpetrator.length > 0 ? idsOf(gazetteer, actors.perpetrator) : null;
  return { by, is: evidence === 'claimed' };
}

function evidenceOf({ evidence, grades }: Question): readonly Evidence[] | null {
  const asked: readonly Evidence[] | null =
    evidence === 'confirmed' ? ['confirmed'] : evidence === 'unconfirmed' ? UNCONFIRMED : null;
  if (!asked || !grades) return asked ?? grades;
  return asked.filter((grade) => grades.includes(grade));
}

function tollTest({ casualties }: Question, losses: AskedLosses | null): TollTest | null {
  if (!casualties || casualties.op === 'sum' || casualties.op === 'avg') return null;
  const parties = losses?.role === 'target' ? losses.parties : null;
  return { parties, measures: measuresOf(casualties), op: casualties.op, value: casualties.value ?? 1 };
}

export const measuresOf = ({ field }: NonNullable<Question['casualties']>): TollTest['measures'] =>
  field === 'killed_or_wounded' ? ['killed', 'wounded'] : [field];
