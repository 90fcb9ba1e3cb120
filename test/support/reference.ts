import type { Gazetteer, Place } from '../../src/core/gazetteer/gazetteer.ts';
import { circle, corridor, holds, ofPlace, type Shape, touch, wedge, widened } from '../../src/core/gazetteer/shape.ts';
import type { AskedPlace, Question } from '../../src/core/question/question.ts';
import type { SearchRequest } from '../../src/core/search/found.ts';
import { roadBetween } from '../../src/core/search/road-between.ts';
import type { Range, Tolls } from '../../src/db/schema/columns.ts';
import { PARTIES, type Party, type Tactic } from '../../src/db/schema/vocabulary.ts';
import type { AccountRecord, Records, VersionRecord } from './records.ts';

/**
 * docs/counting.md once more, slow and plain: every record is looked at in memory, one after the other. It shares no query, no
 * selection and no arithmetic with core/search; only types, and the geometry of outlines, which has tests of its own.
 */

type Measure = 'killed' | 'wounded' | 'captured' | 'missing';
const MEASURES: Measure[] = ['killed', 'wounded', 'captured', 'missing'];

export interface ReferenceToll {
  low: number;
  best: number;
  high: number | null;
  unknown: number;
}

interface Held extends VersionRecord {
  id: number;
  ref: string;
}

type Verdict = 'no' | 'maybe' | 'sure';

export interface ReferenceTotals {
  incidents: number;
  possible: number;
  measures: Record<string, ReferenceToll>;
  byParty: Record<string, Record<string, ReferenceToll>>;
  asked: { parties: string[]; exact: boolean; role: string; measures: Record<string, ReferenceToll> } | null;
  byEvidence: Record<string, number>;
  vagueDate: number;
  vaguePlace: number;
}

export interface Reference {
  totals: ReferenceTotals;
  /** All that count, in the asked order; all possible ones, oldest first, with the reason. */
  refs: string[];
  possible: [ref: string, because: string][];
  joint: { accountId: string; counted: boolean; amongCounted: number; amongPossible: number }[];
  rows: { key: string | null; incidents: number; killed: ReferenceToll; wounded: ReferenceToll }[];
  storeVersion: number;
  dataEnds: string | null;
}

// ---------------------------------------------------------------- what held

/** Damascus has been at UTC+3 since October 2022: enough for tests, which live in 2023. */
const endOf = (day: string) => Date.parse(`${day}T24:00:00+03:00`);

function heldIncidents(records: Records, asOf: string | null): Held[] {
  const then = asOf === null ? Number.POSITIVE_INFINITY : endOf(asOf);
  return records.incidents.flatMap(({ id, ref, recordedAt, versions }) => {
    const version = versions.filter((v) => Date.parse(v.changedAt) < then).at(-1);
    return version && Date.parse(recordedAt) < then ? [{ ...version, id, ref }] : [];
  });
}

function heldAccounts(records: Records, asOf: string | null): AccountRecord[] {
  return records.accounts.filter(({ recordedAt, retractedAt }) => {
    if (asOf === null) return retractedAt === null;
    return Date.parse(recordedAt) < endOf(asOf) && (retractedAt === null || Date.parse(retractedAt) >= endOf(asOf));
  });
}

// ---------------------------------------------------------------- who, how, what

const below = (gazetteer: Gazetteer, name: string): string[] => {
  const all = [...gazetteer.actors.values()];
  const start = all.find((actor) => actor.name === name);
  if (!start) return [];
  const ids = [start.id];
  for (const id of ids) ids.push(...all.filter((actor) => actor.parentId === id).map((actor) => actor.id));
  return ids;
};

const meets = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));

const EXPLOSIVE = ['ied', 'vbied', 'landmine', 'suicide'];
const NOT_A_CLASH = [
  'ambush',
  'raid',
  'sniper',
  'assassination',
  'execution',
  'false_checkpoint',
  ...EXPLOSIVE,
  'airstrike',
  'drone',
];

function isOfTactic(incident: Held, tactic: Tactic): boolean {
  const named = (list: string[]) => meets(incident.tactics, list);
  const sub = incident.subEventType;
  if (named([tactic])) return true;
  if (tactic === 'ied' || tactic === 'landmine') return sub === 'Remote explosive/landmine/IED' && !named(EXPLOSIVE);
  if (tactic === 'airstrike' || tactic === 'drone') return sub === 'Air/drone strike' && !named(['airstrike', 'drone']);
  if (tactic === 'clash') return sub === 'Armed clash' && !named(NOT_A_CLASH);
  if (tactic === 'suicide') return sub === 'Suicide bomb';
  if (tactic === 'shelling') return sub === 'Shelling/artillery/missile attack';
  if (tactic === 'kidnapping') return sub === 'Abduction/forced disappearance';
  return tactic === 'arrest' && sub === 'Arrests';
}

const wholeParties = (gazetteer: Gazetteer, names: string[]): Party[] => {
  const ids = names.flatMap((name) => below(gazetteer, name));
  return PARTIES.filter((party) => {
    const members = [...gazetteer.actors.values()].filter((actor) => actor.party === party);
    // all of the party is named, or is a group that holds a named one
    const covered = members.every(
      (member) =>
        ids.includes(member.id) || names.some((name) => below(gazetteer, member.name).includes(below(gazetteer, name)[0] ?? '')),
    );
    return covered && members.some((member) => ids.includes(member.id));
  });
};

const partiesOf = (gazetteer: Gazetteer, names: string[]): Party[] => {
  const ids = names.flatMap((name) => below(gazetteer, name));
  return PARTIES.filter((party) => ids.some((id) => gazetteer.actors.get(id)?.party === party));
};

/** The figure of one range that counts: the best estimate, for the killed; else the least. */
const figure = (range: Range, measure: Measure) => (measure === 'killed' ? (range.best ?? range.low ?? 0) : (range.low ?? 0));

const ranges = (tolls: Tolls, measure: Measure, parties: readonly Party[]) =>
  parties.flatMap((party) => tolls[party]?.[measure] ?? []);

/** Whether ranges, taken together, say any number: 0 to open says none. */
const sayNumber = (all: Range[], measure: Measure) =>
  all.some((range) => figure(range, measure) > 0) || (all.length > 0 && all.every((range) => range.high !== null));

const measuresIn = (field: string): Measure[] => (field === 'killed_or_wounded' ? ['killed', 'wounded'] : [field as Measure]);

function passesToll(gazetteer: Gazetteer, incident: Held, { casualties, actors }: Question): boolean {
  if (!casualties || casualties.op === 'sum' || casualties.op === 'avg') return true;
  const parties = actors.target.length > 0 ? partiesOf(gazetteer, actors.target) : PARTIES;
  // of named sides each must say a number for itself; without a side, the incident as a whole
  const sides = actors.target.length > 0 ? parties.map((party) => [party]) : [parties];
  const measures = measuresIn(casualties.field);
  if (!measures.some((m) => sides.some((side) => sayNumber(ranges(incident.tolls, m, side), m)))) return false;
  const figures = measures.flatMap((m) => ranges(incident.tolls, m, parties).map((range) => figure(range, m)));
  const total = figures.reduce((a, b) => a + b, 0);
  const value = casualties.value ?? 1;
  const passes = { '>=': total >= value, '>': total > value, '=': total === value, '<': total < value, '<=': total <= value };
  return passes[casualties.op];
}

function fits(gazetteer: Gazetteer, incident: Held, question: Question, accounts: AccountRecord[]): boolean {
  const q = question;
  const ids = (names: string[]) => names.flatMap((name) => below(gazetteer, name));
  const everybody = [...incident.attributedTo, ...incident.targets, ...incident.claimedBy];
  if (incident.status !== 'published' || incident.evidence === 'discounted') return false;
  if (q.ref !== null && q.ref !== incident.ref) return false;
  if (q.country !== null && q.country !== incident.country) return false;
  if (q.subject === 'attacks' && q.tactics.length === 0 && incident.eventType === 'Strategic developments') return false;
  if (!q.actors.any.every((name) => meets(everybody, ids([name])))) return false;
  const by = ids(q.actors.perpetrator);
  const blamed = q.actors.perpetrator.length === 0 || meets(incident.attributedTo, by);
  const claims = q.actors.perpetrator.length === 0 ? incident.claimedBy.length > 0 : meets(incident.claimedBy, by);
  if (q.evidence === 'claimed' ? !claims : !blamed) return false;
  if (q.evidence === 'unclaimed' && claims) return false;
  if (q.actors.target.length > 0 && !meets(incident.targets, ids(q.actors.target)) && !losesWhole(gazetteer, incident, q))
    return false;
  if (q.exclude && meets(everybody, ids(q.exclude.actors))) return false;
  if (q.tactics.length > 0 && !q.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
  if (q.exclude?.tactics.some((tactic) => isOfTactic(incident, tactic))) return false;
  if (q.target_objects.length > 0 && !meets(incident.targetObjects, q.target_objects)) return false;
  if (q.means.length > 0 && !meets(incident.means, q.means)) return false;
  if (q.time_of_day !== null && incident.timeOfDay !== q.time_of_day) return false;
  if (q.evidence === 'confirmed' && incident.evidence !== 'confirmed') return false;
  if (q.evidence === 'unconfirmed' && incident.evidence === 'confirmed') return false;
  if (q.evidence === 'geolocated' && incident.wherePrec !== 1) return false;
  if (q.grades && !q.grades.includes(incident.evidence)) return false;
  const tellers = accounts.filter((account) => account.covers.includes(incident.id)).map((account) => account.sourceId);
  const sources = q.sources.map((name) => [...gazetteer.sources.values()].find((s) => s.name === name)?.id ?? '');
  if (sources.length > 0 && !meets(tellers, sources)) return false;
  return passesToll(gazetteer, incident, q);
}

/** "how many civilians were killed" is also about the civilians that died in attacks on others. */
function losesWhole(gazetteer: Gazetteer, incident: Held, { casualties, actors }: Question): boolean {
  if (!casualties || (casualties.op !== 'sum' && casualties.op !== 'avg')) return false;
  const whole = wholeParties(gazetteer, actors.target);
  return measuresIn(casualties.field).some((m) => ranges(incident.tolls, m, whole).some((r) => r.high === null || r.high > 0));
}

// ---------------------------------------------------------------- when

function whenVerdict({ eventDateStart: start, eventDateEnd: end }: Held, time: Question['time']): Verdict {
  const from = time?.from ?? '0000';
  const to = time?.to ?? '9999';
  if (from <= start && end <= to) return 'sure';
  return start <= to && from <= end ? 'maybe' : 'no';
}

// ---------------------------------------------------------------- where

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

function whereVerdict(gazetteer: Gazetteer, incident: Held, asked: Question): Verdict {
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

// ---------------------------------------------------------------- how many

interface Figure {
  account: AccountRecord;
  adds: 'whole' | 'part' | 'none';
}

function sharedFigures(accounts: AccountRecord[], held: Held[], counted: Held[], possible: Held[]): Figure[] {
  const isCounted = (id: number) => counted.some((one) => one.id === id);
  const alive = (account: AccountRecord) => account.covers.filter((id) => held.some((one) => one.id === id));
  const shown = accounts
    .filter((account) => account.jointToll && alive(account).some((id) => isCounted(id) || possible.some((one) => one.id === id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const taken: number[] = [];
  const whole: AccountRecord[] = [];
  for (const account of shown) {
    if (!alive(account).every((id) => isCounted(id) && !taken.includes(id))) continue;
    whole.push(account);
    taken.push(...alive(account));
  }
  return shown.map((account) => {
    const open = alive(account).some((id) => isCounted(id) && !taken.includes(id));
    return { account, adds: whole.includes(account) ? 'whole' : open ? 'part' : 'none' };
  });
}

/** One measure over some parties: each incident's own figure, then each shared one. */
function total(
  counted: Held[],
  figures: Figure[],
  measure: Measure,
  parties: readonly Party[],
  hit: (one: Held) => boolean,
): ReferenceToll {
  const toll: ReferenceToll = { low: 0, best: 0, high: 0, unknown: 0 };
  const raise = (high: number | null) => {
    toll.high = toll.high === null || high === null ? null : toll.high + high;
  };
  const add = (range: Range) => {
    toll.low += range.low ?? 0;
    toll.best += figure(range, measure);
    raise(range.high);
  };
  for (const one of counted) {
    const own = ranges(one.tolls, measure, parties);
    for (const range of own) add(range);
    const told = figures.some(
      ({ account, adds }) =>
        adds === 'whole' && account.covers.includes(one.id) && sayNumber(ranges(account.tolls, measure, parties), measure),
    );
    if (!sayNumber(own, measure) && !told && hit(one)) toll.unknown += 1;
  }
  for (const { account, adds } of figures) {
    for (const range of ranges(account.tolls, measure, parties)) {
      if (adds === 'whole') add(range);
      if (adds === 'part') raise(range.high);
    }
  }
  return toll;
}

function totals(gazetteer: Gazetteer, question: Question, counted: Held[], possible: Held[], figures: Figure[]): ReferenceTotals {
  const each = (parties: readonly Party[], hit: (one: Held) => boolean = () => true) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, total(counted, figures, measure, parties, hit)]));
  const byParty: ReferenceTotals['byParty'] = {};
  for (const party of PARTIES) {
    for (const measure of MEASURES) {
      const hit = (one: Held) =>
        one.targets.some((id) => gazetteer.actors.get(id)?.party === party) || one.tolls[party]?.[measure] !== undefined;
      const said = [...counted.map((one) => one.tolls), ...figures.flatMap((f) => (f.adds === 'none' ? [] : [f.account.tolls]))];
      const missing = counted.some((one) => hit(one) && !one.tolls[party]?.[measure]);
      if (!missing && !said.some((tolls) => tolls[party]?.[measure])) continue;
      byParty[party] = { ...byParty[party], [measure]: total(counted, figures, measure, [party], hit) };
    }
  }
  const { target, perpetrator } = question.actors;
  const names = target.length > 0 ? target : perpetrator;
  const own = partiesOf(gazetteer, names);
  const parties = target.length > 0 ? own : PARTIES.filter((party) => !own.includes(party));
  return {
    incidents: counted.length,
    possible: possible.length,
    measures: each(PARTIES),
    byParty,
    asked:
      names.length === 0
        ? null
        : {
            parties,
            exact: own.every((party) => wholeParties(gazetteer, names).includes(party)),
            role: target.length > 0 ? 'target' : 'perpetrator',
            measures: each(parties),
          },
    byEvidence: Object.fromEntries(
      ['confirmed', 'fair', 'weak', 'contested', 'discounted'].map((grade) => [
        grade,
        counted.filter((one) => one.evidence === grade).length,
      ]),
    ),
    vagueDate: counted.filter((one) => one.datePrec >= 3).length,
    vaguePlace: counted.filter((one) => one.wherePrec >= 3).length,
  };
}

// ---------------------------------------------------------------- rows

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** The name of the unit of time that a day is in: its first day. */
function unitStart(unit: string, day: string): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  if (unit === 'quarter') return `${day.slice(0, 4)}-${['01', '04', '07', '10'][Math.floor(utc(day).getUTCMonth() / 3)]}-01`;
  const at = utc(day);
  while (at.getUTCDay() !== 1) at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}

function rowKey(gazetteer: Gazetteer, by: string, one: Held): string | null {
  const unit = (kind: string, name: string | null, above: string | null) => {
    if (name === null) return null;
    const places = [...gazetteer.places.values()];
    const found = places.find(
      (p) =>
        p.kind === kind &&
        p.country === one.country &&
        p.name === name &&
        (kind === 'governorate' || above === null || gazetteer.places.get(p.parentId ?? '')?.name === above),
    );
    return found?.id ?? name;
  };
  const several = (values: string[]) => (values.length === 0 ? null : [...new Set(values)].sort().join('+'));
  switch (by) {
    case 'governorate':
      return unit('governorate', one.admin1, null);
    case 'district':
      return unit('district', one.admin2, one.admin1);
    case 'place':
      return one.placeId ?? one.placeEn;
    case 'perpetrator':
      return several(one.attributedTo);
    case 'target':
      return several(one.targets);
    case 'tactic':
      return several(one.tactics);
    case 'event_type':
      return one.eventType;
    default: {
      const start = unitStart(by, one.eventDateStart);
      return start === unitStart(by, one.eventDateEnd) ? start : null;
    }
  }
}

function rows(gazetteer: Gazetteer, by: string | null, counted: Held[], figures: Figure[]): Reference['rows'] {
  if (by === null) return [];
  const keyOf = (one: Held) => rowKey(gazetteer, by, one);
  /** The one row of all that a figure covers and that counts; null: the row of what no row fits. */
  const home = ({ account }: Figure) => {
    const keys = new Set(counted.filter((one) => account.covers.includes(one.id)).map(keyOf));
    return keys.size === 1 ? ([...keys][0] ?? null) : null;
  };
  const adding = figures.filter(
    (f) =>
      f.adds !== 'none' &&
      ranges(f.account.tolls, 'killed', PARTIES).length + ranges(f.account.tolls, 'wounded', PARTIES).length > 0,
  );
  const keys = new Set([...counted.map(keyOf), ...adding.map(home)]);
  return [...keys].map((key) => {
    const own = counted.filter((one) => keyOf(one) === key);
    const toll = (measure: Measure) => {
      const all = total(own, figures, measure, PARTIES, () => true);
      const here = total(
        [],
        figures.filter((f) => home(f) === key),
        measure,
        PARTIES,
        () => true,
      );
      const alone = total(own, [], measure, PARTIES, () => true);
      const high = alone.high === null || here.high === null ? null : alone.high + here.high;
      return { low: alone.low + here.low, best: alone.best + here.best, high, unknown: all.unknown };
    };
    return { key, incidents: own.length, killed: toll('killed'), wounded: toll('wounded') };
  });
}

// ---------------------------------------------------------------- in all

const ordered = (held: Held[], order: Question['order']): Held[] => {
  const dead = (one: Held) => ranges(one.tolls, 'killed', PARTIES).map((r) => figure(r, 'killed'));
  const hurt = (one: Held) => [...dead(one), ...ranges(one.tolls, 'wounded', PARTIES).map((r) => figure(r, 'wounded'))];
  const size = (list: number[]) => (list.length === 0 ? -1 : list.reduce((a, b) => a + b, 0));
  const oldest = (a: Held, b: Held) => a.eventDateStart.localeCompare(b.eventDateStart) || a.id - b.id;
  const by: Partial<Record<NonNullable<Question['order']>, (a: Held, b: Held) => number>> = {
    date_desc: (a, b) => oldest(b, a),
    killed_desc: (a, b) => size(dead(b)) - size(dead(a)) || oldest(a, b),
    killed_or_wounded_desc: (a, b) => size(hurt(b)) - size(hurt(a)) || oldest(a, b),
  };
  return [...held].sort((order && by[order]) || oldest);
};

/** Everything that a question finds, without pages. `grouping` is the one in effect. */
export function reference(records: Records, gazetteer: Gazetteer, request: SearchRequest, grouping: string | null): Reference {
  const { question, asOf } = request;
  const held = heldIncidents(records, asOf);
  const accounts = heldAccounts(records, asOf);
  const judged = held
    .filter((one) => fits(gazetteer, one, question, accounts))
    .map((one) => ({ one, when: whenVerdict(one, question.time), where: whereVerdict(gazetteer, one, question) }));
  const counted = judged.filter(({ when, where }) => when === 'sure' && where === 'sure').map(({ one }) => one);
  const open = judged.filter(({ one, when, where }) => when !== 'no' && where !== 'no' && !counted.includes(one));
  const possible = ordered(
    open.map(({ one }) => one),
    null,
  );
  const reason = (one: Held) => {
    const verdict = judged.find((j) => j.one === one);
    return verdict?.when === 'sure' ? 'place' : verdict?.where === 'sure' ? 'date' : 'both';
  };
  const figures = sharedFigures(accounts, held, counted, possible);
  const published = held.filter((one) => one.status === 'published').map((one) => one.eventDateEnd);
  return {
    totals: totals(gazetteer, question, counted, possible, figures),
    refs: ordered(counted, question.order).map((one) => one.ref),
    possible: possible.map((one) => [one.ref, reason(one)]),
    joint: figures.map(({ account, adds }) => ({
      accountId: account.id,
      counted: adds === 'whole',
      amongCounted: account.covers.filter((id) => counted.some((one) => one.id === id)).length,
      amongPossible: account.covers.filter((id) => possible.some((one) => one.id === id)).length,
    })),
    rows: rows(gazetteer, grouping, counted, figures),
    storeVersion: records.edits.filter((at) => asOf === null || Date.parse(at) < endOf(asOf)).length,
    dataEnds: published.sort().at(-1) ?? null,
  };
}
