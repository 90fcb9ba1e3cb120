import type { Position } from '../../../db/schema/place.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { directed, drawable, FONT_FAMILY, fitLines } from '../pictures/letters.ts';
import { toPng } from '../pictures/raster.ts';
import { PICTURE, THEMES, type Theme, type ThemeName } from '../pictures/theme.ts';
import { type Box, placeLabels } from './labels.ts';
import { baseMap, boundsOf, outlineLines } from './layers.ts';
import { legend } from './legend.ts';
import type { MapSpec, VaguePlace } from './map-spec.ts';
import { pointRadius } from './point-size.ts';
import { aroundCircle, type Bounds, type Frame, type Projection, project, union } from './projection.ts';
import { recencyOf } from './recency.ts';
import { element, path, textElement } from './svg.ts';

const MARGIN = 28;
const LABEL = 16;
const MOST_TOWNS = 14;
/** A map never shows less than this from side to side: a lone point needs towns around it to be found. */
const LEAST_KM = 45;

function viewOf(spec: MapSpec, gazetteer: Gazetteer): Bounds {
  const asked = spec.circle
    ? [aroundCircle(spec.circle.lat, spec.circle.lon, spec.circle.km * 1.12)]
    : spec.places.flatMap((id) => {
        const place = gazetteer.places.get(id);
        return place ? [boundsOf(place)] : [];
      });
  const shown = spec.points.map((p) => aroundCircle(p.lat, p.lon, 12));
  const all =
    union([...asked, ...shown]) ??
    union(spec.vague.map((v) => aroundCircle(v.lat, v.lon, Math.min(v.km, 150)))) ??
    aroundCircle(34.9, 38.9, 260);
  const least = aroundCircle((all.south + all.north) / 2, (all.west + all.east) / 2, LEAST_KM);
  return union([all, least]) ?? all;
}

interface Canvas {
  view: Projection;
  drawn(lines: readonly Position[][]): [number, number][][];
  theme: Theme;
  frame: Frame;
}

/** Each rough place once, however many incidents are known no better. */
const vagueAreas = (vague: readonly VaguePlace[], gazetteer: Gazetteer) =>
  [...new Map(vague.map((v) => [`${v.placeId} ${v.lat} ${v.lon} ${v.km}`, v])).values()].map((v) => ({
    ...v,
    lines: outlineLines(v.placeId ? gazetteer.places.get(v.placeId) : undefined),
  }));

/** A circle wider than the frame would only tint it: the footer's figures say that it is there. */
function softArea(area: ReturnType<typeof vagueAreas>[number], { view, drawn, theme, frame }: Canvas): string {
  const colour = theme.series[3] ?? theme.quiet;
  const soft = { fill: colour, 'fill-opacity': 0.13, stroke: colour, 'stroke-opacity': 0.6, 'stroke-dasharray': '3 5' };
  if (area.lines.length > 0) return element('path', { d: path(drawn(area.lines), true), ...soft });
  const r = Math.max(14, area.km * view.perKm);
  if (r > frame.height) return '';
  const [cx, cy] = view.at([area.lon, area.lat]);
  return element('circle', { cx, cy, r, ...soft });
}

export function createMapDrawer(gazetteer: Gazetteer) {
  const base = baseMap(gazetteer);
  const svg = (spec: MapSpec, themeName: ThemeName): string => {
    const theme = THEMES[themeName];
    const rtl = spec.language === 'ar';
    const inner = PICTURE.width - 2 * MARGIN;
    const family = rtl ? 'Noto Sans Arabic, Noto Sans' : FONT_FAMILY;
    const title = fitLines(spec.title, 23, inner, 2);
    const subtitle = fitLines(spec.subtitle, 17, inner, 2);
    const footer = fitLines(spec.footer, 14, inner, 2);
    const headBottom = 24 + title.length * 30 + subtitle.length * 24;
    const legendTop = PICTURE.height - 12 - footer.length * 19 - 34 - 24;
    const frame: Frame = { left: 0, top: headBottom + 8, width: PICTURE.width, height: legendTop - headBottom - 14 };
    const view = project(viewOf(spec, gazetteer), {
      ...frame,
      left: 14,
      top: frame.top + 10,
      width: frame.width - 28,
      height: frame.height - 20,
    });
    const drawn = (lines: readonly Position[][]) => lines.map((line) => line.map(view.at));
    const anchor = rtl ? 'end' : 'start';
    const edge = rtl ? PICTURE.width - MARGIN : MARGIN;
    const write = (lines: readonly string[], size: number, top: number, step: number, fill: string, weight = 400) =>
      lines
        .map((line, i) =>
          textElement(directed(line, rtl), {
            x: edge,
            y: top + i * step,
            'font-size': size,
            'font-weight': weight,
            fill,
            'text-anchor': anchor,
          }),
        )
        .join('');
    const recency = recencyOf(spec.points);
    const points = [...spec.points].sort((a, b) => (b.killed ?? 0) - (a.killed ?? 0));
    const dots = points.map((p) => {
      const [x, y] = view.at([p.lon, p.lat]);
      return { x, y, r: pointRadius(p.killed) + 2 };
    });
    const taken: Box[] = dots.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
    // what was asked about is named first; a name stands clear of the dot that covers its town
    const asked = spec.places.flatMap((id) => gazetteer.places.get(id) ?? []).filter((p) => p.outline === null);
    const clear = ([x, y]: readonly [number, number]) =>
      Math.max(7, ...dots.filter((d) => Math.hypot(d.x - x, d.y - y) < d.r).map((d) => d.r + 5));
    const towns = [...asked, ...base.towns.filter((t) => !asked.some((a) => a.name === t.name))]
      .map((t) => ({ text: drawable(rtl ? t.nameAr : t.name), at: view.at([t.lon, t.lat]) }))
      .filter(({ at: [x, y] }) => x > 4 && x < PICTURE.width - 4 && y > frame.top + 4 && y < frame.top + frame.height - 4);
    const labels = placeLabels(
      towns.map((t) => ({ text: t.text, x: t.at[0], y: t.at[1], gap: clear(t.at) })),
      taken,
      frame,
      LABEL,
      MOST_TOWNS,
    );
    const labelled = new Set(labels.map((l) => l.text));
    const layers = [
      element('rect', { x: frame.left, y: frame.top, width: frame.width, height: frame.height, fill: theme.outside }),
      ...base.governorates.map((g) =>
        element('path', { d: path(drawn(g.lines), true), fill: theme.land, stroke: theme.border, 'stroke-width': 1.2 }),
      ),
      ...base.rivers.map((r) =>
        element('path', {
          d: path(drawn(r.lines), false),
          fill: 'none',
          stroke: theme.water,
          'stroke-width': 2.6,
          'stroke-linejoin': 'round',
        }),
      ),
      ...base.roads.map((r) =>
        element('path', {
          d: path(drawn(r.lines), false),
          fill: 'none',
          stroke: theme.road,
          'stroke-width': 1.8,
          'stroke-dasharray': '6 3',
        }),
      ),
      ...spec.places
        .map((id) => outlineLines(gazetteer.places.get(id)))
        .filter((l) => l.length > 0)
        .map((lines) =>
          element('path', {
            d: path(drawn(lines), true),
            fill: theme.radius,
            'fill-opacity': 0.06,
            stroke: theme.radius,
            'stroke-width': 2.2,
          }),
        ),
      ...vagueAreas(spec.vague, gazetteer).map((area) => softArea(area, { view, drawn, theme, frame })),
      ...(spec.circle
        ? [
            element('circle', {
              cx: view.at([spec.circle.lon, spec.circle.lat])[0],
              cy: view.at([spec.circle.lon, spec.circle.lat])[1],
              r: spec.circle.km * view.perKm,
              fill: theme.radius,
              'fill-opacity': 0.05,
              stroke: theme.radius,
              'stroke-width': 2,
              'stroke-dasharray': '8 5',
            }),
          ]
        : []),
      ...towns
        .filter((t) => labelled.has(t.text))
        .map((t) => element('circle', { cx: t.at[0], cy: t.at[1], r: 3, fill: theme.quiet })),
      ...labels.map((l) =>
        textElement(l.text, {
          x: l.x,
          y: l.y + LABEL * 0.35,
          'font-size': LABEL,
          fill: theme.ink,
          'text-anchor': l.anchor,
          stroke: theme.land,
          'stroke-width': 3.5,
          'paint-order': 'stroke',
          'stroke-linejoin': 'round',
        }),
      ),
      ...points.map((p) => {
        const [cx, cy] = view.at([p.lon, p.lat]);
        return element('circle', {
          cx,
          cy,
          r: pointRadius(p.killed),
          fill: theme.recency[recency(p.day)],
          'fill-opacity': 0.88,
          stroke: theme.background,
          'stroke-width': 1.6,
        });
      }),
    ].join('');
    const body = [
      element('rect', { width: PICTURE.width, height: PICTURE.height, fill: theme.background }),
      layers,
      // what was drawn beyond the frame is covered: a clip path would cost three times the raster
      element('rect', { width: PICTURE.width, height: frame.top, fill: theme.background }),
      element('rect', { y: frame.top + frame.height, width: PICTURE.width, height: PICTURE.height, fill: theme.background }),
      write(title, 23, 42, 30, theme.ink, 600),
      write(subtitle, 17, 38 + title.length * 30, 24, theme.quiet),
      legend(spec, theme, { top: legendTop, perKm: view.perKm, rtl, margin: MARGIN }),
      write(footer, 14, legendTop + 72, 19, theme.quiet),
    ].join('');
    return element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: PICTURE.width, height: PICTURE.height, 'font-family': family },
      body,
    );
  };
  return { svg, png: (spec: MapSpec, theme: ThemeName): Uint8Array => toPng(svg(spec, theme)) };
}
