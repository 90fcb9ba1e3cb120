import { clip, directed, drawable, textWidth } from '../pictures/letters.ts';
import { PICTURE, type Theme } from '../pictures/theme.ts';
import type { MapSpec } from './map-spec.ts';
import { pointRadius } from './point-size.ts';
import { element, textElement } from './svg.ts';

const FONT = 14;
const LINE = 26;
const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500];

interface Place {
  top: number;
  perKm: number;
  rtl: boolean;
  margin: number;
}

/** Under the map, in two lines at most: the scale, and what size, colour and soft areas mean. */
export function legend(spec: MapSpec, theme: Theme, { top, perKm, rtl, margin }: Place): string {
  const km = ROUND_KM.findLast((k) => k * perKm <= 110) ?? 1;
  const parts: { width: number; draw: (x: number, y: number) => string }[] = [];
  const words = (text: string, gap: number) => {
    const shown = clip(drawable(text), FONT, 240);
    const width = textWidth(shown, FONT) + gap + 18;
    return {
      width,
      text: (x: number, y: number) =>
        textElement(directed(shown, rtl), {
          x: rtl ? x - gap : x + gap,
          y: y + FONT * 0.36,
          'font-size': FONT,
          fill: theme.ink,
          'text-anchor': rtl ? 'end' : 'start',
        }),
    };
  };
  const dot = (text: string, r: number, fill: string, extra: Record<string, string | number> = {}) => {
    const w = words(text, 2 * r + 6);
    parts.push({
      width: w.width,
      draw: (x, y) => element('circle', { cx: rtl ? x - r : x + r, cy: y, r, fill, ...extra }) + w.text(x, y),
    });
  };
  const bar = words(`${km} ${spec.words.km}`, km * perKm + 8);
  parts.push({
    width: bar.width,
    draw: (x, y) =>
      element('path', {
        d: `M${x} ${y - 4}V${y + 4}M${x} ${y}H${rtl ? x - km * perKm : x + km * perKm}`,
        stroke: theme.ink,
        'stroke-width': 2,
      }) + bar.text(x, y),
  });
  if (spec.points.length > 0) {
    dot(spec.words.killed, Math.min(11, pointRadius(4)), 'none', { stroke: theme.quiet, 'stroke-width': 2 });
  }
  if (spec.vague.length > 0) dot(spec.words.vague, 9, theme.series[3] ?? theme.quiet, { 'fill-opacity': 0.3 });
  if (spec.points.length > 0) {
    for (const [i, label] of (spec.words.days ?? []).entries()) dot(label, 7, theme.recency[i] ?? theme.quiet);
  }
  const begin = rtl ? PICTURE.width - margin : margin;
  const room = PICTURE.width - 2 * margin + 18;
  let used = 0;
  let y = top + 14;
  const out: string[] = [];
  for (const part of parts) {
    if (used > 0 && used + part.width > room) {
      used = 0;
      y += LINE;
    }
    out.push(part.draw(rtl ? begin - used : begin + used, y));
    used += part.width;
  }
  return out.join('');
}
