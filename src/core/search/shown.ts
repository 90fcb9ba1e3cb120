import type { AccountRow } from '../../db/queries/accounts.ts';
import type { IncidentRow } from '../../db/queries/incidents.ts';
import type { Survey } from '../../db/queries/survey.ts';
import { kmBetween } from '../gazetteer/geometry.ts';
import type { FoundAccount, FoundIncident, PossibleBecause } from './found.ts';
import type { Reach } from './reach.ts';

/** With the distance from the nearest asked point, for questions about a radius. */
export function foundIncident({ status: _, ...row }: IncidentRow, reaches: readonly Reach[] | null): FoundIncident {
  const distances = (reaches ?? []).flatMap(({ circle }) => (circle ? kmBetween(circle, row) : []));
  return { ...row, distanceKm: distances.length > 0 ? Math.min(...distances) : null };
}

export function possibleIncident(incident: FoundIncident | undefined, { daySure, placeSure }: Survey['firstPossible'][number]) {
  const because: PossibleBecause = daySure ? 'place' : placeSure ? 'date' : 'both';
  return incident ? [{ ...incident, because }] : [];
}

/** By incident ref; an account that covers several incidents stands with each. */
export function accountsByRef(incidents: readonly { id: number; ref: string }[], accounts: readonly AccountRow[]) {
  return Object.fromEntries(
    incidents.map(({ id, ref }): [string, FoundAccount[]] => [
      ref,
      accounts.filter((account) => account.of.includes(id)).map(({ of: _, ...account }) => account),
    ]),
  );
}
