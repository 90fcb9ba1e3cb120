import type { Gazetteer, Place } from '../../../src/core/gazetteer/gazetteer.ts';
import { circle, corridor, holds, ofPlace, type Shape, touch, wedge, widened } from '../../../src/core/gazetteer/shape.ts';
import type { AskedPlace, Question } from '../../../src/core/question/question.ts';
import { roadBetween } from '../../../src/core/search/road-between.ts';
import type { Held, Verdict } from './kept.ts';

export function whenVerdict({ eventDateStart: start, eventDateEnd: end }: Held, time: Question['time']): Verdict {
  const from = time?.from ?? '0000';
  const to = time?.to ?? '9999';
  if (from <= start && end <= to) return 'sure';
  return start <= to && from <= end ? 'maybe' : 'no';
}

const RADIUS = 6371.0088;
const kmApart = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) => {
  const vector = ({ lat, lon }: typeof a) => {
    const [p, l] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const;
  };
  const [[ax, ay, az], [bx, by, bz]] = [vector(a), vector(b)];
  return 2 * RADIUS * Math.asin(Math.min(1, Math.hypot(ax - bx, ay - by, az - bz) / 2));
};

const chain = (gazetteer: Gazetteer, id: string | null): Place[] => {
  const place = id === null ? undefined : gazetteer.places.get(id);
  return place ? [place, ...chain(gazetteer, place.parentId)] : [];
};

const LEVEL: Record<string, 'admin1' | 'admin2' | 'admin3'> = {
  governorate: 'admin1',
  district: 'admin2',
  subdistrict: 'admin3',
};

/** All the land on which an incident may have been; 'nowhere' where no more than its country is known. */
function landOf(gazetteer: Gazetteer, incident: Held): Shape | 'nowhere' {
  const point = { lat: incident.lat, lon: incident.lon };
  if (incident.extentKm !== null) return circle(point, incident.extentKm);
  if (incident.wherePrec === 1) return circle(point, 0);
  if (incident.wherePrec === 2) return circle(point, 25);
  const place = incident.placeId === null ? undefined : gazetteer.places.get(incident.placeId);
  if (place) return place.kind === 'country' ? 'nowhere' : ofPlace(place);
  return incident.wherePrec >= 6 ? 'nowhere' : circle(point, 0);
}

/** Verdict by shape alone: the point decides when it is good to 25 km, else the land that it may be on. */
function byShapes(gazetteer: Gazetteer, incident: Held, shapes: Shape[]): Verdict {
  if (incident.wherePrec <= 2) return shapes.every((shape) => holds(shape, incident)) ? 'sure' : 'no';
  const land = landOf(gazetteer, incident);
  return land !== 'nowhere' && shapes.every((shape) => touch(land, shape)) ? 'maybe' : 'no';
}

function byRadius(gazetteer: Gazetteer, incident: Held, centre: Place, km: number): Verdict {
  const apart = kmApart(incident, centre);
  if (incident.wherePrec <= 2) return apart <= km ? 'sure' : 'no';
  if (incident.extentKm !== null) return apart <= km + incident.extentKm ? 'maybe' : 'no';
  const land = landOf(gazetteer, incident);
  return land !== 'nowhere' && touch(land, circle(centre, km)) ? 'maybe' : 'no';
}

type Unit = 'named' | 'open' | 'other';

/** Whether an incident's own administrative units name the asked one, leave it open or name another. */
function unitOf(gazetteer: Gazetteer, incident: Held, unit: Place): Unit {
  if (incident.placeId !== null && chain(gazetteer, incident.placeId).some((p) => p.id === unit.id)) return 'named';
  if (incident.country !== unit.country) return 'other';
  const [own, ...above] = chain(gazetteer, unit.id).flatMap((p) => {
    const level = LEVEL[p.kind];
    return level ? [{ said: incident[level], name: p.name }] : [];
  });
  if (!own) return 'named';
  if (above.some(({ said, name }) => said !== null && said !== name)) return 'other';
  if (own.said === null && chain(gazetteer, incident.placeId).some((p) => p.kind === unit.kind)) return 'other';
  return own.said === null ? 'open' : own.said === own.name ? 'named' : 'other';
}

const FLOOR: Record<string, number> = { city: 15 };
for (const kind of ['town', 'oil_field', 'gas_field', 'mountain', 'valley', 'lake', 'region', 'zone', 'road', 'river'])
  FLOOR[kind] = 10;
const BEARING = { north: 0, east: 90, south: 180, west: 270 };

/** "in X" */
function inPlace(gazetteer: Gazetteer, incident: Held, place: Place, km: number | null): Verdict {
  if (place.kind === 'country' || LEVEL[place.kind]) {
    const unit = unitOf(gazetteer, incident, place);
    if (unit !== 'open') return unit === 'named' ? 'sure' : 'no';
    const land = landOf(gazetteer, incident);
    return land !== 'nowhere' && touch(land, ofPlace(place)) ? 'maybe' : 'no';
  }
  if (!place.outline) return byRadius(gazetteer, incident, place, km ?? Math.max(place.extentKm, FLOOR[place.kind] ?? 5));
  if (chain(gazetteer, incident.placeId).some((p) => p.id === place.id)) return 'sure';
  const shape = place.outline.type === 'area' ? ofPlace(place) : corridor(place.outline.lines, km ?? place.outline.km);
  return byShapes(gazetteer, incident, [shape]);
}

function nearPlace(gazetteer: Gazetteer, incident: Held, place: Place, km: number): Verdict {
  const { outline } = place;
  if (!outline) return byRadius(gazetteer, incident, place, km);
  if (chain(gazetteer, incident.placeId).some((p) => p.id === place.id)) return 'sure';
  const shape = outline.type === 'area' ? widened(ofPlace(place), km) : corridor(outline.lines, Math.max(km, outline.km));
  return byShapes(gazetteer, incident, [shape]);
}

/** A stated radius makes "in X" a matter of distance. */
const isNear = ({ relation, near_km }: Question) =>
  relation === 'near' || (near_km !== null && (relation === null || relation === 'in'));

/** The part of "in X" or "near X" that lies on one side of it. */
function onSide(gazetteer: Gazetteer, incident: Held, place: Place, question: Question): Verdict {
  const bearing = BEARING[question.sector ?? 'north'];
  const isUnit = place.kind === 'country' || LEVEL[place.kind] !== undefined;
  const near = isNear(question);
  if (!near && !isUnit && !place.outline) return byShapes(gazetteer, incident, [wedge(place, bearing, question.near_km ?? 100)]);
  const seats = [...gazetteer.places.values()].filter(
    (p) => ['city', 'town'].includes(p.kind) && p.name === place.name && chain(gazetteer, p.id).some((up) => up.id === place.id),
  );
  const side = wedge(seats.sort((a, b) => (b.population ?? 0) - (a.population ?? 0))[0] ?? place, bearing, 1500);
  if (!near && isUnit) {
    const unit = unitOf(gazetteer, incident, place);
    if (unit === 'named') return byShapes(gazetteer, incident, [side]);
    const land = unit === 'open' ? landOf(gazetteer, incident) : 'nowhere';
    return land !== 'nowhere' && touch(land, ofPlace(place)) && touch(land, side) ? 'maybe' : 'no';
  }
  const km = near ? (question.near_km ?? 30) : question.near_km;
  const { outline } = place;
  const shape = !outline
    ? circle(place, km ?? 30)
    : outline.type === 'corridor'
      ? corridor(outline.lines, Math.max(near ? outline.km : 0, km ?? outline.km))
      : near
        ? widened(ofPlace(place), km ?? 30)
        : ofPlace(place);
  return byShapes(gazetteer, incident, [shape, side]);
}

export function whereVerdict(gazetteer: Gazetteer, incident: Held, asked: Question): Verdict {
  const countries = [...gazetteer.places.values()].filter(
    (p) => p.kind === 'country' && [null, p.country].includes(asked.country),
  );
  const nowhere = asked.places.length === 0;
  const question: Question = nowhere ? { ...asked, relation: 'in', near_km: null } : asked;
  const { relation, near_km: km } = question;
  const named = question.places.flatMap(({ id }: AskedPlace) => gazetteer.places.get(id) ?? []);
  const places = nowhere && question.sector ? countries : named;
  const verdicts = places.map((place, i): Verdict => {
    if (relation === 'between' && places.length > 1) {
      const before = places[i - 1];
      if (!before) return 'no';
      const line = roadBetween(gazetteer, before, place) ?? [
        [before.lon, before.lat],
        [place.lon, place.lat],
      ];
      return byShapes(gazetteer, incident, [corridor([line], km ?? 10)]);
    }
    const side = (['north', 'east', 'south', 'west'] as const).find((s) => relation === `${s}_of`);
    if (side) return byShapes(gazetteer, incident, [wedge(place, BEARING[side], km ?? 100)]);
    if (question.sector) return onSide(gazetteer, incident, place, question);
    if (isNear(question)) return nearPlace(gazetteer, incident, place, km ?? 30);
    return inPlace(gazetteer, incident, place, km);
  });
  const there: Verdict = places.length === 0 ? 'sure' : ((['sure', 'maybe'] as const).find((v) => verdicts.includes(v)) ?? 'no');
  const excluded = (question.exclude?.places ?? []).flatMap(({ id }) => gazetteer.places.get(id) ?? []);
  const out = excluded.map((place) => inPlace(gazetteer, incident, place, null));
  if (out.includes('sure')) return 'no';
  return out.includes('maybe') && there === 'sure' ? 'maybe' : there;
}
