import { PARTIES, type Party } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Question } from '../question/question.ts';

/** Whose losses a question asks for, as far as tolls tell: they are kept by party, not by actor. */
export interface AskedLosses {
  /** target: the named side's own dead. perpetrator: the dead of all but the named side ("killed by ISIS" leaves ISIS's own out). */
  role: 'target' | 'perpetrator';
  parties: Party[];
  /** False where a party holds more than was named: the dead "of the NDF" are the government side's in attacks on the NDF. */
  exact: boolean;
}

/** Ids of the named actors and of all below them. A name that nobody bears finds nothing. */
export const idsOf = (gazetteer: Gazetteer, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => [...gazetteer.actorsUnder(gazetteer.actorNamed(name)?.id ?? name)])),
];

export function askedLosses(gazetteer: Gazetteer, actors: Question['actors']): AskedLosses | null {
  const role = actors.target.length > 0 ? 'target' : 'perpetrator';
  const names = actors[role];
  if (names.length === 0) return null;
  const own = new Set(idsOf(gazetteer, names).flatMap((id) => gazetteer.actors.get(id)?.party ?? []));
  const parties = PARTIES.filter((party) => own.has(party) === (role === 'target'));
  const whole = wholeParties(gazetteer, names);
  return { role, parties, exact: [...own].every((party) => whole.has(party)) };
}

/** Parties that the named actors make up between them: nobody else's losses are counted under them. */
export function wholeParties(gazetteer: Gazetteer, names: readonly string[]): Set<Party> {
  const named = new Set(idsOf(gazetteer, names));
  const above = new Set<string>();
  for (const name of names) {
    let parent = gazetteer.actorNamed(name)?.parentId ?? null;
    while (parent !== null && !above.has(parent)) {
      above.add(parent);
      parent = gazetteer.actors.get(parent)?.parentId ?? null;
    }
  }
  const shared = new Set<Party>();
  const held = new Set<Party>();
  for (const actor of gazetteer.actors.values()) {
    if (named.has(actor.id)) held.add(actor.party);
    // a group above the named one stands for it too: it shares nothing away
    else if (!above.has(actor.id)) shared.add(actor.party);
  }
  return new Set([...held].filter((party) => !shared.has(party)));
}
