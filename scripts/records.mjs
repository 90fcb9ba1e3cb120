import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inData = (name) => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

export const readRecords = (name) => JSON.parse(readFileSync(inData(name), 'utf8'));

/** One record per line, so that a change of one place is a change of one line. */
export function writeRecords(name, records) {
  writeFileSync(inData(name), `[\n${records.map((r) => JSON.stringify(r)).join(',\n')}\n]\n`);
  console.log(`${name}: ${records.length} records`);
}

const RADIANS = Math.PI / 180;

/** Kilometres between two `[lon, lat]` points on a sphere. */
export function kilometres([lonA, latA], [lonB, latB]) {
  const h =
    Math.sin(((latB - latA) * RADIANS) / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}
