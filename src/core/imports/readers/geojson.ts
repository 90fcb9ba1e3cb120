import { type Flatten, flattenPlainly, isRecord, readJsonRecords, textOf } from './json-records.ts';

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

/** The point of a feature; of a line or an area none is given: the mapping may name columns for it. */
function pointOf(geometry: unknown): Record<string, string> {
  if (!isRecord(geometry) || geometry.type !== 'Point' || !isPosition(geometry.coordinates)) return {};
  const [lon, lat] = geometry.coordinates;
  return { lat: String(lat), lon: String(lon) };
}

/** Properties as columns; `id`, `lat` and `lon` are the feature's own where no property is called so. */
const flatten: Flatten = ({ id, geometry, properties }) => ({
  id: textOf(id),
  lat: '',
  lon: '',
  ...pointOf(geometry),
  ...(isRecord(properties) ? flattenPlainly(properties) : {}),
});

/** A FeatureCollection, by RFC 7946. */
export const readGeojson = (path: string) => readJsonRecords(path, 'features', flatten);
