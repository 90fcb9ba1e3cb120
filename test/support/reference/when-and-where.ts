import type { Place } from '../../../src/core/gazetteer/gazetteer.ts';
import { circle, corridor, holds, type Shape, touch, wedge, widened } from '../../../src/core/gazetteer/shape.ts';
import type { Question } from '../../../src/core/question/question.ts';
import { roadBetween } from '../../../src/core/search/road-between.ts';
import { type Ground, onceEach } from './ground.ts';
import type { Held, Verdict } from './kept.ts';

/** A rule made for one question: what it says of each incident. */
type Rule = (incident: Held) => Verdict;

export function whenRule(time: Question['time']): Rule {
  const from = time?.from ?? '0000';
  const to = time?.to ?? '9999';
  return ({ eventDateStart: start, eventDateEnd: end }) => {
    if (from <= start && end <= to) return 'sure';
    return start <= to && from <= end ? 'maybe' : 'no';
  };
}

const RADIUS = 6371.0088;
const vector = ({ lat, lon }: { lat: number; lon: number }) => {
  const [p, l] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const;
};
function kmFrom(centre: Place): (incident: Held) => number {
  const [bx, by, bz] = vector(centre);
  return (incident) => {
    const [ax, ay, az] = vector(incident);
    return 2 * RADIUS * Math.asin(Math.min(1, Math.hypot(ax - bx, ay - by, az - bz) / 2));
  };
}

const LEVEL: Record<string, 'admin1' | 'admin2' | 'admin3'> = {
  governorate: 'admin1',
  district: 'admin2',
  subdistrict: 'admin3',
};

/** All the land on which an incident may have been; 'nowhere' where no more than its country is known. */
function landOf(ground: Ground, incident: Held): Shape | 'nowhere' {
  const point = { lat: incident.lat, lon: incident.lon };
  if (incident.extentKm !== null) return circle(point, incident.extentKm);
  if (incident.wherePrec === 1) return circle(point, 0);
  if (incident.wherePrec === 2) return circle(point, 25);
  const place = incident.placeId === null ? undefined : ground.gazetteer.places.get(incident.placeId);
  if (place) return place.kind === 'country' ? 'nowhere' : ground.landOf(place);
  return incident.wherePrec >= 6 ? 'nowhere' : circle(point, 0);
}

/** Whether the land of an incident has some in common with each of these. */
function reaches(ground: Ground, shapes: readonly Shape[]): (incident: Held) => boolean {
  const meets = (land: Shape) => shapes.every((shape) => touch(land, shape));
  const ofPlace = onceEach((id: string) => {
    const place = ground.gazetteer.places.get(id);
    return place ? meets(ground.landOf(place)) : false;
  });
  return (incident) => {
    const land = landOf(ground, incident);
    if (land === 'nowhere') return false;
    const { placeId } = incident;
    const place = placeId === null ? undefined : ground.gazetteer.places.get(placeId);
    // the land of a place is the same for all incidents that stand for it
    return placeId !== null && place && land === ground.landOf(place) ? ofPlace(placeId) : meets(land);
  };
}

const maybe = (is: boolean): Verdict => (is ? 'maybe' : 'no');

/** Verdict by shape alone: the point decides when it is good to 25 km, else the land that it may be on. */
function byShapes(ground: Ground, shapes: readonly Shape[]): Rule {
  const reachesIn = reaches(ground, shapes);
  return (incident) => {
    if (incident.wherePrec <= 2) return shapes.every((shape) => holds(shape, incident)) ? 'sure' : 'no';
    return maybe(reachesIn(incident));
  };
}

function byRadius(ground: Ground, centre: Place, km: number): Rule {
  const apart = kmFrom(centre);
  const reachesIn = reaches(ground, [circle(centre, km)]);
  return (incident) => {
    if (incident.wherePrec <= 2) return apart(incident) <= km ? 'sure' : 'no';
    if (incident.extentKm !== null) return maybe(apart(incident) <= km + incident.extentKm);
    return maybe(reachesIn(incident));
  };
}

type Unit = 'named' | 'open' | 'other';

/** Whether an incident's own administrative units name the asked one, leave it open or name another. */
function unitRule(ground: Ground, unit: Place): (incident: Held) => Unit {
  const [own, ...above] = ground.chain(unit.id).flatMap((p) => {
    const level = LEVEL[p.kind];
    return level ? [{ level, name: p.name }] : [];
  });
  return (incident) => {
    const lies = ground.chain(incident.placeId);
    if (lies.some((p) => p.id === unit.id)) return 'named';
    if (incident.country !== unit.country) return 'other';
    if (!own) return 'named';
    if (above.some(({ level, name }) => incident[level] !== null && incident[level] !== name)) return 'other';
    const said = incident[own.level];
    if (said === null && lies.some((p) => p.kind === unit.kind)) return 'other';
    return said === null ? 'open' : said === own.name ? 'named' : 'other';
  };
}

const FLOOR: Record<string, number> = { city: 15 };
for (const kind of ['town', 'oil_field', 'gas_field', 'mountain', 'valley', 'lake', 'region', 'zone', 'road', 'river'])
  FLOOR[kind] = 10;
const BEARING = { north: 0, east: 90, south: 180, west: 270 };

const isUnit = ({ kind }: Place) => kind === 'country' || LEVEL[kind] !== undefined;

/** What lies in a place by its name, or by one of its shapes. */
function named(ground: Ground, place: Place, shape: Shape): Rule {
  const lies = byShapes(ground, [shape]);
  return (incident) => (ground.chain(incident.placeId).some((p) => p.id === place.id) ? 'sure' : lies(incident));
}

/** "in X" */
function inPlace(ground: Ground, place: Place, km: number | null): Rule {
  if (isUnit(place)) {
    const unit = unitRule(ground, place);
    const reachesIn = reaches(ground, [ground.landOf(place)]);
    return (incident) => {
      const said = unit(incident);
      if (said !== 'open') return said === 'named' ? 'sure' : 'no';
      return maybe(reachesIn(incident));
    };
  }
  const { outline } = place;
  if (!outline) return byRadius(ground, place, km ?? Math.max(place.extentKm, FLOOR[place.kind] ?? 5));
  return named(ground, place, outline.type === 'area' ? ground.landOf(place) : corridor(outline.lines, km ?? outline.km));
}

function nearPlace(ground: Ground, place: Place, km: number): Rule {
  const { outline } = place;
  if (!outline) return byRadius(ground, place, km);
  const shape = outline.type === 'area' ? widened(ground.landOf(place), km) : corridor(outline.lines, Math.max(km, outline.km));
  return named(ground, place, shape);
}

/** A stated radius makes "in X" a matter of distance. */
const isNear = ({ relation, near_km }: Question) =>
  relation === 'near' || (near_km !== null && (relation === null || relation === 'in'));

/** The part of "in X" or "near X" that lies on one side of it. */
function onSide(ground: Ground, place: Place, question: Question): Rule {
  const bearing = BEARING[question.sector ?? 'north'];
  const near = isNear(question);
  if (!near && !isUnit(place) && !place.outline) return byShapes(ground, [wedge(place, bearing, question.near_km ?? 100)]);
  const seats = [...ground.gazetteer.places.values()].filter(
    (p) => ['city', 'town'].includes(p.kind) && p.name === place.name && ground.chain(p.id).some((up) => up.id === place.id),
  );
  const side = wedge(seats.sort((a, b) => (b.population ?? 0) - (a.population ?? 0))[0] ?? place, bearing, 1500);
  if (!near && isUnit(place)) {
    const unit = unitRule(ground, place);
    const onTheSide = byShapes(ground, [side]);
    const reachesIn = reaches(ground, [ground.landOf(place), side]);
    return (incident) => {
      const said = unit(incident);
      if (said === 'named') return onTheSide(incident);
      return maybe(said === 'open' && reachesIn(incident));
    };
  }
  const km = near ? (question.near_km ?? 30) : question.near_km;
  const { outline } = place;
  const shape = !outline
    ? circle(place, km ?? 30)
    : outline.type === 'corridor'
      ? corridor(outline.lines, Math.max(near ? outline.km : 0, km ?? outline.km))
      : near
        ? widened(ground.landOf(place), km ?? 30)
        : ground.landOf(place);
  return byShapes(ground, [shape, side]);
}

const never: Rule = () => 'no';

/** How one of the asked places, the i-th, is meant. */
function placeRule(ground: Ground, question: Question, places: readonly Place[], i: number, place: Place): Rule {
  const { relation, near_km: km } = question;
  if (relation === 'between' && places.length > 1) {
    const before = places[i - 1];
    if (!before) return never;
    const line = roadBetween(ground.gazetteer, before, place) ?? [
      [before.lon, before.lat],
      [place.lon, place.lat],
    ];
    return byShapes(ground, [corridor([line], km ?? 10)]);
  }
  const side = (['north', 'east', 'south', 'west'] as const).find((s) => relation === `${s}_of`);
  if (side) return byShapes(ground, [wedge(place, BEARING[side], km ?? 100)]);
  if (question.sector) return onSide(ground, place, question);
  if (isNear(question)) return nearPlace(ground, place, km ?? 30);
  return inPlace(ground, place, km);
}

const best = (rules: readonly Rule[], incident: Held): Verdict => {
  let found: Verdict = 'no';
  for (const rule of rules) {
    const verdict = rule(incident);
    if (verdict === 'sure') return 'sure';
    if (verdict === 'maybe') found = 'maybe';
  }
  return found;
};

export function whereRule(ground: Ground, asked: Question): Rule {
  const { places: all } = ground.gazetteer;
  const nowhere = asked.places.length === 0;
  const question: Question = nowhere ? { ...asked, relation: 'in', near_km: null } : asked;
  const countries = [...all.values()].filter((p) => p.kind === 'country' && [null, p.country].includes(asked.country));
  const places = nowhere && question.sector ? countries : question.places.flatMap(({ id }) => all.get(id) ?? []);
  const rules = places.map((place, i) => placeRule(ground, question, places, i, place));
  const excluded = (question.exclude?.places ?? []).flatMap(({ id }) => all.get(id) ?? []);
  const without = excluded.map((place) => inPlace(ground, place, null));
  return (incident) => {
    const there = rules.length === 0 ? 'sure' : best(rules, incident);
    if (there === 'no' || without.length === 0) return there;
    const out = best(without, incident);
    if (out === 'sure') return 'no';
    return out === 'maybe' ? 'maybe' : there;
  };
}
