import { textWidth } from '../pictures/letters.ts';
import type { Frame } from './projection.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Places labels one after the other, the most important first: right, left, above or below their point, or not at all. */
export function placeLabels(
  wanted: readonly { text: string; x: number; y: number; gap: number }[],
  taken: readonly Box[],
  frame: Frame,
  fontSize: number,
  most: number,
): Label[] {
  const boxes = [...taken];
  const placed: Label[] = [];
  for (const { text, x, y, gap } of wanted) {
    if (placed.length >= most) break;
    const width = textWidth(text, fontSize);
    const half = fontSize * 0.62;
    const tries: [Label, number][] = [
      [{ text, x: x + gap, y, anchor: 'start' }, x + gap],
      [{ text, x: x - gap, y, anchor: 'end' }, x - gap - width],
      [{ text, x, y: y - gap - half, anchor: 'middle' }, x - width / 2],
      [{ text, x, y: y + gap + half, anchor: 'middle' }, x - width / 2],
    ];
    for (const [label, left] of tries) {
      const box = { left: left - 2, right: left + width + 2, top: label.y - half, bottom: label.y + half };
      const inside =
        box.left >= frame.left + 2 &&
        box.right <= frame.left + frame.width - 2 &&
        box.top >= frame.top + 2 &&
        box.bottom <= frame.top + frame.height - 2;
      if (!inside || boxes.some((b) => meets(b, box))) continue;
      boxes.push(box);
      placed.push(label);
      break;
    }
  }
  return placed;
}
