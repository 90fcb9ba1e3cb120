import { emptyQuestion, type Question } from '../question/question.ts';
import type { Found, SearchRequest } from '../search/found.ts';
import { NEAR_KM } from '../search/reach.ts';
import type { Surroundings } from './answer.ts';
import { totalOf } from './toll.ts';

export type Search = (request: SearchRequest) => Promise<Found>;

/** Kilometres that the wider and narrower buttons step through. */
const RADII = [5, 10, 20, 30, 50, 100, 150] as const;

export const widerRadius = (km: number): number | null => RADII.find((step) => step > km) ?? null;
export const narrowerRadius = (km: number): number | null => RADII.findLast((step) => step < km) ?? null;

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The same stretch before: calendar months for whole months (so also quarters and years), days otherwise. */
export function periodBefore({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const end = new Date(at(to));
  const wholeMonths = from.endsWith('-01') && new Date(end.getTime() + DAY).getUTCDate() === 1;
  const last = iso(at(from) - DAY);
  if (!wholeMonths) return { from: iso(at(from) - (at(to) - at(from)) - DAY), to: last };
  const months = (end.getUTCFullYear() - Number(from.slice(0, 4))) * 12 + end.getUTCMonth() + 1 - (Number(from.slice(5, 7)) - 1);
  return { from: iso(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 - months, 1)), to: last };
}

/** Counts alone: the same question with one thing changed. */
const counted = (request: SearchRequest, change: Partial<Question>, search: Search): Promise<Found> =>
  search({ ...request, question: { ...request.question, ...change }, offset: 0, limit: 1 });

const HEAVIEST = 5;

/** Days that a period must have for the one before to say anything: attacks here are counted by the month. */
const SHORTEST = 7;

async function before(request: SearchRequest, search: Search): Promise<Surroundings['before']> {
  const { intent, time } = request.question;
  if (intent !== 'summary' || time === null || time.from === null || time.to >= request.now) return null;
  if (at(time.to) - at(time.from) < (SHORTEST - 1) * DAY) return null;
  const period = periodBefore({ from: time.from, to: time.to });
  const { totals } = await counted(request, { time: period, intent: 'count' }, search);
  return { period, total: totalOf(totals) };
}

async function anyTime(request: SearchRequest, search: Search): Promise<Surroundings['any_time']> {
  if (request.question.time === null) return null;
  const change = { time: null, intent: 'latest', order: 'date_desc', limit: 1, group_by: null } as const;
  const { totals, incidents } = await counted(request, change, search);
  if (totals.incidents + totals.possible === 0) return null;
  return { incidents: totals.incidents, possible: totals.possible, latest: incidents[0]?.dateStart ?? null };
}

/** An average says how it came about by its heaviest incidents. */
async function heaviestLumped(request: SearchRequest, search: Search): Promise<string[]> {
  if (request.question.casualties?.op !== 'avg') return [];
  const question: Question = { ...request.question, intent: 'list', group_by: null, order: 'killed_desc', limit: null };
  const { incidents } = await search({ ...request, question, offset: 0, limit: HEAVIEST });
  return incidents.filter(({ eventClarity }) => eventClarity === 2).map(({ ref }) => ref);
}

/** Whether nothing at all is on record from the asked period: a hole in the records, not a finding about the place or the people. */
async function isEmptyPeriod(request: SearchRequest, search: Search): Promise<boolean> {
  const { time } = request.question;
  if (time === null) return false;
  const question: Question = { ...emptyQuestion(), intent: 'count', time };
  const { totals } = await search({ ...request, question, offset: 0, limit: 1 });
  return totals.incidents + totals.possible === 0;
}

/** The next two circles: what they hold beyond the asked one is worth saying. */
function circles({ relation, places, near_km }: Question): [number | null, number | null] {
  if (relation !== 'near' || places.length === 0) return [null, null];
  const next = widerRadius(near_km ?? NEAR_KM);
  return [next, next === null ? null : widerRadius(next)];
}

/**
 * A search and what lies round about: the stretch before to compare with, the next larger circle, and where nothing was found the
 * nearest thing that there is. `main` makes the search itself; the others run beside it.
 */
export async function searchAround(
  request: SearchRequest,
  main: Search,
  search: Search,
): Promise<{ found: Found; around: Surroundings }> {
  const [next, farther] = circles(request.question);
  const [found, earlier, heaviest_lumped] = await Promise.all([
    main({ ...request, wider: next }),
    before(request, search),
    heaviestLumped(request, search),
  ]);
  const wider = found.wider ?? null;
  const more = (circle: Surroundings['wider']) => (circle && circle.incidents > found.totals.incidents ? circle : null);
  if (found.totals.incidents + found.totals.possible > 0) {
    return { found, around: { before: earlier, wider: more(wider), any_time: null, empty_period: false, heaviest_lumped } };
  }
  const [beyond, latest, empty] = await Promise.all([
    more(wider) || farther === null ? null : counted({ ...request, wider: farther }, {}, search),
    anyTime(request, search),
    isEmptyPeriod(request, search),
  ]);
  return {
    found,
    around: {
      before: earlier,
      wider: more(wider) ?? more(beyond?.wider ?? null),
      any_time: latest,
      empty_period: empty,
      heaviest_lumped,
    },
  };
}
