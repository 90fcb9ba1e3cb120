import { displayWidth } from './display-width.ts';

/** How a run of text looks on a terminal: SGR codes, '' for plain. */
export interface Run {
  text: string;
  code: string;
}

const paint = (runs: Run[]): string => {
  let line = '';
  let current = '';
  for (const { text, code } of runs) {
    if (code !== current) {
      if (current !== '') line += '\u001b[0m';
      line += code;
      current = code;
    }
    line += text;
  }
  return current === '' ? line : `${line}\u001b[0m`;
};

/** Words with the blank before them; a word keeps the styles of its parts. */
function words(runs: Run[]): { runs: Run[]; width: number }[] {
  const all: { runs: Run[]; width: number }[] = [];
  let open = false;
  for (const { text, code } of runs) {
    for (const piece of text.split(/( +)/u)) {
      if (piece === '') continue;
      if (piece.startsWith(' ')) {
        open = false;
        continue;
      }
      const last = all.at(-1);
      if (open && last) {
        last.runs.push({ text: piece, code });
        last.width += displayWidth(piece);
      } else all.push({ runs: [{ text: piece, code }], width: displayWidth(piece) });
      open = true;
    }
  }
  return all;
}

/** One line: blanks once, none at the ends. */
function tidy(runs: Run[]): Run[] {
  let blank = true;
  const tidied = runs.map(({ text, code }) => {
    const once = text.includes('  ') ? text.replace(/ +/gu, ' ') : text;
    const kept = blank && once.startsWith(' ') ? once.slice(1) : once;
    if (kept !== '') blank = kept.endsWith(' ');
    return { text: kept, code };
  });
  for (let i = tidied.length - 1; i >= 0; i--) {
    const run = tidied[i];
    if (!run) break;
    run.text = run.text.trimEnd();
    if (run.text !== '') break;
  }
  return tidied.filter(({ text }) => text !== '');
}

/** Breaks runs into lines of at most `width` columns, at blanks only: a longer word stands alone. `lead` is what each line begins with. */
export function wrap(runs: Run[], width: number, lead: { first: string; rest: string }): string[] {
  if (width === Number.POSITIVE_INFINITY) return [lead.first + paint(tidy(runs))];
  const lines: string[] = [];
  let line: Run[] = [];
  let used = 0;
  const room = () => width - displayWidth(lines.length === 0 ? lead.first : lead.rest);
  const close = () => {
    lines.push((lines.length === 0 ? lead.first : lead.rest) + paint(line));
    line = [];
    used = 0;
  };
  for (const word of words(runs)) {
    if (used > 0 && used + 1 + word.width > room()) close();
    const before = line.at(-1);
    const first = word.runs[0];
    // the blank takes the style only inside one styled stretch
    if (used > 0) line.push({ text: ' ', code: before && first && before.code === first.code ? before.code : '' });
    line.push(...word.runs);
    used += (used > 0 ? 1 : 0) + word.width;
  }
  close();
  return lines;
}
