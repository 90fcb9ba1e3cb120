import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothCovers, coverOf } from '../../src/core/gazetteer/cells.ts';
import { kmBetween, type Point, pointAt, segmentKm } from '../../src/core/gazetteer/geometry.ts';
import {
  circle,
  corridor,
  holds,
  ofOutline,
  ofPlace,
  type Shape,
  touch,
  wedge,
  widened,
} from '../../src/core/gazetteer/shape.ts';
import type { Position } from '../../src/db/schema/place.ts';
import { PLACES } from '../support/land.ts';

const SQUARE: Position[] = [
  [38, 34],
  [39, 34],
  [39, 35],
  [38, 35],
];
const HOLE: Position[] = [
  [38.4, 34.4],
  [38.6, 34.4],
  [38.6, 34.6],
  [38.4, 34.6],
];
const ringed = ofOutline({ type: 'area', rings: [SQUARE, HOLE] });

const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: 33, max: 38, noNaN: true }),
  lon: fc.double({ min: 37, max: 43, noNaN: true }),
});
const km = fc.double({ min: 0.5, max: 150, noNaN: true });
const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.tuple(point, km).map(([at, radius]) => circle(at, radius)),
  fc.constantFrom(...PLACES).map(ofPlace),
  fc.tuple(fc.constantFrom(...PLACES), km).map(([place, more]) => widened(ofPlace(place), more)),
  fc.tuple(point, fc.constantFrom(0, 90, 180, 270), km).map(([at, bearing, far]) => wedge(at, bearing, far + 10)),
);

describe('distances', () => {
  it('agree with known ones: a quarter of a meridian, and half of it seen from the side', () => {
    expect(kmBetween({ lat: 0, lon: 38 }, { lat: 90, lon: 0 })).toBeCloseTo(10_007.557, 2);
    expect(kmBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 45 })).toBeCloseTo(5003.779, 2);
  });

  it('lead back: the point so many km away is so many km away', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 0, max: 359 }), km, (from, bearing, far) => {
        expect(kmBetween(from, pointAt(from, bearing, far))).toBeCloseTo(far, 6);
      }),
    );
  });

  it('to a stretch are those to its nearest point', () => {
    const stretch: [Position, Position] = [
      [38, 35],
      [39, 35],
    ];
    expect(segmentKm({ lat: 35.1, lon: 38.5 }, ...stretch)).toBeCloseTo(11.12, 1);
    expect(segmentKm({ lat: 35, lon: 37.9 }, ...stretch)).toBeCloseTo(kmBetween({ lat: 35, lon: 37.9 }, { lat: 35, lon: 38 }), 1);
  });
});

describe('a shape', () => {
  it('does not hold what lies in its hole, nor touch what lies there wholly', () => {
    expect(holds(ringed, { lat: 34.2, lon: 38.2 })).toBe(true);
    expect(holds(ringed, { lat: 34.5, lon: 38.5 })).toBe(false);
    expect(touch(ringed, circle({ lat: 34.5, lon: 38.5 }, 5))).toBe(false);
    expect(touch(ringed, circle({ lat: 34.5, lon: 38.5 }, 15))).toBe(true);
  });

  it('touches what lies wholly inside of it, and what holds it', () => {
    const inner = circle({ lat: 34.2, lon: 38.2 }, 1);
    expect([touch(ringed, inner), touch(inner, ringed)]).toEqual([true, true]);
    expect(touch(ofOutline({ type: 'area', rings: [HOLE] }), circle({ lat: 34.5, lon: 38.5 }, 100))).toBe(true);
  });

  it('of a road holds what lies within its width', () => {
    const road = corridor([[SQUARE[0] ?? [0, 0], SQUARE[1] ?? [0, 0]]], 5);
    expect(holds(road, { lat: 34.04, lon: 38.5 })).toBe(true);
    expect(holds(road, { lat: 34.05, lon: 38.5 })).toBe(false);
  });

  it('to the east of a point holds what lies between north-east and south-east of it', () => {
    const east = wedge({ lat: 35, lon: 38 }, 90, 100);
    expect([35.4, 35.8, 34.6, 35].map((lat) => holds(east, { lat, lon: 38.6 }))).toEqual([true, false, true, true]);
    expect(holds(east, { lat: 35, lon: 37.9 })).toBe(false);
    expect(holds(east, { lat: 35, lon: 39.2 })).toBe(false);
  });

  it('touches another whenever one point lies in both, and then the other touches it', () => {
    fc.assert(
      fc.property(shape, shape, fc.array(point, { minLength: 30, maxLength: 30 }), (a, b, points) => {
        const touching = touch(a, b);
        expect(touch(b, a)).toBe(touching);
        if (points.some((one) => holds(a, one) && holds(b, one))) expect(touching).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the grid', () => {
  const cellOf = ({ lat, lon }: Point) => Math.floor((lat + 90) * 20) * 7200 + Math.floor((lon + 180) * 20);
  const points = fc.array(point, { minLength: 60, maxLength: 60 });

  it('calls inside only what is inside, and leaves nothing of a shape out', () => {
    fc.assert(
      fc.property(shape, points, (one, all) => {
        const cover = coverOf(one);
        if (!cover) return;
        const [inside, border] = [new Set(cover.inside), new Set(cover.border)];
        for (const at of all) {
          if (inside.has(cellOf(at))) expect(holds(one, at)).toBe(true);
          if (holds(one, at)) expect(inside.has(cellOf(at)) || border.has(cellOf(at))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('covers what lies in two shapes by the same rule, also where one is too wide for it', () => {
    fc.assert(
      fc.property(
        shape,
        fc.oneof(
          shape,
          point.map((at) => wedge(at, 90, 1500)),
        ),
        points,
        (a, b, all) => {
          const cover = bothCovers(coverOf(a), coverOf(b));
          if (!cover) return;
          const [inside, border] = [new Set(cover.inside), new Set(cover.border)];
          for (const at of all) {
            const both = holds(a, at) && holds(b, at);
            if (inside.has(cellOf(at))) expect(both).toBe(true);
            if (both) expect(inside.has(cellOf(at)) || border.has(cellOf(at))).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
