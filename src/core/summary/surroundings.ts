import type { Question } from '../question/question.ts';
import type { Found, SearchRequest } from '../search/found.ts';
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

/** Days that a period must have for the one before to say anything: attacks here are counted by the month. */
const SHORTEST = 7;

async function before(found: Found, search: Search): Promise<Surroundings['before']> {
  const { question } = found.request;
  const { time } = question;
  if (question.intent !== 'summary' || time === null || time.from === null || time.to >= found.request.now) return null;
  if (at(time.to) - at(time.from) < (SHORTEST - 1) * DAY) return null;
  const period = periodBefore({ from: time.from, to: time.to });
  const { totals } = await counted(found.request, { time: period, intent: 'count' }, search);
  return { period, total: totalOf(totals) };
}

/** The next larger circle; where nothing was found, the first of the larger ones that holds anything. */
async function wider(found: Found, nothing: boolean, search: Search): Promise<Surroundings['wider']> {
  const { radiusKm, request } = found;
  if (radiusKm === null || request.question.relation !== 'near') return null;
  for (let km = widerRadius(radiusKm); km !== null; km = widerRadius(km)) {
    const { totals } = await counted(request, { near_km: km, intent: 'count' }, search);
    const more = totals.incidents > found.totals.incidents;
    if (more || !nothing) return more ? { km, incidents: totals.incidents, possible: totals.possible } : null;
  }
  return null;
}

async function anyTime(found: Found, nothing: boolean, search: Search): Promise<Surroundings['any_time']> {
  const { request } = found;
  if (!nothing || request.question.time === null) return null;
  const { totals, incidents } = await counted(
    request,
    { time: null, intent: 'latest', order: 'date_desc', limit: 1, group_by: null },
    search,
  );
  if (totals.incidents + totals.possible === 0) return null;
  return { incidents: totals.incidents, possible: totals.possible, latest: incidents[0]?.dateStart ?? null };
}

/** What lies round about: a period to compare with, and the nearest thing that there is where nothing was found. */
export async function surroundings(found: Found, search: Search): Promise<Surroundings> {
  const nothing = found.totals.incidents + found.totals.possible === 0;
  return {
    before: await before(found, search),
    wider: await wider(found, nothing, search),
    any_time: await anyTime(found, nothing, search),
  };
}
