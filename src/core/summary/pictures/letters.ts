import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The two families that hold every letter we draw; no system font is read, so a picture is the same everywhere. */
export const FONT_FILES = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
].map((file) => require.resolve(file));

export const FONT_FAMILY = 'Noto Sans, Noto Sans Arabic';

const NARROW = new Set("iljtfrI.,:;'|!()[]-/ ");
const WIDE = new Set('mwMW@%');

/**
 * Width of a text in pixels, a little over the truth: labels are placed by it, and must never meet. Shares of the font size were read off
 * Noto Sans; Arabic letters join and are narrower than Latin ones.
 */
export function textWidth(text: string, fontSize: number): number {
  let share = 0;
  for (const c of text) {
    if (/[\p{M}\p{Cf}]/u.test(c)) continue;
    if (c >= '\u0600' && c <= '\u06ff') share += 0.52;
    else if (NARROW.has(c)) share += 0.36;
    else if (WIDE.has(c)) share += 0.92;
    else share += c >= 'A' && c <= 'Z' ? 0.68 : 0.58;
  }
  return share * fontSize;
}

/** Isolates guide bidi in chats; a drawn line is one run and shows them as boxes. */
export const drawable = (text: string): string => text.replace(/\p{Cf}/gu, '');

/**
 * A line of a right-to-left picture. The renderer lays every line out from the left (usvg knows no `direction`), so the embedding says it:
 * without, "11 هجومًا" would begin with its number on the wrong side.
 */
export const directed = (line: string, rtl: boolean): string => (rtl ? `\u202b${line}\u202c` : line);

/** Breaks a text into lines no wider than `width`; a single wider word is cut with an ellipsis. */
export function fitLines(text: string, fontSize: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of drawable(text).split(/\s+/u)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, fontSize) <= width || !line) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} …`;
  return kept.map((l) => clip(l, fontSize, width));
}

export function clip(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, fontSize) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
