import { ATTRIBUTION, EVENT_TYPES, MEANS, TACTICS, TARGET_OBJECTS } from '../../../db/schema/vocabulary.ts';
import { type Cells, cellsOf, dayOf, isoDay } from '../columns.ts';
import { countryOf, OTHER_COUNTRY } from '../formats/countries.ts';
import type { GivenIncident, KnownActor, MakeRowReader, ReadingNames } from '../reading.ts';
import { BadFile, type Row } from '../row.ts';
import { eventTypeOf, isSubEventType, likelySubEvent } from './event-type.ts';
import { EMPTY_MAPPING, FIELDS, type Field, type Mapping, type TollColumns } from './mapping-shape.ts';
import { tollsByName, tollsOf } from './tolls.ts';

type Coded = keyof Mapping['words'];

/** A sheet of one's own, by its mapping. A field that the mapping does not name is looked for under its own name. */
export function mapped(mapping: Mapping = EMPTY_MAPPING): MakeRowReader {
  return (header) => {
    const columns = columnsOf(header, mapping);
    if (columns.id === null)
      throw new BadFile(
        `A column must hold an id of each row: call it "id", or name it in the mapping. It is how a row is known again. The columns are: ${header.join(', ').slice(0, 300)}.`,
      );
    const tolls = mapping.tolls ?? tollsByName(header);
    const missing = tolls
      .flatMap((t) => [t.count, t.low, t.best, t.high])
      .filter((name) => name !== undefined && !header.includes(name));
    if (missing.length > 0) throw new BadFile(`The mapping names columns that the file does not have: ${missing.join(', ')}.`);
    const readDay = DAYS[mapping.dates];
    const cellsIn = (row: Row) => cellsOf(withAlways(row, columns, mapping), columns, readDay);
    return {
      idOf: (row) => cellsIn(row).textOrNull('id'),
      read(row, names) {
        const cells = cellsIn(row);
        const gone = codesOf(cells, 'deleted', mapping)[0]?.toLowerCase();
        if (gone !== undefined && !NOT_DELETED.has(gone)) return { deletion: cells.text('id') };
        return { incident: incidentOf(cells, row, { mapping, names, tolls }) };
      },
    };
  };
}

const NOT_DELETED = new Set(['', '0', 'no', 'false', 'n']);

/** Column names stand for themselves; a field without a column that always has one value is called after itself. */
function columnsOf(header: readonly string[], { columns, always }: Mapping): Record<Field, string | null> {
  const missing = Object.values(columns).filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new BadFile(
      `The mapping names columns that the file does not have: ${missing.join(', ')}. It has: ${header.join(', ')}.`,
    );
  const plain = new Map(header.map((name) => [name.trim().toLowerCase(), name]));
  const columnOf = (field: Field) => columns[field] ?? plain.get(field) ?? (always[field] === undefined ? null : field);
  const found = FIELDS.map((field): [Field, string | null] => [field, columnOf(field)]);
  return Object.fromEntries(found) as Record<Field, string | null>;
}

function withAlways(row: Row, columns: Record<Field, string | null>, { always }: Mapping): Row {
  const given = FIELDS.filter((field) => always[field] !== undefined);
  if (given.length === 0) return row;
  const cells = { ...row.cells };
  for (const field of given) {
    const column = columns[field] ?? field;
    if ((cells[column] ?? '').trim() === '') cells[column] = always[field] ?? '';
  }
  return { ...row, cells };
}

const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T].*)?$/u;
const DAYS: Record<Mapping['dates'], (value: string) => string | null> = {
  iso: isoDay,
  'day-first': (value) => fromSlashes(value, (a, b, year) => dayOf(year, b, a)),
  'month-first': (value) => fromSlashes(value, (a, b, year) => dayOf(year, a, b)),
};

/** A sheet that writes days with slashes may hold ISO ones too. */
function fromSlashes(value: string, make: (a: number, b: number, year: number) => string | null): string | null {
  const [, a, b, year] = slashed.exec(value) ?? [];
  return a && b && year ? make(Number(a), Number(b), Number(year)) : isoDay(value);
}

/** The cell's values as dalil's codes: by the mapping's words, else as they stand. */
function codesOf(cells: Cells<Field>, field: Coded, { words, between }: Mapping): string[] {
  const table = new Map(Object.entries(words[field] ?? {}).map(([word, codes]) => [word.trim().toLowerCase(), [codes].flat()]));
  const text = cells.textOrNull(field);
  if (text === null) return [];
  const whole = table.get(text.toLowerCase());
  const parts = text.split(between).map((part) => part.trim());
  return [...new Set(whole ?? parts.filter((part) => part !== '').flatMap((part) => table.get(part.toLowerCase()) ?? [part]))];
}

interface Context {
  mapping: Mapping;
  names: ReadingNames;
  tolls: readonly TollColumns[];
}

function incidentOf(cells: Cells<Field>, row: Row, { mapping, names, tolls }: Context): GivenIncident {
  const listed = <T extends string>(field: Coded, list: readonly T[]): T[] => {
    const folded = (code: string) => code.toLowerCase().replaceAll(/[\s-]+/gu, '_');
    return codesOf(cells, field, mapping).map((code) => {
      const known = list.find((one) => folded(one) === folded(code));
      if (!known) throw cells.bad(field, `holds "${code}", which is none of: ${list.join(', ')}`);
      return known;
    });
  };
  const actors = (field: Coded, kind: 'group' | 'victims' = 'group'): KnownActor[] =>
    codesOf(cells, field, mapping).map((name) => names.actor({ name, party: 'other', kind }));

  const originId = cells.text('id');
  const days = daysOf(cells, mapping);
  const country = codesOf(cells, 'country', mapping)[0];
  const known = country === undefined ? null : countryOf(country);
  if (country !== undefined && known === null) throw cells.bad('country', OTHER_COUNTRY);
  const tactics = listed('tactics', TACTICS);
  const targetObjects = listed('target_objects', TARGET_OBJECTS);
  const means = listed('means', MEANS);
  const timeOfDay = listed('time_of_day', ['day', 'night'])[0] ?? null;
  const certainty = listed('certainty', ATTRIBUTION)[0] ?? 'confirmed';
  const dead = tollsOf(row, tolls);
  const place = placeOf(cells, known, mapping);
  const hitCivilians =
    dead.civilians !== undefined || /civil|shepherd|farmer|worker/iu.test(codesOf(cells, 'targets', mapping).join(' '));
  const types = typesOf(cells, mapping, () => likelySubEvent(tactics, { hitCivilians, harmed: Object.keys(dead).length > 0 }));
  const summary = cells.textOrNull('summary');
  const summaryAr = cells.textOrNull('summary_ar');
  const account = { noteEn: cells.textOrNull('note'), url: urlOf(cells), published: cells.dayOrNull('published') };
  const [attributedTo, claimedBy, targets] = [actors('attributed_to'), actors('claimed_by'), actors('targets')];
  return {
    originId,
    ...days,
    place,
    ...types,
    tactics,
    targetObjects,
    means,
    timeOfDay,
    attributedTo,
    attributionCertainty: certainty,
    claimedBy,
    targets,
    tolls: dead,
    eventClarity: cells.wholeOrNull('event_clarity', 1, 2) === 2 ? 2 : 1,
    summaryEn: summary ?? summaryAr ?? `${types.subEventType}${place.name ? `, ${place.name}` : ''}`,
    summaryAr,
    account,
  };
}

const DATE_PRECS = ['1', '2', '3', '4', '5'] as const;
const WHERE_PRECS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function codeOf(
  cells: Cells<Field>,
  field: 'date_prec' | 'where_prec',
  codes: readonly string[],
  mapping: Mapping,
): number | null {
  const [code] = codesOf(cells, field, mapping);
  if (code === undefined) return null;
  if (!codes.includes(code)) throw cells.bad(field, `is none of UCDP’s codes ${codes.join(', ')}`);
  return Number(code);
}

const DAY_MS = 86_400_000;

/** Without a precision it follows from the days: one day is 1, several are 2 to 5 by how many. */
function daysOf(cells: Cells<Field>, mapping: Mapping): Pick<GivenIncident, 'eventDateStart' | 'eventDateEnd' | 'datePrec'> {
  const start = cells.day('start');
  const end = cells.dayOrNull('end') ?? start;
  if (end < start) throw cells.bad('end', 'is before the start');
  const days = (Date.parse(end) - Date.parse(start)) / DAY_MS;
  const follows = days === 0 ? 1 : days < 6 ? 2 : days < 8 ? 3 : days < 31 ? 4 : 5;
  const said = codeOf(cells, 'date_prec', DATE_PRECS, mapping);
  return { eventDateStart: start, eventDateEnd: end, datePrec: said === null || (said === 1 && days > 0) ? follows : said };
}

function placeOf(cells: Cells<Field>, country: 'SY' | 'IQ' | null, mapping: Mapping): GivenIncident['place'] {
  const [lat, lon] = [cells.numberOrNull('lat', -90, 90), cells.numberOrNull('lon', -180, 180)];
  if ((lat === null) !== (lon === null))
    throw cells.bad(lat === null ? 'lat' : 'lon', 'is empty while the other coordinate is not');
  return {
    name: cells.textOrNull('place'),
    nameAr: cells.textOrNull('place_ar'),
    country,
    admin1: cells.textOrNull('admin1'),
    admin2: cells.textOrNull('admin2'),
    admin3: cells.textOrNull('admin3'),
    point: lat === null || lon === null ? null : { lat, lon },
    wherePrec: codeOf(cells, 'where_prec', WHERE_PRECS, mapping),
    unitsAreTold: false,
  };
}

function typesOf(
  cells: Cells<Field>,
  mapping: Mapping,
  likely: () => Parameters<typeof eventTypeOf>[0],
): Pick<GivenIncident, 'eventType' | 'subEventType'> {
  const [said] = codesOf(cells, 'sub_event_type', mapping);
  const [type] = codesOf(cells, 'event_type', mapping);
  if (said !== undefined && !isSubEventType(said)) throw cells.bad('sub_event_type', 'is none of ACLED’s 25 sub-event types');
  if (type !== undefined && !(type in EVENT_TYPES))
    throw cells.bad('event_type', `is none of: ${Object.keys(EVENT_TYPES).join(', ')}`);
  const guess = likely();
  const subEventType = said ?? (type === undefined || type === eventTypeOf(guess) ? guess : firstOf(cells, type));
  if (type !== undefined && type !== eventTypeOf(subEventType))
    throw cells.bad('event_type', `is not the event type of ${subEventType}`);
  return { eventType: eventTypeOf(subEventType), subEventType };
}

/** An event type alone does not say which of its sub-events it was. */
function firstOf(cells: Cells<Field>, type: string): never {
  throw cells.bad('sub_event_type', `is empty, and ${type} has several`);
}

function urlOf(cells: Cells<Field>): string | null {
  const url = cells.textOrNull('url');
  if (url !== null && !/^https?:\/\/\S+$/u.test(url))
    throw cells.bad('url', 'is no address that begins with http:// or https://');
  return url;
}
