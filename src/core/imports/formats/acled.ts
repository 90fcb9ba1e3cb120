import type { EventType, SubEventType, Tactic } from '../../../db/schema/vocabulary.ts';
import { type Cells, cellsOf, dayOf, daysAfter, findColumns, isoDay, monthOf } from '../columns.ts';
import { eventTypeOf, isSubEventType } from '../mapping/event-type.ts';
import type { GivenIncident, KnownActor, MakeRowReader, ReadingNames } from '../reading.ts';
import { ACLED_ACTORS, ACLED_COLUMNS, ACLED_TACTICS, kindOfInter } from './acled-names.ts';
import { countryOf, OTHER_COUNTRY } from './countries.ts';

type Key = keyof typeof ACLED_COLUMNS;

const REQUIRED = ['day', 'eventType', 'subEventType', 'actor1', 'country', 'location', 'lat', 'lon', 'geoPrec', 'notes'] as const;

/** ACLED's export and the pages of its interface; with a column deleted_timestamp the feed of what it has withdrawn. */
export const acled: MakeRowReader = (header) => {
  const isFeed = header.some((name) => name.trim().toLowerCase() === 'deleted_timestamp');
  const required: Key[] = isFeed ? ['id'] : ['id', ...REQUIRED, 'fatalities'];
  const found = findColumns(header, ACLED_COLUMNS, { required, what: 'ACLED file' });
  return {
    idOf: (row) => cellsOf(row, found).textOrNull('id'),
    read: (row, names) => {
      const cells = cellsOf(row, found, acledDay);
      return isFeed ? { deletion: cells.text('id') } : { incident: incidentOf(cells, names) };
    },
  };
};

function incidentOf(cells: Cells<Key>, names: ReadingNames): GivenIncident {
  const country = countryOf(cells.text('country'));
  if (country === null) throw cells.bad('country', OTHER_COUNTRY);
  const { eventType, subEventType } = typeOf(cells);
  const place = {
    name: cells.text('location'),
    country,
    admin1: cells.textOrNull('admin1'),
    admin2: cells.textOrNull('admin2'),
    admin3: cells.textOrNull('admin3'),
    point: { lat: cells.number('lat', -90, 90), lon: cells.number('lon', -180, 180) },
    wherePrec: WHERE_PREC[cells.whole('geoPrec', 1, 3)] ?? null,
    unitsAreTold: true,
  };
  const days = daysOf(cells);
  const fatalities = cells.wholeOrNull('fatalities') ?? 0;
  const notes = cells.text('notes');
  const source = cells.textOrNull('source');
  const scale = cells.textOrNull('sourceScale');
  const one = sideOf(cells, country, ['actor1', 'allies1', 'inter1'], names);
  const two = sideOf(cells, country, ['actor2', 'allies2', 'inter2'], names);
  const { attributedTo, targets } = rolesOf(eventType, one, two);
  return {
    originId: cells.text('id'),
    ...days,
    place,
    eventType,
    subEventType,
    tactics: tacticsOf(subEventType, notes),
    targetObjects: [],
    means: [],
    timeOfDay: null,
    attributedTo,
    attributionCertainty: 'confirmed',
    claimedBy: [],
    targets,
    // nobody's in particular; ACLED writes 0 also where no report tells of any
    tolls: fatalities > 0 ? { unknown: { killed: { low: fatalities, best: fatalities, high: fatalities } } } : {},
    eventClarity: 1,
    summaryEn: notes,
    summaryAr: null,
    account: { noteEn: source ? `Read from: ${source}${scale ? ` (${scale})` : ''}` : null, url: null, published: null },
  };
}

/** geo_precision to UCDP's code; 3 is a region, whose point is its capital's. */
const WHERE_PREC: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 4 };

const WEEK_BEFORE = -3;
const WEEK_AFTER = 3;

/** time_precision: 1 the day, 2 some day of the week around it, 3 some day of its month. */
function daysOf(cells: Cells<Key>): Pick<GivenIncident, 'eventDateStart' | 'eventDateEnd' | 'datePrec'> {
  const day = cells.day('day');
  const precision = cells.wholeOrNull('timePrec', 1, 3) ?? 1;
  if (precision === 1) return { eventDateStart: day, eventDateEnd: day, datePrec: 1 };
  const [start, end] = precision === 2 ? [daysAfter(day, WEEK_BEFORE), daysAfter(day, WEEK_AFTER)] : monthOf(day);
  return { eventDateStart: start, eventDateEnd: end, datePrec: precision === 2 ? 3 : 4 };
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** ISO from the interface, "05 April 2023" from the export tool. */
export function acledDay(value: string): string | null {
  const [, day, name = '', year] = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/iu.exec(value) ?? [];
  const month = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  return day && year && month >= 0 ? dayOf(Number(year), month + 1, Number(day)) : isoDay(value);
}

function typeOf(cells: Cells<Key>): { eventType: EventType; subEventType: SubEventType } {
  const subEventType = cells.text('subEventType');
  if (!isSubEventType(subEventType)) throw cells.bad('subEventType', 'is none of ACLED’s 25 sub-event types');
  const eventType = eventTypeOf(subEventType);
  if (cells.text('eventType') !== eventType) throw cells.bad('eventType', `is not the event type of ${subEventType}`);
  return { eventType, subEventType };
}

const IS_DRONE = /\b(?:drone|UAV)s?\b/iu;
const IS_AIR = /\b(?:air ?strikes?|warplanes?|helicopters?|jets?|aircraft)\b/iu;
const IS_MINE = /\b(?:land ?mines?|mines?)\b/iu;
const IS_CAR_BOMB = /\b(?:S?VBIED|car[ -]bomb|booby[ -]trapped (?:car|vehicle|truck))s?\b/iu;

/** Where one sub-event stands for several tactics, its notes tell which. */
function tacticsOf(subEventType: SubEventType, notes: string): Tactic[] {
  if (subEventType === 'Air/drone strike') {
    const drone = IS_DRONE.test(notes);
    return drone && !IS_AIR.test(notes) ? ['drone'] : drone ? ['airstrike', 'drone'] : ['airstrike'];
  }
  if (subEventType === 'Remote explosive/landmine/IED') {
    return IS_CAR_BOMB.test(notes) ? ['vbied'] : IS_MINE.test(notes) ? ['landmine'] : ['ied'];
  }
  if (subEventType === 'Suicide bomb' && IS_CAR_BOMB.test(notes)) return ['suicide', 'vbied'];
  return ACLED_TACTICS[subEventType] ?? [];
}

function sideOf(
  cells: Cells<Key>,
  country: 'SY' | 'IQ',
  [actor, allies, inter]: ['actor1' | 'actor2', 'allies1' | 'allies2', 'inter1' | 'inter2'],
  names: ReadingNames,
): KnownActor[] {
  const main = cells.textOrNull(actor);
  const others = (cells.textOrNull(allies) ?? '').split(/;\s*/u).filter((name) => name !== '');
  const kind = kindOfInter(cells.textOrNull(inter), country);
  const known = [...(main ? [main] : []), ...others].map((name) => {
    const id = ACLED_ACTORS.find(([begins]) => begins.test(name))?.[1];
    return names.actor({ ...kind, name: id === null ? name : bareName(name), id: id ?? null });
  });
  return [...new Map(known.map((one) => [one.id, one])).values()];
}

/** "LDF: Local Defense Forces (Syria)" is called Local Defense Forces. */
const bareName = (name: string): string => {
  const bare = name
    .trim()
    .replace(/\([^()]*\)$/u, '')
    .trim()
    .replace(/^[A-Z0-9-]{2,8}:/u, '')
    .trim();
  return bare === '' ? name : bare;
};

/**
 * Codebook: actor1 is the perpetrator of violence against civilians and of remote violence, and "does not imply directionality"
 * elsewhere. There both sides did it, to each other; who acts alone did it to nobody.
 */
function rolesOf(type: EventType, one: KnownActor[], two: KnownActor[]): Pick<GivenIncident, 'attributedTo' | 'targets'> {
  if (type !== 'Battles' || two.length === 0) return { attributedTo: one, targets: two };
  return { attributedTo: [...one, ...two], targets: [...one, ...two] };
}
