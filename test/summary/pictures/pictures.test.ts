import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../../src/core/facts/files.ts';
import type { ChartSpec } from '../../../src/core/summary/charts/chart-spec.ts';
import { createChartDrawer } from '../../../src/core/summary/charts/draw-chart.ts';
import { createMapDrawer } from '../../../src/core/summary/maps/draw-map.ts';
import { placeLabels } from '../../../src/core/summary/maps/labels.ts';
import type { MapSpec } from '../../../src/core/summary/maps/map-spec.ts';
import { fitLines, textWidth } from '../../../src/core/summary/pictures/letters.ts';
import { PICTURE } from '../../../src/core/summary/pictures/theme.ts';

const charts = createChartDrawer();
const maps = createMapDrawer(gazetteerFromFiles());

const words = fc.constantFrom(
  'attacks',
  'Deir ez-Zor',
  'هجمات',
  'كانون الثاني 2023',
  '<b>&',
  'January 2024',
  '12',
  'x'.repeat(90),
);
const chart = fc.record({
  kind: fc.constantFrom('columns' as const, 'ranking' as const),
  language: fc.constantFrom('en' as const, 'ar' as const),
  title: words,
  subtitle: words,
  footer: words,
  categories: fc.array(words, { minLength: 1, maxLength: 60 }),
  series: fc.array(fc.record({ name: words, values: fc.array(fc.option(fc.nat(500)), { minLength: 60, maxLength: 60 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  running: fc.constant(null),
}) satisfies fc.Arbitrary<ChartSpec>;

/** Every text of an SVG with where it stands; echarts and the map write them alike. */
function textsOf(svg: string): { text: string; x: number; y: number; size: number; anchor: string }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/gu)].map(([, attributes = '', text = '']) => {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`, 'u').exec(attributes)?.[1];
    const moved = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/u.exec(of('transform') ?? '');
    return {
      text: text.replaceAll(/&\w+;/gu, '&'),
      x: Number(of('x') ?? 0) + Number(moved?.[1] ?? 0),
      y: Number(of('y') ?? 0) + Number(moved?.[2] ?? 0),
      size: Number.parseFloat(of('font-size') ?? /font-size:([\d.]+)px/u.exec(of('style') ?? '')?.[1] ?? '12'),
      anchor: of('text-anchor') ?? 'start',
    };
  });
}

describe('charts', () => {
  test('every label of any chart lies in the frame, in both languages', () => {
    fc.assert(
      fc.property(chart, (spec) => {
        for (const { text, x, y, size, anchor } of textsOf(charts.svg(spec, 'light'))) {
          const width = textWidth(text, size);
          const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(left + width).toBeLessThanOrEqual(PICTURE.width + 1);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(PICTURE.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a figure that is not known has no label, and zero has one', () => {
    const spec: ChartSpec = {
      kind: 'columns',
      language: 'en',
      title: 't',
      subtitle: '',
      footer: '',
      categories: ['a', 'b'],
      series: [{ name: 's', values: [null, 0] }],
      running: null,
    };
    const zeros = textsOf(charts.svg(spec, 'light')).filter(({ text, anchor }) => text === '0' && anchor === 'middle');
    expect(zeros).toHaveLength(1);
  });

  test('a PNG comes out', () => {
    const spec: ChartSpec = {
      kind: 'ranking',
      language: 'ar',
      title: 'هجمات',
      subtitle: '',
      footer: '',
      categories: ['حمص'],
      series: [{ name: 's', values: [3] }],
      running: null,
    };
    expect(Buffer.from(charts.png(spec, 'dark').slice(0, 8))).toEqual(
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    );
  });
});

const point = fc.record({
  lat: fc.double({ min: 32.5, max: 37, noNaN: true }),
  lon: fc.double({ min: 36, max: 42, noNaN: true }),
  killed: fc.option(fc.nat(200)),
  day: fc.constantFrom('2019-04-17', '2021-01-01', '2023-04-08'),
});
const map: fc.Arbitrary<MapSpec> = fc.record({
  language: fc.constantFrom('en' as const, 'ar' as const),
  title: words,
  subtitle: words,
  footer: words,
  circle: fc.option(fc.record({ lat: fc.constant(34.88), lon: fc.constant(38.87), km: fc.integer({ min: 1, max: 300 }) })),
  places: fc.subarray(['sy-homs', 'as-sukhnah', 'badia']),
  points: fc.array(point, { maxLength: 40 }),
  vague: fc.array(
    fc.record({
      lat: fc.constant(34.6),
      lon: fc.constant(39),
      km: fc.integer({ min: 5, max: 200 }),
      placeId: fc.constantFrom(null, 'badia'),
    }),
    { maxLength: 4 },
  ),
  words: fc.constant({
    killed: 'size: killed',
    vague: 'roughly',
    days: ['since 1 May 2023', 'since 2021', 'before 2021'] as [string, string, string],
    km: 'km',
  }),
});

describe('maps', () => {
  test('no two labels of a map overlap or leave the frame', () => {
    fc.assert(
      fc.property(map, (spec) => {
        const texts = textsOf(maps.svg(spec, 'light')).map(({ text, x, y, size, anchor }) => {
          const width = textWidth(text, size);
          const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
          return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
        });
        texts.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(-1);
          expect(a.right).toBeLessThanOrEqual(PICTURE.width + 1);
          for (const b of texts.slice(i + 1)) {
            const over = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            expect(over, `${a.text} over ${b.text}`).toBe(false);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('labels keep off what is taken', () => {
    const frame = { left: 0, top: 0, width: 400, height: 300 };
    const [label] = placeLabels(
      [{ text: 'Palmyra', x: 200, y: 150, gap: 7 }],
      [{ left: 198, top: 140, right: 400, bottom: 160 }],
      frame,
      16,
      5,
    );
    expect(label?.anchor).toBe('end');
  });
});

test('lines are never wider than their room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 60, max: 700 }), (text, width) => {
      for (const line of fitLines(text, 16, width, 3)) expect(textWidth(line, 16)).toBeLessThanOrEqual(width + 16);
    }),
  );
});
