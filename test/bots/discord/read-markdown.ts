/**
 * What Discord's client makes of a message, after the rules of its own reader (a fork of simple-markdown): the words that are seen, and
 * everything that does something. Written apart from the renderer, so that the two can disagree.
 */
export interface Seen {
  text: string;
  active: { kind: string; text: string }[];
}

interface Rule {
  kind: string;
  pattern: RegExp;
  /** The words that are shown; read again unless `raw`. */
  shown?: number;
  raw?: boolean;
  /** Only at the start of a line. */
  atLine?: boolean;
}

/** In the order in which Discord tries them. */
const RULES: readonly Rule[] = [
  { kind: 'code block', pattern: /^```(?:[a-z0-9_+\-.#]+\n)?\n*([^\n][\s\S]*?)\n*```/iu, shown: 1, raw: true },
  { kind: 'quote', pattern: /^ *>>> ?([\s\S]*)/u, shown: 1, atLine: true },
  { kind: 'quote', pattern: /^ *> ([^\n]*)/u, shown: 1, atLine: true },
  { kind: 'heading', pattern: /^ *#{1,3} +([^\n]*)/u, shown: 1, atLine: true },
  { kind: 'small print', pattern: /^ *-# +([^\n]*)/u, shown: 1, atLine: true },
  { kind: 'item', pattern: /^ *(?:[*+-]|\d{1,10}\.) +(?=\S)()/u, shown: 1, atLine: true },
  { kind: 'escape', pattern: /^\\([^0-9A-Za-z\s])/u, shown: 1, raw: true },
  { kind: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/u, shown: 2, raw: true },
  { kind: 'mention', pattern: /^<@[!&]?\d+>|^<#\d+>|^<id:\w+>|^@everyone|^@here/u },
  { kind: 'command', pattern: /^<\/[^:>]+:\d+>/u },
  { kind: 'timestamp', pattern: /^<t:-?\d+(?::\w)?>/u },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>|^:\w+:/u },
  { kind: 'link', pattern: /^\[((?:\\.|[^\]\\])*)\]\(\s*<?((?:https?|steam|discord):\/\/[^\s>]*?)>?\s*\)/iu, shown: 1 },
  { kind: 'link', pattern: /^<(?:(?:https?|steam|discord):\/\/|mailto:|tel:|\+?\d{5,}|[^\s<>@]+@[^\s<>]+)[^\s>]*>/iu },
  { kind: 'link', pattern: /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/iu },
  { kind: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, shown: 1 },
  { kind: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, shown: 1 },
  { kind: 'italic', pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u, shown: 1 },
  { kind: 'italic', pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/u, shown: 1 },
  { kind: 'strike', pattern: /^~~(?=\S)([\s\S]*?\S)~~/u, shown: 1 },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/u, shown: 1 },
];

/** Invitations are found in the raw text, whatever stands around them. */
const INVITATION = /(?:discord\.(?:gg|new|gift)|discord(?:app)?\.com\/invite)\/\w+/giu;

function read(source: string, seen: Seen, atLine: boolean): void {
  let rest = source;
  let start = atLine;
  while (rest !== '') {
    const rule = RULES.find(({ pattern, atLine: only }) => (!only || start) && pattern.test(rest));
    const found = rule?.pattern.exec(rest);
    if (rule && found) {
      const shown = rule.shown === undefined ? found[0] : (found[rule.shown] ?? '');
      if (rule.kind !== 'escape') seen.active.push({ kind: rule.kind, text: shown });
      if (rule.raw || rule.shown === undefined) seen.text += shown;
      else read(shown, seen, rule.kind === 'quote');
      rest = rest.slice(found[0].length);
      // what follows a bullet may be a heading
      start = rule.kind === 'item';
      continue;
    }
    const [c = ''] = rest;
    seen.text += c;
    rest = rest.slice(c.length);
    start = c === '\n' || (start && c === ' ');
  }
}

export function readMarkdown(markdown: string): Seen {
  const seen: Seen = { text: '', active: [] };
  for (const [invitation] of markdown.matchAll(INVITATION)) seen.active.push({ kind: 'invitation', text: invitation });
  read(markdown, seen, true);
  return { ...seen, text: seen.text.replaceAll('\u2060', '') };
}
