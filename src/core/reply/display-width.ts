/** Columns that a text takes on a terminal: marks and format characters take none, East Asian wide characters and emoji two. */
const NONE = /[\p{M}\p{Cf}\p{Cc}]/u;
// Unicode's East Asian Width W and F, in blocks: enough to keep columns apart
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[\x20-\x7e]*$/;

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const c of text) width += NONE.test(c) ? 0 : WIDE.test(c) ? 2 : 1;
  return width;
}
