import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range, Tolls } from '../../src/db/schema/columns.ts';
import type { Party } from '../../src/db/schema/vocabulary.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { IncidentRecord } from './records.ts';

/** UCDP's candidate events of Syria, 2016 to 2019: not part of the project, used where it lies beside a checkout. */
const FILE = join(packageRoot, '..', 'shared', 'data', 'ucdp-ged-syria-2016-2019.csv');
export const ucdpText = (): string | null => (existsSync(FILE) ? readFileSync(FILE, 'utf8') : null);

/** RFC 4180: fields in quotes hold commas, line ends and doubled quotes. */
export function* csvRecords(text: string): Generator<Record<string, string>> {
  let names: string[] | null = null;
  for (const fields of csvRows(text)) {
    if (names) yield Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
    else names = fields;
  }
}

function* csvRows(text: string): Generator<string[]> {
  let fields: string[] = [];
  for (let at = 0; at < text.length; ) {
    let field = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const end = text.slice(at).search(/[,\n\r]|$/u) + at;
      field = text.slice(at, end);
      at = end;
    }
    fields.push(field);
    if (text[at] === ',') at++;
    else {
      yield fields;
      fields = [];
      while (text[at] === '\n' || text[at] === '\r') at++;
    }
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const GOVERNORATES: Record<string, string> = {
  'Deir ez Zor': 'Deir ez-Zor',
  'Ar Raqqah': 'Raqqa',
  Hamah: 'Hama',
  'Al Hasakah': 'Hasakah',
  'As Suwayda': 'As-Suwayda',
};
export const governorateOf = (adm1: string): string => {
  const bare = adm1.replace(/ Governorate$/u, '');
  return GOVERNORATES[bare] ?? bare;
};

const SIDES: Record<string, { party: Party; actor: string }> = {
  IS: { party: 'isis', actor: 'isis' },
  SDF: { party: 'sdf', actor: 'sdf' },
  Civilians: { party: 'civilians', actor: 'civilians' },
  'Government of Syria': { party: 'government', actor: 'saa' },
  'Government of Turkey': { party: 'turkey', actor: 'turkey' },
};
const sideOf = (name: string) => SIDES[name] ?? { party: 'opposition' as const, actor: 'opposition' };

/**
 * UCDP tells only the best estimate by side. The range of the whole is kept by putting what is above the best on the unknown side, and
 * by taking what is below it from the sides in turn.
 */
function tollsOf(row: Record<string, string>): Tolls {
  const n = (name: string) => Number(row[name]);
  const best = n('best');
  const dead = new Map<Party, number>();
  const add = (party: Party, count: number) => dead.set(party, (dead.get(party) ?? 0) + count);
  add(sideOf(row.side_a ?? '').party, n('deaths_a'));
  add(sideOf(row.side_b ?? '').party, n('deaths_b'));
  add('civilians', n('deaths_civilians'));
  add('unknown', n('deaths_unknown'));
  let below = best - Math.min(best, n('low'));
  const above = Math.max(best, n('high')) - best;
  const tolls: Tolls = {};
  for (const [party, count] of dead) {
    const less = Math.min(below, count);
    below -= less;
    const killed: Range = { low: count - less, best: count, high: count + (party === 'unknown' ? above : 0) };
    if (killed.high !== 0) tolls[party] = { killed };
  }
  return tolls;
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const refOf = (id: number) =>
  `GED-${[...Array(6).keys()].map((i) => LETTERS[Math.floor(id / LETTERS.length ** i) % LETTERS.length]).join('')}`;

/** Enough of an import to search in: no names of places, no sources. */
export function ucdpIncidents(text: string): IncidentRecord[] {
  return [...csvRecords(text)].map((row, i): IncidentRecord => {
    const n = (name: string) => Number(row[name]);
    const [from, to] = [sideOf(row.side_a ?? '').actor, sideOf(row.side_b ?? '').actor];
    const oneSided = row.type_of_violence === '3';
    const [start, end] = [row.date_start ?? '', row.date_end ?? ''];
    return {
      id: i + 1,
      ref: refOf(i + 1),
      recordedAt: '2020-01-01T00:00:00Z',
      versions: [
        {
          eventDateStart: start,
          eventDateEnd: end,
          datePrec: n('date_prec') === 1 && start !== end ? 2 : n('date_prec'),
          placeId: null,
          placeEn: row.where_coordinates || 'Syria',
          country: 'SY',
          admin1: row.adm_1 ? governorateOf(row.adm_1) : null,
          admin2: null,
          admin3: null,
          lat: n('latitude'),
          lon: n('longitude'),
          wherePrec: n('where_prec'),
          extentKm: null,
          eventType: oneSided ? 'Violence against civilians' : 'Battles',
          subEventType: oneSided ? 'Attack' : 'Armed clash',
          tactics: [],
          targetObjects: [],
          means: [],
          timeOfDay: null,
          attributedTo: [from],
          attributionCertainty: 'confirmed',
          claimedBy: [],
          targets: [to],
          tolls: tollsOf(row),
          evidence: 'fair',
          status: 'published',
          changedAt: '2020-01-01T00:00:00Z',
        },
      ],
    };
  });
}
