import { cellsOf, findColumns } from '../columns.ts';
import { countryOf } from '../formats/countries.ts';
import { BadCell, BadFile, type Row } from '../row.ts';
import { type GivenGazetteerPlace, isReadable, settlementOf } from './given-place.ts';

const LEVELS = [4, 3, 2, 1] as const;
const KIND_OF_LEVEL = { 3: 'subdistrict', 2: 'district', 1: 'governorate' } as const;

/** The names that OCHA's tables of common operational data have had for their columns. */
const atLevel = (level: number) => ({
  en: [`adm${level}_en`, `admin${level}name_en`, `admin${level}name`, `adm${level}_name`],
  ar: [`adm${level}_ar`, `admin${level}name_ar`, `adm${level}_name1`],
  code: [`adm${level}_pcode`, `admin${level}pcode`, `admin${level}_pcode`],
});

const COLUMNS = {
  lat: ['latitude', 'lat', 'y', 'latitude_y', 'y_coord', 'center_lat', 'centroid_lat'],
  lon: ['longitude', 'lon', 'long', 'x', 'longitude_x', 'x_coord', 'center_lon', 'centroid_lon'],
  country: ['adm0_en', 'admin0name_en', 'admin0name', 'adm0_pcode', 'admin0pcode', 'country'],
  population: ['population', 'pop'],
  reference: ['admin4refname_en', 'adm4_ref', 'admin4refname'],
} as const;

/** Reads rows of an OCHA table of places: its finest level are the places, the levels above say where they lie. */
export function ochaReader(header: readonly string[]): (row: Row) => GivenGazetteerPlace {
  const what = 'OCHA table of places';
  const found = findColumns(header, COLUMNS, { required: ['lat', 'lon'], what });
  const levels = LEVELS.map((level) => ({ level, ...findColumns(header, atLevel(level), { required: [], what }) })).filter(
    ({ en }) => en !== null,
  );
  const [finest, ...above] = levels;
  if (!finest || finest.code === null)
    throw new BadFile('This is no OCHA table of places: it has no column of names and p-codes such as ADM3_EN and ADM3_PCODE.');
  return (row) => {
    const cells = cellsOf(row, { ...found, name: finest.en, nameAr: finest.ar, code: finest.code });
    const code = cells.text('code');
    // p-codes of units begin with the country's; those of settlements do not (Syria: C2965)
    const codes = [code, ...above.map((unit) => (unit.code === null ? '' : (row.cells[unit.code] ?? '')))];
    const country =
      [cells.textOrNull('country') ?? '', ...codes.map((one) => one.trim().slice(0, 2))]
        .map(countryOf)
        .find((one) => one !== null) ?? null;
    if (country === null) throw new BadCell(found.country ?? finest.code, 'is neither Syria nor Iraq', code);
    const [name, nameAr] = [cells.text('name'), cells.textOrNull('nameAr')];
    const population = cells.wholeOrNull('population');
    const spellings = [name, nameAr, cells.textOrNull('reference')].filter((one) => one !== null).filter(isReadable);
    return {
      id: `ocha-${code.toLowerCase()}`,
      name,
      nameAr,
      kind: finest.level === 4 ? settlementOf(population) : KIND_OF_LEVEL[finest.level],
      country,
      lat: cells.number('lat', -90, 90),
      lon: cells.number('lon', -180, 180),
      population,
      spellings,
      within: above.flatMap(({ en }) => (en === null ? [] : [row.cells[en]?.trim() ?? ''])).filter((one) => one !== ''),
      origin: 'ocha',
    };
  };
}
