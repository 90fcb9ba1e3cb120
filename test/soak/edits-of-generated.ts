import { expect } from 'vitest';
import { createDraw, type Draw } from '../../bench/generate/draw.ts';
import { FIRST_DAY } from '../../bench/generate/rows.ts';
import type { Gazetteer, Place } from '../../src/core/gazetteer/gazetteer.ts';
import { type ImportRequest, importFile } from '../../src/core/imports/import-file.ts';
import type { Database, Store } from '../../src/db/client.ts';
import {
  addAccount,
  addIncident,
  holdIncident,
  type IncidentRow,
  type NewIncident,
  readVersion,
  retractAccounts,
  reviseIncident,
} from '../../src/db/queries/incident-writing.ts';
import { account, accountIncident } from '../../src/db/schema/index.ts';
import { acledEvent, csvOf, fileOf, ownRow } from '../imports/importing.ts';

const DAY_MS = 86_400_000;
const BEGUN = Date.parse('2024-07-01T20:59:30Z');
/** Days on which some of the edits had been made and others not. */
export const EDITED_ON = ['2024-06-10', '2024-07-05', '2024-07-20', '2024-08-10'];

type Content = Partial<NewIncident>;

const day = (draw: Draw) => new Date(Date.parse(FIRST_DAY) + draw.below(4000) * DAY_MS).toISOString().slice(0, 10);
const later = (from: string, days: number) => new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10);

function onDays(draw: Draw): Content {
  const start = day(draw);
  const days = draw.of([0, 0, 0, 3, 20, 60, 200]);
  return { eventDateStart: start, eventDateEnd: later(start, days), datePrec: days === 0 ? 1 : days < 7 ? 2 : days < 31 ? 4 : 5 };
}

/** Elsewhere: on a place or near it, named or not, with its units or some of them open. */
function atPlace(draw: Draw, places: readonly [Place, ...Place[]], gazetteer: Gazetteer): Content {
  const place = draw.of(places);
  const above: Partial<Record<string, string>> = {};
  for (let at: Place | undefined = place; at; at = gazetteer.places.get(at.parentId ?? '')) above[at.kind] ??= at.name;
  const open = draw.below(5);
  const off = () => (draw.unit() - 0.5) * draw.of([0, 0.1, 1.5]);
  return {
    placeId: draw.below(4) === 0 ? null : place.id,
    placeEn: place.name,
    country: place.country ?? 'SY',
    admin1: open === 0 ? null : (above.governorate ?? null),
    admin2: open <= 1 ? null : (above.district ?? null),
    admin3: open <= 2 ? null : (above.subdistrict ?? null),
    lat: place.lat + off(),
    lon: place.lon + off(),
    wherePrec: draw.of([1, 1, 2, 2, 3, 4, 5, 6]),
    extentKm: draw.below(4) === 0 ? draw.below(60) : null,
  };
}

function withToll(draw: Draw): Content {
  const low = draw.below(12);
  const range = { low, best: low + draw.below(2), high: draw.of([null, low + 3]) };
  const party = draw.of(['government', 'civilians', 'isis', 'sdf', 'iraq']);
  return { tolls: draw.below(5) === 0 ? {} : { [party]: { [draw.of(['killed', 'killed', 'wounded', 'captured'])]: range } } };
}

const ofWhom = (draw: Draw): Content => ({
  attributedTo: draw.of([['isis'], ['saa'], ['sdf'], [], ['isis', 'saa']]),
  targets: draw.of([['saa'], ['civilians'], ['shepherds', 'civilians'], ['pmf'], []]),
  claimedBy: draw.of([[], ['isis']]),
});

const judged = (draw: Draw): Content => ({
  evidence: draw.of(['confirmed', 'fair', 'weak', 'contested', 'discounted']),
  status: draw.of(['published', 'retracted', 'archived', 'draft']),
});

const happened = (draw: Draw): Content =>
  draw.of<Content>([
    { eventType: 'Strategic developments', subEventType: 'Arrests', tactics: ['arrest'] },
    { eventType: 'Battles', subEventType: 'Armed clash', tactics: [] },
    { eventType: 'Explosions/Remote violence', subEventType: 'Air/drone strike', tactics: ['drone'] },
  ]);

interface Editing {
  store: Store;
  draw: Draw;
  places: readonly [Place, ...Place[]];
  gazetteer: Gazetteer;
}

/** One of everything that a team does to incidents, as its writers do it, one transaction each. Instants go on by an hour or so. */
export async function edit(store: Store, gazetteer: Gazetteer, count: number, seed: number): Promise<void> {
  const [place, ...places] = [...gazetteer.places.values()].filter(({ kind }) => kind !== 'country');
  if (!place) throw new Error('there are places');
  const editing: Editing = { store, gazetteer, draw: createDraw(seed), places: [place, ...places] };
  const refs = await store.sql<
    { ref: string }[]
  >`select ref from incident where origin = 'bench' order by md5(ref || ${seed}) limit ${count}`;
  for (const [n, { ref }] of refs.entries()) {
    const writing = { why: 'edited', now: new Date(BEGUN + n * 90 * 60_000) };
    await store.db.transaction(async (tx) => {
      const held = await holdIncident(tx, ref);
      if (!held) throw new Error(`${ref} is gone`);
      await editOne(tx, held, n, editing, writing);
    });
  }
}

async function editOne(tx: Database, held: IncidentRow, n: number, editing: Editing, writing: { why: string; now: Date }) {
  const { draw, places, gazetteer } = editing;
  const change = (content: Content, of = held) => reviseIncident(tx, of, content, writing);
  const anew = (): Content => ({ ...onDays(draw), ...atPlace(draw, places, gazetteer), ...withToll(draw), ...ofWhom(draw) });
  const told = (id: string, joint: boolean) => ({
    ...withToll(draw),
    id,
    sourceId: draw.of(['sohr', 'sana', 'amaq']),
    stance: 'report' as const,
    jointToll: joint,
    recordedAt: writing.now,
  });
  const work: readonly [() => Promise<unknown>, ...(() => Promise<unknown>)[]] = [
    () => change(onDays(draw)),
    () => change(atPlace(draw, places, gazetteer)),
    () => change(withToll(draw)),
    () => change(ofWhom(draw)),
    () => change(judged(draw)),
    () => change(happened(draw)),
    () => change(anew()),
    // another of its kind
    () => {
      const { id: _id, importDigest: _digest, cell: _cell, ...rest } = held;
      const row: NewIncident = {
        ...withoutMade(rest),
        ...anew(),
        origin: 'edited',
        originId: String(n),
        ref: held.ref.replace('GEN', 'NEW'),
      };
      return addIncident(
        tx,
        { ...row, version: 1, status: 'published', recordedAt: writing.now, changedAt: writing.now },
        writing,
      );
    },
    // merged: one more account, another toll; and taken back
    async () => {
      await addAccount(tx, told(`edited:${n}`, false), held.id, writing);
      const merged = await change({ ...withToll(draw), evidence: 'fair' });
      if (draw.below(2) === 0 || merged.version === held.version) return;
      await retractAccounts(tx, `edited:${n}`, writing);
      const before = await readVersion(tx, held.id, held.version);
      if (before) await change(before, merged);
    },
    // one figure for it and for a neighbour
    async () => {
      await tx.insert(account).values(told(`edited:joint:${n}`, true));
      const covers = [held.id, held.id + 1 + draw.below(3)];
      const known = await tx.query.incident.findMany({
        columns: { id: true },
        where: (one, { inArray }) => inArray(one.id, covers),
      });
      await tx.insert(accountIncident).values(known.map(({ id }) => ({ accountId: `edited:joint:${n}`, incidentId: id })));
      await change({ tolls: {} });
    },
  ];
  await draw.of(work)();
}

/** Without what the database makes. */
const withoutMade = <T extends object>(row: T) =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !/^(?:killed|wounded|captured|missing)(?:Low|Best|High)$/u.test(name)),
  ) as T;

/** A sheet of one's own, changed, cut down and with rows withdrawn; an export and its feed of deletions. */
export async function importAndWithdraw(store: Store, gazetteer: Gazetteer, seed: number): Promise<void> {
  const draw = createDraw(seed);
  const places = [...gazetteer.places.values()].filter(({ kind }) => kind === 'town' || kind === 'village');
  let batches = 0;
  const now = () => new Date(BEGUN + 20 * DAY_MS + batches++ * DAY_MS);
  const bringIn = async (request: ImportRequest) => (await importFile({ store, now, batchRows: 50 }, request)).counts;
  const where = () => {
    const { lat, lon, name } = places[draw.below(places.length)] ?? { lat: 34.88, lon: 38.87, name: 'Sukhnah' };
    return { lat, lon, place: name };
  };
  const own = (n: number, deleted = '') =>
    ownRow({ id: `R-${n}`, start: day(draw), ...where(), killed_government: draw.below(9), deleted, country: '' });
  const rows = Array.from({ length: 200 }, (_, n) => own(n));
  const changed = rows.map((row, n) => (n % 4 === 0 ? own(n) : n % 7 === 0 ? { ...row, deleted: 'yes' } : row));
  const source = 'Our team';
  expect(await bringIn({ format: 'csv', path: fileOf(csvOf(rows)), source })).toMatchObject({ new: 200 });
  expect(await bringIn({ format: 'csv', path: fileOf(csvOf(changed)), source })).toMatchObject({ changed: 50, deleted: 21 });
  const part = await bringIn({ format: 'csv', path: fileOf(csvOf(changed.slice(0, 120))), source, snapshot: true });
  expect(part.deleted).toBeGreaterThan(60);
  const events = Array.from({ length: 100 }, (_, n) => {
    const { lat, lon, place } = where();
    const at = { latitude: lat, longitude: lon, location: place, admin1: '', admin2: '', admin3: '' };
    return acledEvent({
      ...at,
      event_id_cnty: `SYR${n}`,
      event_date: day(draw),
      fatalities: draw.below(5),
      time_precision: 1 + (n % 3),
    });
  });
  expect(await bringIn({ format: 'acled', path: fileOf(csvOf(events)) })).toMatchObject({ new: 100 });
  const deleted = events
    .slice(0, 30)
    .map((row) => ({ event_id_cnty: row.event_id_cnty ?? '', deleted_timestamp: 1_700_000_000 }));
  expect(await bringIn({ format: 'acled', path: fileOf(csvOf(deleted)) })).toMatchObject({ deleted: 30 });
}
