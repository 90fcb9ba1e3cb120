import fc from 'fast-check';
import { FIRST_DAY, LAST_DAY } from '../../bench/generate/rows.ts';
import type { Gazetteer, Place } from '../../src/core/gazetteer/gazetteer.ts';
import type { Question } from '../../src/core/question/question.ts';
import type { IncidentRecord } from '../support/records.ts';
import { questionsAbout } from './question-arbitraries.ts';

const DAY_MS = 86_400_000;
const DAYS = (Date.parse(LAST_DAY) - Date.parse(FIRST_DAY)) / DAY_MS;
const dayAt = (n: number) => new Date(Date.parse(FIRST_DAY) + n * DAY_MS).toISOString().slice(0, 10);
const before = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** From days to years; whole months, quarters and years too, and open to one side. */
const time: fc.Arbitrary<Question['time']> = fc
  .record({
    start: fc.integer({ min: -30, max: DAYS }),
    days: fc.oneof(
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 45 }) },
      { weight: 2, arbitrary: fc.integer({ min: 46, max: 500 }) },
      fc.integer({ min: 501, max: DAYS }),
    ),
    whole: fc.constantFrom(0, 0, 1, 3, 12, 36),
    open: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ start, days, whole, open }) => {
    if (open === 0) return null;
    const from = dayAt(start);
    if (whole === 0) return { from: open === 1 ? null : from, to: dayAt(start + days) };
    const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
    const first = month - (month % Math.min(whole, 12));
    return { from: firstOf(year, first), to: before(firstOf(year, first + whole)) };
  });

/** Where incidents are, as often as they are there; or any place, by its kind, so that a river is asked for as often as a village. */
function placesOf(gazetteer: Gazetteer, held: readonly IncidentRecord[]): fc.Arbitrary<Place> {
  const kinds = new Map<string, Place[]>();
  for (const place of gazetteer.places.values()) kinds.set(place.kind, [...(kinds.get(place.kind) ?? []), place]);
  const step = Math.ceil(held.length / 2000);
  const busy = held.flatMap(({ versions: [{ placeId }] }, i) =>
    i % step === 0 ? (gazetteer.places.get(placeId ?? '') ?? []) : [],
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...busy) },
    { weight: 2, arbitrary: fc.constantFrom(...(kinds.get('governorate') ?? [])) },
    { weight: 1, arbitrary: fc.oneof(...[...kinds.values()].map((places) => fc.constantFrom(...places))) },
  );
}

/** Actors that hundreds of incidents name, and one in four of any. */
const BUSY = ['ISIS', 'ISIS', 'SAA', 'SDF', 'civilians', 'Russia', 'Pro-government forces', 'Iraqi security forces'];

/** Questions about incidents that the benchmark has made up. */
export function questionsOn(gazetteer: Gazetteer, held: readonly IncidentRecord[]): fc.Arbitrary<Question> {
  const all = [...gazetteer.actors.values()].map(({ name }) => name);
  const busy = BUSY.filter((name) => all.includes(name));
  return questionsAbout({
    place: placesOf(gazetteer, held),
    actors: [...busy, ...all.filter((_, i) => i % 4 === 0)],
    sources: ['sohr', 'sana', 'amaq'].flatMap((id) => gazetteer.sources.get(id)?.name ?? []),
    time,
  });
}
