import { PARTIES } from '../../../src/db/schema/vocabulary.ts';
import { ranges } from './belongs.ts';
import type { Ground } from './ground.ts';
import { type Figure, total } from './how-many.ts';
import type { Held, Measure, Reference } from './kept.ts';

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

function rowKey(ground: Ground, by: string, one: Held): string | null {
  const unit = (kind: string, name: string | null, above: string | null) =>
    name === null ? null : (ground.unitId(kind, one.country, name, above) ?? name);
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

export function rows(ground: Ground, by: string | null, counted: readonly Held[], figures: readonly Figure[]): Reference['rows'] {
  if (by === null) return [];
  const known = new Map(counted.map((one) => [one, rowKey(ground, by, one)]));
  const keyOf = (one: Held) => known.get(one) ?? null;
  const onRow = new Map<string | null, Held[]>();
  for (const one of counted) {
    const row = onRow.get(keyOf(one));
    if (row) row.push(one);
    else onRow.set(keyOf(one), [one]);
  }
  const byId = new Map(counted.map((one) => [one.id, one]));
  /** The one row of all that a figure covers and that counts; null: the row of what no row fits. */
  const home = ({ account }: Figure) => {
    const keys = new Set(account.covers.flatMap((id) => byId.get(id) ?? []).map(keyOf));
    return keys.size === 1 ? ([...keys][0] ?? null) : null;
  };
  const adding = figures.filter(
    (f) =>
      f.adds !== 'none' &&
      ranges(f.account.tolls, 'killed', PARTIES).length + ranges(f.account.tolls, 'wounded', PARTIES).length > 0,
  );
  const keys = new Set([...counted.map(keyOf), ...adding.map(home)]);
  return [...keys].map((key) => {
    const own = onRow.get(key) ?? [];
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
