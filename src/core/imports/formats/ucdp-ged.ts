import type { Range, Tolls } from '../../../db/schema/columns.ts';
import type { Party } from '../../../db/schema/vocabulary.ts';
import { type Cells, cellsOf, findColumns, isoDay } from '../columns.ts';
import type { GivenIncident, KnownActor, MakeRowReader, ReadingNames } from '../reading.ts';
import { countryOf, OTHER_COUNTRY } from './countries.ts';
import { UCDP_ACTORS, UCDP_COLUMNS } from './ucdp-names.ts';

type Key = keyof typeof UCDP_COLUMNS;

const REQUIRED = ['id', 'violence', 'sideA', 'sideB', 'wherePrec', 'lat', 'lon', 'country', 'datePrec', 'start', 'end'] as const;
const DEATHS = ['deathsA', 'deathsB', 'civilians', 'unknown', 'low', 'best', 'high'] as const;
const ONE_SIDED = 3;

/** UCDP's Georeferenced Event Dataset, releases and candidates alike. What its codes become is in docs/importing.md. */
export const ucdpGed: MakeRowReader = (header) => {
  const found = findColumns(header, UCDP_COLUMNS, { required: [...REQUIRED, ...DEATHS], what: 'UCDP GED file' });
  return {
    idOf: (row) => cellsOf(row, found).textOrNull('id'),
    read: (row, names) => ({ incident: incidentOf(cellsOf(row, found), names) }),
  };
};

function incidentOf(cells: Cells<Key>, names: ReadingNames): GivenIncident {
  const country = countryOf(cells.text('country'));
  if (country === null) throw cells.bad('country', OTHER_COUNTRY);
  const oneSided = cells.whole('violence', 1, 3) === ONE_SIDED;
  const place = {
    name: cells.textOrNull('where') ?? cells.textOrNull('whereSaid'),
    country,
    admin1: cells.textOrNull('admin1'),
    admin2: cells.textOrNull('admin2'),
    point: { lat: cells.number('lat', -90, 90), lon: cells.number('lon', -180, 180) },
    wherePrec: cells.whole('wherePrec', 1, 7),
    unitsAreTold: true,
  };
  const days = daysOf(cells);
  const dead = deadOf(cells);
  const [a, b] = [sideOf(cells, 'sideA', country, names), sideOf(cells, 'sideB', country, names)];
  return {
    originId: cells.text('id'),
    ...days,
    place,
    eventType: oneSided ? 'Violence against civilians' : 'Battles',
    subEventType: oneSided ? 'Attack' : 'Armed clash',
    tactics: oneSided ? [] : ['clash'],
    targetObjects: [],
    means: [],
    timeOfDay: null,
    // of a battle UCDP does not say who attacked: both sides did it, to each other
    attributedTo: oneSided ? a : [...a, ...b],
    attributionCertainty: 'confirmed',
    claimedBy: [],
    targets: oneSided ? b : [...a, ...b],
    tolls: tollsOf(dead, partyOf(a), partyOf(b)),
    eventClarity: cells.wholeOrNull('clarity', 1, 2) === 2 ? 2 : 1,
    summaryEn: summaryOf(cells, place.name, dead.best),
    summaryAr: null,
    account: { noteEn: noteOf(cells), url: null, published: publishedOf(cells) },
  };
}

function daysOf(cells: Cells<Key>): Pick<GivenIncident, 'eventDateStart' | 'eventDateEnd' | 'datePrec'> {
  const [start, end] = [cells.day('start'), cells.day('end')];
  if (end < start) throw cells.bad('end', 'is before date_start');
  const said = cells.whole('datePrec', 1, 5);
  return { eventDateStart: start, eventDateEnd: end, datePrec: said === 1 && start !== end ? 2 : said };
}

/** A side of several groups is written with commas between; a name of its own may hold one too. */
function sideOf(cells: Cells<Key>, key: 'sideA' | 'sideB', country: 'SY' | 'IQ', names: ReadingNames): KnownActor[] {
  const groups = cells
    .text(key)
    .split(/,\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const party: Party = country === 'SY' ? 'opposition' : 'other';
  const actors = groups.map((name) => {
    const state = name.startsWith('Government of ');
    const kind = state ? 'force' : 'group';
    return names.actor({ name, id: UCDP_ACTORS[name] ?? null, party: state ? 'other' : party, kind });
  });
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}

/** Of allies that are counted under different parties, nobody says whose the dead are. */
const partyOf = (side: readonly KnownActor[]): Party => {
  const parties = new Set(side.map(({ party }) => party));
  const [only] = parties;
  return parties.size === 1 && only ? only : 'unknown';
};

interface Dead {
  a: number;
  b: number;
  civilians: number;
  unknown: number;
  low: number;
  best: number;
  high: number;
}

function deadOf(cells: Cells<Key>): Dead {
  const best = cells.whole('best');
  const [a, b] = [cells.wholeOrNull('deathsA') ?? 0, cells.wholeOrNull('deathsB') ?? 0];
  const civilians = cells.wholeOrNull('civilians') ?? 0;
  const unknown = cells.wholeOrNull('unknown') ?? 0;
  // codebook 19.1: best is "always the sum" of the four; what they leave over is nobody's in particular
  const rest = best - (a + b + civilians + unknown);
  if (rest < 0) throw cells.bad('best', 'is less than the deaths of the sides together');
  // in some rows a bound lies on the wrong side of the best estimate
  const low = Math.min(best, cells.wholeOrNull('low') ?? best);
  const high = Math.max(best, cells.wholeOrNull('high') ?? best);
  return { a, b, civilians, unknown: unknown + rest, low, best, high };
}

/**
 * UCDP tells only the best estimate by side. The range of the whole is kept by putting what is above the best on the unknown side, and
 * by taking what is below it from the sides in turn.
 */
function tollsOf(dead: Dead, partyA: Party, partyB: Party): Tolls {
  const byParty = new Map<Party, number>();
  const add = (party: Party, count: number) => byParty.set(party, (byParty.get(party) ?? 0) + count);
  add(partyA, dead.a);
  add(partyB, dead.b);
  add('civilians', dead.civilians);
  add('unknown', dead.unknown);
  let below = dead.best - dead.low;
  const above = dead.high - dead.best;
  const tolls: Tolls = {};
  for (const [party, count] of byParty) {
    const less = Math.min(below, count);
    below -= less;
    const killed: Range = { low: count - less, best: count, high: count + (party === 'unknown' ? above : 0) };
    if (killed.high !== 0) tolls[party] = { killed };
  }
  return tolls;
}

function summaryOf(cells: Cells<Key>, where: string | null, best: number): string {
  const sides = `${cells.text('sideA')} – ${cells.text('sideB')}`;
  const headline = cells.textOrNull('headline');
  return `${sides}${where ? `, ${where}` : ''}: ${best} killed.${headline ? ` “${headline}”` : ''}`;
}

const LONGEST_NOTE = 500;

function noteOf(cells: Cells<Key>): string | null {
  const candidate = cells.textOrNull('codeStatus');
  const said = cells.textOrNull('article') ?? cells.textOrNull('office');
  const sources = cells.wholeOrNull('sources', -1);
  const parts = [
    said && `Read from: ${said.replaceAll('"', '').slice(0, LONGEST_NOTE)}`,
    sources !== null && sources > 1 ? `${sources} sources` : null,
    candidate && candidate.toLowerCase() !== 'clear' ? `Candidate event: ${candidate}` : null,
  ].filter((part) => part);
  return parts.length > 0 ? parts.join('. ') : null;
}

/** Of several dates of publication the row keeps them in one cell: then none is the account's. */
function publishedOf(cells: Cells<Key>): string | null {
  const said = cells.textOrNull('published');
  return said === null ? null : isoDay(said);
}
