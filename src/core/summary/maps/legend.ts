import { clip, drawable, textWidth } from '../pictures/letters.ts';
import { PICTURE, type Theme } from '../pictures/theme.ts';
import type { MapSpec } from './map-spec.ts';
import { pointRadius } from './point-size.ts';
import { element, textElement } from './svg.ts';

const FONT = 14;
const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500];

interface Place {
  top: number;
  perKm: number;
  rtl: boolean;
  margin: number;
}

/** One line under the map: what colour, size and soft circles mean, and the scale, each as wide as it needs while there is room. */
export function legend(spec: MapSpec, theme: Theme, { top, perKm, rtl, margin }: Place): string {
  const y = top + 14;
  const km = ROUND_KM.findLast((k) => k * perKm <= 110) ?? 1;
  const parts: { width: number; draw: (x: number) => string }[] = [];
  const words = (text: string, gap: number) => {
    const shown = clip(drawable(text), FONT, 240);
    const width = textWidth(shown, FONT) + gap + 18;
    return {
      width,
      text: (x: number) =>
        textElement(shown, {
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
      draw: (x) => element('circle', { cx: rtl ? x - r : x + r, cy: y, r, fill, ...extra }) + w.text(x),
    });
  };
  const bar = words(`${km} ${spec.words.km}`, km * perKm + 8);
  parts.push({
    width: bar.width,
    draw: (x) =>
      element('path', {
        d: `M${x} ${y - 4}V${y + 4}M${x} ${y}H${rtl ? x - km * perKm : x + km * perKm}`,
        stroke: theme.ink,
        'stroke-width': 2,
      }) + bar.text(x),
  });
  if (spec.points.length > 0) {
    if (spec.words.days)
      spec.words.days.forEach((label, i) => {
        dot(label, 7, theme.recency[i] ?? theme.quiet);
      });
    dot(spec.words.killed, Math.min(11, pointRadius(4)), 'none', { stroke: theme.quiet, 'stroke-width': 2 });
  }
  if (spec.vague.length > 0) dot(spec.words.vague, 9, theme.series[3] ?? theme.quiet, { 'fill-opacity': 0.3 });
  let x = rtl ? PICTURE.width - margin : margin;
  const out: string[] = [];
  for (const part of parts) {
    if (rtl ? x - part.width < margin - 18 : x + part.width > PICTURE.width - margin + 18) break;
    out.push(part.draw(x));
    x += rtl ? -part.width : part.width;
  }
  return out.join('');
}
