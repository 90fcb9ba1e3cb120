import { FSI, PDI } from './isolates.ts';

const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/**
 * Characters that nobody means to send and that change what others see: controls; direction controls ("Trojan Source"); zero-width and
 * blank letters; tags and variation selectors that hide text; private use, lone surrogates and noncharacters.
 */
const DROPPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2067\u206a-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff\p{Co}\p{Cs}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{e0000}-\u{e0fff}]/gu;

/** Joiners mean something between letters of joined scripts and inside emoji, and nothing elsewhere. */
const JOINED = '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Devanagari}\\p{Script=Bengali}]';
const PICTURE = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\ufe0f?';
const LOOSE_JOINERS = new RegExp(
  `(?<!${JOINED}\\p{M}{0,3})\\u200c|\\u200c(?!${JOINED})|` +
    `(?<!${JOINED}\\p{M}{0,3}|${PICTURE})\\u200d|(?<=${PICTURE})\\u200d(?!\\p{Extended_Pictographic})|(?<!${PICTURE})\\u200d(?!${JOINED})`,
  'gu',
);
const LOOSE_SELECTORS = /(?<![\p{Extended_Pictographic}0-9#*])[\ufe0e\ufe0f]/gu;

/** Marks without a letter, and more on one letter than any living script writes. */
const BARE_MARKS = /(?<=^|\s)\p{M}+/gu;
const MARK_FLOOD = /(\p{M}{3})\p{M}+/gu;
const BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/gu;

/** Deeper nesting than any sentence has. */
const DEEPEST = 8;

/** Keeps first-strong isolates that are paired within a line, hold something and are not nested out of sight; drops the rest. */
function pairIsolates(line: string): string {
  if (!line.includes(FSI) && !line.includes(PDI)) return line;
  const kept: string[] = [];
  const open: number[] = [];
  let ignored = 0;
  for (const c of line) {
    if (c === FSI) {
      if (open.length >= DEEPEST) ignored++;
      else open.push(kept.push(FSI) - 1);
    } else if (c === PDI && ignored > 0) ignored--;
    else if (c === PDI) {
      const at = open.pop();
      if (at === undefined) continue;
      if (at === kept.length - 1) kept.pop();
      else kept.push(PDI);
    } else kept.push(c);
  }
  for (const at of open) kept[at] = '';
  return kept.join('');
}

/**
 * A text made harmless for every platform, to a fixed point: cleaning it again changes nothing. Words, emoji, Persian and Arabic joiners
 * and line breaks stay. `isolates`: 'keep' for texts of the reply, which isolates names of the other script; 'drop' for what people typed.
 */
export function clean(text: string, isolates: 'keep' | 'drop' = 'drop'): string {
  let now = text;
  for (let before = ''; before !== now; ) {
    before = now;
    now = now.replace(BREAKS, '\n').replace(/\t/gu, ' ').replace(DROPPED, '');
    now = isolates === 'drop' ? now.replace(/[\u2068\u2069]/gu, '') : now.split('\n').map(pairIsolates).join('\n');
    now = now
      .replace(LOOSE_JOINERS, '')
      .replace(LOOSE_SELECTORS, '')
      .normalize('NFC')
      .replace(MARK_FLOOD, '$1')
      .replace(BARE_MARKS, '')
      .replace(BLANK_LINES, '\n\n');
  }
  return now;
}

const DEAD_SCHEMES: Record<string, string> = { http: 'hxxp', https: 'hxxps', ftp: 'fxp' };
const BARE_HOST = /^(?:www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#:]|$))/iu;
/** A dot inside what could be a host name: "example.org", "10.0.0.1". */
const HOST_DOT = /(?<=[\p{L}\p{N}-])\.(?=(?:\p{L}{2,}|\d{1,3}\b))/gu;

/** Links that can be read but not followed, as analysts write them: hxxps[:]//example[.]org. Text without a link stays as it is. */
export function defang(text: string): string {
  return text.replace(/[^\s<>"]+/gu, (word) =>
    word.includes('://') || BARE_HOST.test(word)
      ? word
          .replace(/\b(?:https?|ftp)(?=:\/\/)/giu, (scheme) => DEAD_SCHEMES[scheme.toLowerCase()] ?? scheme)
          .replaceAll('://', '[:]//')
          .replace(HOST_DOT, '[.]')
      : word,
  );
}
