import type { Store } from '../../../db/client.ts';
import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import { type NearEvent, readNearEvents } from '../../../db/queries/near-events.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { boxOf } from '../../gazetteer/geometry.ts';
import { type Comparison, createComparer, type Measured, rarityAmong } from './compare.ts';
import type { Telling } from './telling.ts';
import { weigh } from './weigh.ts';

/** An incident that may be the same event. */
export interface Suggestion extends Measured {
  ref: string;
  /** Bits for one event rather than two; LIKELY or more. */
  weight: number;
  /** How alike the two are in each respect: the reasons. */
  levels: Comparison;
}

/**
 * From here on two tellings are suggested as one. On UCDP's 16,566 events told again with other spelling, day, place, toll and most words,
 * 90 % of 1,500 are then among the first three, and 21 % of 1,500 events that the store does not hold get a suggestion all the same.
 */
export const LIKELY = 6;
const SUGGESTED = 3;
const DAYS_AROUND = 7;
const KM_AROUND = 60;
/** In bits for each doubling of the events of that name: where much happens in one place, its name says less. */
const CROWDING = 0.3;

/** Kilometres within which UCDP's precision of a place leaves a point that says no extent of its own. */
const WITHIN_KM: Readonly<Record<number, number>> = { 1: 2, 2: 12, 3: 25, 4: 60, 5: 60, 6: 200, 7: 300 };
export const withinKm = (wherePrec: number): number => WITHIN_KM[wherePrec] ?? 60;

const DAY_MS = 86_400_000;
const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Actors with all above them, so that a cell of a group meets the group. */
export function withThoseAbove({ actors }: Gazetteer, ids: readonly string[]): string[] {
  const all = new Set<string>();
  for (const id of ids) {
    for (let at: string | null = id; at !== null && !all.has(at); at = actors.get(at)?.parentId ?? null) all.add(at);
  }
  return [...all];
}

function tellingOf(event: NearEvent, gazetteer: Gazetteer): Telling {
  const { lat, lon, killed, summaryEn, summaryAr } = event;
  return {
    from: event.from,
    to: event.to,
    point: { lat, lon },
    withinKm: event.extentKm ?? withinKm(event.wherePrec),
    placeEn: event.placeEn,
    placeAr: event.placeAr,
    attackers: withThoseAbove(gazetteer, event.attackers),
    targets: withThoseAbove(gazetteer, event.targets),
    tactics: event.tactics,
    objects: event.objects,
    killed: killed.low === null ? null : { low: killed.low, high: killed.high },
    words: [{ language: 'en', text: summaryEn }, ...(summaryAr === null ? [] : [{ language: 'ar' as const, text: summaryAr }])],
  };
}

const nameCounts = ({ name }: Comparison): boolean => name !== 'other' && name !== 'untold';

/** The likeliest of `others` to tell of the same event, the likeliest first, by their places in the list; none below LIKELY. */
export function rankDuplicates(telling: Telling, others: readonly Telling[]): (Omit<Suggestion, 'ref'> & { at: number })[] {
  const rarity = rarityAmong(others);
  const compare = createComparer();
  const compared = others.map((other) => compare(telling, other, rarity));
  const crowd = CROWDING * Math.log2(Math.max(1, compared.filter(({ levels }) => nameCounts(levels)).length));
  return compared
    .map(({ levels, measured }, at) => ({ at, weight: weigh(levels) - (nameCounts(levels) ? crowd : 0), levels, ...measured }))
    .filter(({ weight }) => weight >= LIKELY)
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
}

/** Works inside a transaction as outside. The likeliest incidents of the store that tell of the same event, the likeliest first; at most three. */
export async function suggestDuplicates(
  telling: Telling,
  { store, gazetteer }: { store: Pick<Store, 'db'>; gazetteer: Gazetteer },
): Promise<Suggestion[]> {
  const { point } = telling;
  const events = await readNearEvents(store.db, {
    from: moved(telling.from, -DAYS_AROUND),
    to: moved(telling.to, DAYS_AROUND),
    box: point && boxOf([[point.lon, point.lat]], KM_AROUND + telling.withinKm),
  });
  return rankDuplicates(
    telling,
    events.map((event) => tellingOf(event, gazetteer)),
  )
    .slice(0, SUGGESTED)
    .map(({ at, ...suggestion }) => ({ ref: events[at]?.ref ?? '', ...suggestion }));
}

/** How alike a telling and one incident are, whether likely or not; what many say around the incident counts for little. */
export async function compareWith(
  telling: Telling,
  incident: IncidentRow,
  { store, gazetteer }: { store: Pick<Store, 'db'>; gazetteer: Gazetteer },
): Promise<Measured & { levels: Comparison }> {
  const { lat, lon, eventDateStart: from, eventDateEnd: to, killedLow, killedHigh } = incident;
  const surroundings = { from: moved(from, -DAYS_AROUND), to: moved(to, DAYS_AROUND), box: boxOf([[lon, lat]], KM_AROUND) };
  const around = await readNearEvents(store.db, surroundings);
  const event: NearEvent = {
    ...incident,
    from,
    to,
    attackers: [...incident.attributedTo, ...incident.claimedBy],
    objects: incident.targetObjects,
    killed: { low: killedLow, high: killedHigh },
  };
  const rarity = rarityAmong(
    [event, ...around.filter(({ ref }) => ref !== incident.ref)].map((one) => tellingOf(one, gazetteer)),
  );
  const { levels, measured } = createComparer()(telling, tellingOf(event, gazetteer), rarity);
  return { levels, ...measured };
}
