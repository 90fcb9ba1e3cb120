import { createHash } from 'node:crypto';
import type { NewSource } from '../../db/queries/imports/sources.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { nameKey } from '../names/key.ts';
import { KNOWN_FORMATS } from './formats.ts';
import type { ImportRequest } from './import-file.ts';
import { BadFile } from './row.ts';

/** Whose account the rows are, and under what name their ids are unique. Throws BadFile where nobody says whose. */
export function sourceOf(
  { format, mapping, source: named }: Pick<ImportRequest, 'format' | 'mapping' | 'source'>,
  gazetteer: Gazetteer,
): { source: NewSource; origin: string } {
  const known = KNOWN_FORMATS[format];
  const source =
    named === undefined ? ((mapping?.source && newSource(mapping.source)) ?? known?.source) : sourceNamed(named, gazetteer);
  if (!source) throw new BadFile('Whose rows are these? Name the source: --source "NAME", or in the mapping.');
  // how far a source is believed is decided here, not by a file
  const held = gazetteer.sources.get(source.id);
  const judged = held ? { ...source, side: held.side, reliability: held.reliability } : source;
  return { source: judged, origin: known ? format : `file:${source.id}` };
}

type GivenSource = { [K in keyof NewSource]?: NewSource[K] | undefined } & Pick<NewSource, 'name'>;

/** Of a source that nobody here has judged nothing is believed on its word alone: F. */
const newSource = (given: GivenSource): NewSource => ({
  id: given.id ?? slugOf(given.name),
  name: given.name,
  nameAr: given.nameAr ?? null,
  kind: given.kind ?? 'dataset',
  affiliation: given.affiliation ?? 'not stated',
  side: given.side ?? null,
  reliability: given.reliability ?? 'F',
  note: given.note ?? '',
});

function sourceNamed(name: string, gazetteer: Gazetteer): NewSource {
  const key = nameKey(name);
  const held = [...gazetteer.sources.values()].find(
    (one) => one.id === name || nameKey(one.name) === key || (one.nameAr !== null && nameKey(one.nameAr) === key),
  );
  return newSource(
    held ? { id: held.id, name: held.name, kind: held.kind, side: held.side, reliability: held.reliability } : { name },
  );
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 60);
  return slug || `source-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
