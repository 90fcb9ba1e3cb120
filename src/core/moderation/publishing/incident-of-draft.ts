import type { NewIncident } from '../../../db/queries/incident-writing.ts';
import type { Tolls } from '../../../db/schema/columns.ts';
import { type Measure, PARTIES, type Party } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { createPlaceFinder } from '../../imports/find-place.ts';
import { eventTypeOf, likelySubEvent } from '../../imports/mapping/event-type.ts';
import { BadCell } from '../../imports/row.ts';
import type { Draft } from '../../tips/draft.ts';
import { summariesOf } from './summaries.ts';

/** Of what an incident says, all that a draft can give; evidence, ref and origin are the publisher's. */
export type DraftedIncident = Omit<
  NewIncident,
  'origin' | 'originId' | 'ref' | 'evidence' | 'recordedAt' | 'changedAt' | 'status'
>;

/** Measures of an incident; an account may tell more. */
const OF_INCIDENTS: readonly Measure[] = ['killed', 'wounded', 'captured', 'missing'];

/** `best` is kept of the killed alone, and said where the source is exact. */
export function incidentTollsOf(tolls: Draft['tolls']): Tolls {
  const kept: Tolls = {};
  for (const party of PARTIES) {
    for (const measure of OF_INCIDENTS) {
      const range = tolls[party]?.[measure];
      if (!range) continue;
      const { low, high } = range;
      const best = measure !== 'killed' ? null : (range.best ?? (low === high ? low : null));
      kept[party] = { ...kept[party], [measure]: best === null ? { low, high } : { low, best, high } };
    }
  }
  return kept;
}

export const idsOf = (names: readonly string[], { actorNamed }: Gazetteer): string[] =>
  names.flatMap((name) => actorNamed(name)?.id ?? []);

export const partiesOf = (ids: readonly string[], { actors }: Gazetteer): Party[] =>
  ids.flatMap((id) => actors.get(id)?.party ?? []);

/** What keeps a draft from being published. */
export type Missing = 'day' | 'place';

export const missingIn = ({ day, place }: Draft): Missing[] => [
  ...(day === null ? (['day'] as const) : []),
  ...(place === null ? (['place'] as const) : []),
];

/** UCDP's precision "within 25 km"; what is vaguer stands at a unit or an area. */
const NEAR_A_POINT = 2;
/** A hundredth of a degree is about 1 km: where exactly a contact stood is no part of an incident. */
const hundredth = (degrees: number) => Math.round(degrees * 100) / 100;

/** Where it was, with the units that it lies in; null: in no country that dalil knows. */
export function placed(place: NonNullable<Draft['place']>, gazetteer: Gazetteer) {
  const given = { country: null, admin1: null, admin2: null, unitsAreTold: false };
  const { id, name, nameAr, precision, pinned } = place;
  const point = pinned ? { lat: hundredth(place.lat), lon: hundredth(place.lon) } : { lat: place.lat, lon: place.lon };
  try {
    const find = createPlaceFinder(gazetteer);
    const found = find({ ...given, name: name || null, nameAr: nameAr || null, point, wherePrec: precision });
    // a name of its own for a point, such as "12 km south of Sukhnah", is not that of the place near by
    const isOwn = id !== null || (name !== '' && precision <= NEAR_A_POINT);
    return isOwn ? { ...found, placeId: id, placeEn: name, placeAr: nameAr } : found;
  } catch (error) {
    if (error instanceof BadCell) return null;
    throw error;
  }
}

/** Null: its day or its place is not known. Nothing of the contact's own words is in it. */
export function incidentOfDraft(draft: Draft, core: Pick<Core, 'gazetteer' | 'translator'>): DraftedIncident | null {
  const { day, place, tactics, targetObjects, timeOfDay } = draft;
  const where = place && placed(place, core.gazetteer);
  if (day === null || !where) return null;
  const hitCivilians =
    draft.tolls.civilians !== undefined || draft.targets.some((name) => core.gazetteer.actorNamed(name)?.party === 'civilians');
  const armed = draft.targets.some((name) => core.gazetteer.actorNamed(name)?.kind !== 'victims');
  const subEventType = likelySubEvent(tactics, { hitCivilians, harmed: armed || Object.keys(draft.tolls).length > 0 });
  const fields = {
    ...where,
    eventDateStart: day.from,
    eventDateEnd: day.to,
    datePrec: day.precision,
    eventType: eventTypeOf(subEventType),
    subEventType,
    tactics,
    targetObjects,
    means: [],
    timeOfDay,
    attributedTo: idsOf(draft.attackers, core.gazetteer),
    // one witness suspects
    attributionCertainty: 'suspected' as const,
    claimedBy: [],
    targets: idsOf(draft.targets, core.gazetteer),
    tolls: incidentTollsOf(draft.tolls),
    eventClarity: 1,
  };
  return { ...fields, ...summariesOf(fields, draft.summary ?? {}, core) };
}
