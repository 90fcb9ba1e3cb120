/** The text without the given characters at its end. A loop, as `[…]+$` looks at every run of them again from each of its letters. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** "Amaq (ISIS)" → before "Amaq", inside "ISIS"; a text that does not end in brackets is all before. */
export function trailingBrackets(text: string): { before: string; inside: string } {
  const open = text.endsWith(')') ? text.indexOf('(') : -1;
  return open < 0 ? { before: text, inside: '' } : { before: text.slice(0, open).trimEnd(), inside: text.slice(open + 1, -1) };
}
