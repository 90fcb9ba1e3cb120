import type { Gazetteer, Place } from '../../src/core/gazetteer/gazetteer.ts';
import type { PlaceKind } from '../../src/db/schema/vocabulary.ts';
import { type Draw, type Weighted, weighted } from './draw.ts';

/** Where an incident is, as its columns say it. */
export interface Where {
  place_id: string | null;
  place_en: string;
  country: 'SY' | 'IQ';
  admin1: string | null;
  admin2: string | null;
  admin3: string | null;
  lat: number;
  lon: number;
  where_prec: number;
  extent_km: number | null;
}

const LOCALITIES: readonly PlaceKind[] = [
  'city',
  'town',
  'village',
  'oil_field',
  'gas_field',
  'base',
  'camp',
  'crossing',
  'site',
];
/** A few governorates hold most of a war's incidents. */
const BUSY: Record<string, number> = {
  'Deir ez-Zor': 9,
  Homs: 5,
  Raqqa: 4,
  Hasakah: 4,
  Aleppo: 3,
  Hama: 3,
  Diyala: 4,
  Kirkuk: 3,
  Anbar: 3,
};
/** UCDP where_prec: most are exact or within 25 km. */
const PRECISIONS = weighted([
  [1, 60],
  [2, 28],
  [3, 5],
  [4, 4],
  [5, 2],
  [6, 1],
] as const);

interface Locality {
  place: Place;
  units: Pick<Where, 'country' | 'admin1' | 'admin2' | 'admin3'>;
}

export type Land = (draw: Draw) => Where;

/** Localities with Zipf weights inside busy and quiet governorates; a third of the incidents exactly at the point, the rest round it. */
export function landOf(gazetteer: Gazetteer, draw: Draw): Land {
  const all = [...gazetteer.places.values()]
    .filter(({ kind, country }) => country !== null && LOCALITIES.includes(kind))
    .map((place): Locality => ({ place, units: unitsOf(gazetteer, place) }))
    .sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
  const ranked = all.map((one) => ({ one, by: draw.unit() })).sort((a, b) => a.by - b.by);
  const localities = weighted(
    ranked.map(({ one }, rank) => [one, (BUSY[one.units.admin1 ?? ''] ?? 1) / (rank + 20) ** 0.9] as const),
  );
  const regions = [...gazetteer.places.values()].filter(({ kind, country }) => kind === 'region' && country !== null);
  return (from) => whereOf(gazetteer, localities, regions, from);
}

function whereOf(gazetteer: Gazetteer, localities: Weighted<Locality>, regions: readonly Place[], draw: Draw): Where {
  const { place, units } = draw.weighted(localities);
  const prec = draw.weighted(PRECISIONS);
  const at = (one: Place) => ({ place_id: one.id, place_en: one.name, lat: one.lat, lon: one.lon });
  const vague = { where_prec: prec, extent_km: null };
  if (prec <= 2) {
    const scatter = prec === 1 ? (draw.unit() < 0.35 ? 0 : 0.015) : 0.06;
    const [lat, lon] = [place.lat + (draw.unit() - 0.5) * 2 * scatter, place.lon + (draw.unit() - 0.5) * 2 * scatter];
    return {
      ...at(place),
      ...units,
      lat: Number(lat.toFixed(5)),
      lon: Number(lon.toFixed(5)),
      where_prec: prec,
      extent_km: null,
    };
  }
  const district = ancestor(gazetteer, place, 'district');
  if (prec === 3 && district) return { ...at(district), ...units, admin3: null, ...vague };
  const governorate = ancestor(gazetteer, place, 'governorate');
  if (prec === 4 && governorate) return { ...at(governorate), ...units, admin2: null, admin3: null, ...vague };
  const open = { country: units.country, admin1: null, admin2: null, admin3: null };
  const region = prec === 5 ? regions.filter(({ country }) => country === units.country)[draw.below(3)] : undefined;
  if (region) return { ...at(region), ...open, ...vague };
  if (prec === 6) return { ...at(place), place_id: null, place_en: units.country === 'SY' ? 'Syria' : 'Iraq', ...open, ...vague };
  return { ...at(place), ...units, ...vague, where_prec: 5, extent_km: 10 + draw.below(30) };
}

function ancestor(gazetteer: Gazetteer, place: Place, kind: PlaceKind): Place | null {
  for (let at: Place | undefined = place; at; at = gazetteer.places.get(at.parentId ?? '')) if (at.kind === kind) return at;
  return null;
}

function unitsOf(gazetteer: Gazetteer, place: Place): Locality['units'] {
  const name = (kind: PlaceKind) => ancestor(gazetteer, place, kind)?.name ?? null;
  return {
    country: place.country ?? 'SY',
    admin1: name('governorate'),
    admin2: name('district'),
    admin3: name('subdistrict'),
  };
}
