import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../package-root.ts';
import { type Actor, createGazetteer, type Gazetteer, type Place, type Spelling } from '../gazetteer/gazetteer.ts';
import { reach } from './reach.ts';
import { actorRecord, outlineRecord, type PlaceRecord, placeRecord, sourceRecord } from './shapes.ts';

/** Where the facts lie that ship with dalil. */
export const factsDirectory = join(packageRoot, 'data');

/** Reads one file of records. Throws an Error that names the file and the record where it has not the shape. */
export function readRecords<T extends z.ZodType>(directory: string, name: string, record: T): z.infer<T>[] {
  const found = z.array(record).safeParse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
  if (!found.success) throw new Error(`data/${name} is not as it should be: ${z.prettifyError(found.error)}`);
  return found.data;
}

const PLACE_FILES = ['governorates.json', 'units.json', 'towns.json', 'by-hand.json', 'areas-and-lines.json'] as const;

const spellingsOf = (record: { name: string; nameAr: string; en: string[]; ar: string[] }): Spelling[] => [
  ...[...new Set(record.en)].filter((text) => text !== record.name).map((text) => ({ language: 'en' as const, text })),
  ...[...new Set(record.ar)].filter((text) => text !== record.nameAr).map((text) => ({ language: 'ar' as const, text })),
];

/** `origin` rides along for the store; a gazetteer has no use for it. */
export type PlaceOfOrigin = Place & { origin: string };

const placeOf = (record: PlaceRecord, outlines: ReadonlyMap<string, PlaceRecord['outline']>): PlaceOfOrigin => {
  const outline = record.outline ?? outlines.get(record.id) ?? null;
  const measured = outline ? Math.ceil(reach(record, outline)) : undefined;
  const extentKm = record.extentKm ?? measured;
  if (extentKm === undefined) throw new Error(`data: the place ${record.id} has neither an extent nor an outline`);
  const { id, name, nameAr, kind, parent, country, lat, lon, population, origin } = record;
  const names = { id, name, nameAr, kind, parentId: parent, country, spellings: spellingsOf(record) };
  return { ...names, lat, lon, extentKm, outline, population: population ?? null, origin };
};

/** Parents come before their children, as the store needs them. */
const parentsFirst = <T extends { id: string; parentId: string | null }>(all: readonly T[]): T[] => {
  const byId = new Map(all.map((one) => [one.id, one]));
  const depth = (one: T): number => {
    const parent = one.parentId === null ? undefined : byId.get(one.parentId);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  const depths = new Map(all.map((one) => [one.id, depth(one)]));
  return [...all].sort((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
};

export function readPlaces(directory: string = factsDirectory): PlaceOfOrigin[] {
  const read = (name: string) => readRecords(directory, `places/${name}`, placeRecord);
  const outlines = new Map(readRecords(directory, 'places/outlines.json', outlineRecord).map((o) => [o.id, o.outline]));
  return parentsFirst(PLACE_FILES.flatMap(read).map((record) => placeOf(record, outlines)));
}

export function readActors(directory: string = factsDirectory): Actor[] {
  const records = readRecords(directory, 'actors.json', actorRecord);
  return parentsFirst(
    records.map((record) => {
      const { id, name, nameAr, parent, party, kind } = record;
      return { id, name, nameAr, parentId: parent, party, kind, spellings: spellingsOf(record) };
    }),
  );
}

/** The same gazetteer as the store's after a first start, without a store. */
export function gazetteerFromFiles(directory: string = factsDirectory): Gazetteer {
  const places = readPlaces(directory).map(({ origin: _, ...place }) => place);
  return createGazetteer(places, readActors(directory), readRecords(directory, 'sources.json', sourceRecord));
}
