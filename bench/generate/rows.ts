import { type Draw, weighted } from './draw.ts';
import { type What, whatOf } from './what.ts';
import type { Land, Where } from './where.ts';

export interface GeneratedIncident extends Where, What {
  ref: string;
  event_date_start: string;
  event_date_end: string;
  date_prec: number;
  attribution_certainty: 'confirmed' | 'suspected';
  summary_en: string;
  summary_ar: string | null;
  status: 'published' | 'draft' | 'retracted';
}

/** The first and the last day of what is made up. */
export const FIRST_DAY = '2013-01-01';
export const LAST_DAY = '2024-06-11';
const DAY_MS = 86_400_000;
const DAYS = (Date.parse(LAST_DAY) - Date.parse(FIRST_DAY)) / DAY_MS + 1;
const iso = (day: number) => new Date(Date.parse(FIRST_DAY) + day * DAY_MS).toISOString().slice(0, 10);

/** UCDP date_prec, and how many days it may reach over. */
const PRECISIONS = weighted([
  [{ prec: 1, days: 0 }, 84],
  [{ prec: 2, days: 5 }, 9],
  [{ prec: 3, days: 6 }, 3],
  [{ prec: 4, days: 29 }, 3],
  [{ prec: 5, days: 300 }, 1],
] as const);

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export function refOf(n: number): string {
  let letters = '';
  for (let rest = n, i = 0; i < 6; i++, rest = Math.floor(rest / LETTERS.length))
    letters = LETTERS[rest % LETTERS.length] + letters;
  return `GEN-${letters}`;
}

/** Offensives: some months have several times the incidents of others, and they swell and ebb. */
const wave = (day: number) => 1 + 0.7 * Math.sin(day / 97) + 0.5 * Math.sin(day / 391) + (day > 400 && day < 1900 ? 1.2 : 0);
const HIGHEST = 3.5;

function dayOf(draw: Draw): number {
  for (;;) {
    const day = draw.below(DAYS);
    if (draw.unit() * HIGHEST < wave(day)) return day;
  }
}

const STATUS = weighted([
  ['published', 97],
  ['draft', 2],
  ['retracted', 1],
] as const);

export function incidentOf(n: number, land: Land, draw: Draw): GeneratedIncident {
  const [where, what, start] = [land(draw), whatOf(draw), dayOf(draw)];
  const { prec, days } = draw.weighted(PRECISIONS);
  const end = Math.min(start + (days === 0 ? 0 : 1 + draw.below(days)), DAYS - 1);
  const how = what.tactics[0] ?? 'clash';
  return {
    ...where,
    ...what,
    ref: refOf(n),
    event_date_start: iso(start),
    event_date_end: iso(end),
    date_prec: prec,
    attribution_certainty: draw.unit() < 0.6 ? 'confirmed' : 'suspected',
    summary_en:
      `A report of ${how} by ${what.attributed_to.join(' and ')} near ${where.place_en} on ${what.targets.join(', ') || 'an unknown target'}. `.repeat(
        1 + draw.below(3),
      ),
    summary_ar: draw.unit() < 0.3 ? `تقرير عن هجوم قرب ${where.place_en} من مصادر محلية في المنطقة.` : null,
    status: draw.weighted(STATUS),
  };
}
