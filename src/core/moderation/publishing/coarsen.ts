import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { addDays } from '../../question/calendar.ts';
import type { Draft } from '../../tips/draft.ts';
import { placed } from './incident-of-draft.ts';

/** A tenth of a degree is about 11 km. */
const tenth = (degrees: number) => Math.round(degrees * 10) / 10;
const DISTRICT = 3;

/** Monday to Sunday. */
function weekOf(day: string): { from: string; to: string; precision: number } {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = addDays(day, -weekday);
  return { from, to: addDays(from, 6), precision: 3 };
}

/** So wide that who was there cannot be told from it: the week and the district, its point to a tenth of a degree. */
export function coarsened(draft: Draft, gazetteer: Gazetteer): Draft {
  const { day, place } = draft;
  const point = place && { lat: tenth(place.lat), lon: tenth(place.lon) };
  const wide =
    place && point && placed({ ...place, ...point, id: null, precision: Math.max(place.precision, DISTRICT) }, gazetteer);
  return {
    ...draft,
    day: day && day.precision < DISTRICT ? weekOf(day.from) : day,
    timeOfDay: null,
    place:
      wide && point
        ? {
            ...point,
            id: wide.placeId,
            name: wide.placeEn,
            nameAr: wide.placeAr ?? wide.placeEn,
            precision: wide.wherePrec,
            pinned: false,
          }
        : place,
  };
}
