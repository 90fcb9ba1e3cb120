import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { type Draft, emptyDraft } from '../../tips/draft.ts';

/** What of an incident a sentence can be made of. */
export type Told = Pick<
  IncidentRow,
  | 'eventDateStart'
  | 'eventDateEnd'
  | 'datePrec'
  | 'placeId'
  | 'placeEn'
  | 'placeAr'
  | 'lat'
  | 'lon'
  | 'wherePrec'
  | 'tactics'
  | 'attributedTo'
  | 'targets'
  | 'claimedBy'
  | 'tolls'
>;

/** A stored incident in the terms of a draft, to be said in the same words. */
export function asDraft(row: Told, { actors }: Gazetteer): Draft {
  const names = (ids: readonly string[]) => ids.flatMap((id) => actors.get(id)?.name ?? []);
  const { eventDateStart, eventDateEnd, datePrec, placeId, placeEn, placeAr, lat, lon, wherePrec, tactics, tolls } = row;
  return {
    ...emptyDraft(),
    day: { from: eventDateStart, to: eventDateEnd, precision: datePrec },
    place: { id: placeId, name: placeEn, nameAr: placeAr ?? placeEn, lat, lon, precision: wherePrec, pinned: false },
    attackers: names(row.attributedTo),
    targets: names(row.targets),
    involved: names(row.claimedBy),
    tactics,
    tolls,
  };
}
