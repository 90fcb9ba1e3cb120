import type { Telling } from '../../src/core/moderation/duplicates/telling.ts';
import { csvRecords } from './ucdp.ts';

/** Kilometres within which UCDP's precision of a place leaves a point: its codebook's, the vague ones as wide as their areas. */
const WITHIN_KM: Record<string, number> = { 1: 2, 2: 12, 3: 25, 4: 60, 5: 60, 6: 200, 7: 300 };

/** What a headline says of how. */
const TACTICS: readonly [tactic: string, words: RegExp][] = [
  ['airstrike', /air ?strike|warplane|aerial|air raid|helicopter|barrel/iu],
  ['shelling', /shell|bombard|rocket|mortar|artiller|missile/iu],
  ['ied', /\bieds?\b|\bmines?\b|bomb(?!ard)|explo|blast|detonat|booby/iu],
  ['clash', /clash|fight|battle|offensive|assault/iu],
  ['execution', /execut|behead|assassin|shot dead|sniper/iu],
];
const tacticsIn = (headline: string): string[] => TACTICS.flatMap(([tactic, words]) => (words.test(headline) ? [tactic] : []));

/** UCDP's events as tellings. */
export const ucdpTellings = (text: string): Telling[] =>
  [...csvRecords(text)].map((row) => {
    const oneSided = row.type_of_violence === '3';
    return {
      from: row.date_start ?? '',
      to: row.date_end ?? '',
      point: { lat: Number(row.latitude), lon: Number(row.longitude) },
      withinKm: WITHIN_KM[row.where_prec ?? ''] ?? 60,
      placeEn: row.where_coordinates || null,
      placeAr: null,
      attackers: [row.side_a ?? ''],
      targets: [oneSided ? 'Civilians' : (row.side_b ?? '')],
      tactics: tacticsIn(row.source_headline ?? ''),
      objects: [],
      killed: { low: Number(row.low), high: Number(row.high) },
      words: [{ language: 'en', text: row.source_headline ?? '' }],
    };
  });

const DAY_MS = 86_400_000;
const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** How another source writes a name: each a change that transcribers of Arabic really make. */
const RESPELLINGS: readonly [from: RegExp, to: string][] = [
  [/\b(?:al|el|ar|as|ad|az|an|at|ash)[ -]/giu, ''],
  [/ei|ay|ai/giu, 'e'],
  [/ou|oo/giu, 'u'],
  [/iyy?ah\b/giu, 'iya'],
  [/ah\b/giu, 'a'],
  [/q/giu, 'k'],
  [/([b-df-hj-np-tv-z])\1/giu, '$1'],
  [/e/giu, 'i'],
  [/['’-]/gu, ' '],
  [/kh/giu, 'h'],
];

function respelled(name: string, random: () => number): string {
  let told = name;
  for (const [from, to] of RESPELLINGS) if (random() < 0.25) told = told.replace(from, to);
  return told;
}

/**
 * The same event told by another source: other spelling, up to a day and fifteen kilometres off, another toll, sides and tactic told or not,
 * and most of its words those of `other`, a report of something else.
 */
export function toldAgain(event: Telling, other: Telling, random: () => number): Telling {
  const days = Math.floor(random() * 3) - 1;
  const [km, bearing] = [15 * Math.sqrt(random()), 2 * Math.PI * random()];
  const { point, killed } = event;
  const factor = 0.5 + random();
  const dead = killed ? Math.round(((killed.low + (killed.high ?? killed.low)) / 2) * factor) : 0;
  return {
    ...event,
    from: moved(event.from, days),
    to: moved(event.to, days),
    point: point && {
      lat: point.lat + (km * Math.cos(bearing)) / 111.2,
      lon: point.lon + (km * Math.sin(bearing)) / (111.2 * Math.cos((point.lat * Math.PI) / 180)),
    },
    // it does not know how far off it is
    withinKm: 2,
    placeEn: event.placeEn && respelled(event.placeEn, random),
    attackers: random() < 0.8 ? event.attackers : [],
    targets: random() < 0.9 ? event.targets : [],
    tactics: random() < 0.7 ? event.tactics : [],
    killed: random() < 0.9 ? { low: dead, high: dead } : null,
    words: event.words.map(({ language, text }) => ({ language, text: reworded(text, other, random) })),
  };
}

/** Two words in five are the same, the others come from a report of something else. */
function reworded(text: string, other: Telling, random: () => number): string {
  const words = text.split(/\s+/u);
  const others = other.words.flatMap((said) => said.text.split(/\s+/u));
  return words.map((word) => (random() < 0.4 ? word : (others[Math.floor(random() * others.length)] ?? word))).join(' ');
}
