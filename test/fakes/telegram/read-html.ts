/**
 * What Telegram makes of HTML text: the words that are seen, what the markup says, and what it makes a link by itself. Written apart
 * from the renderer, after https://core.telegram.org/bots/api#html-style and the rules of its open client library (td/MessageEntity),
 * and where those leave room, stricter.
 */
export interface Entity {
  kind: string;
  text: string;
  url?: string;
}
export interface Seen {
  text: string;
  /** By markup. */
  marked: Entity[];
  /** Found by Telegram in the text. */
  found: Entity[];
}

const TAGS: Record<string, string> = { b: 'bold', i: 'italic', code: 'code', pre: 'pre', a: 'link' };
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&([^;\s]*);?/gu, (whole, name: string) => {
    const c = ENTITIES[name];
    if (c === undefined || !whole.endsWith(';')) throw new Error(`"${whole}" is no entity that Telegram knows`);
    return c;
  });
}

const AUTOMATIC: Record<string, RegExp> = {
  mention: /[@＠][\p{L}\p{N}_]+/gu,
  hashtag: /[#＃][\p{L}\p{M}\p{N}_\u200c]+/gu,
  cashtag: /\$[\p{L}\p{N}_]+/gu,
  command: /\/\w+/gu,
  'e-mail': /[\w.+%-]+@[\p{L}\p{N}_-]/gu,
  scheme: /[a-z][a-z0-9+.-]*:\/\/\S/giu,
  host: /[\p{L}\p{N}_-](?:\p{M}*)\.[\p{L}_-][\p{L}\p{N}_-]/gu,
  'IP address': /\d{1,3}(?:\.\d{1,3}){3}/gu,
  phone: /\+\d(?:[ ().-]{0,2}\d){6,}/gu,
  card: /\d(?:[ -]?\d){12,}/gu,
};

/** Where Telegram makes links by itself: outside of links and code. */
export const automaticLinks = (text: string): Entity[] =>
  Object.entries(AUTOMATIC).flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map(([found]) => ({ kind, text: found })));

/** Throws where Telegram answers "can't parse entities". */
export function readHtml(html: string): Seen {
  const seen: Seen = { text: '', marked: [], found: [] };
  const open: { tag: string; from: number; url?: string }[] = [];
  let loose = '';
  for (const [piece, tag] of html.matchAll(/<([^>]*)>|[^<]+|</gu)) {
    if (piece === '<') throw new Error('a tag without an end');
    if (tag === undefined) {
      const text = decoded(piece);
      seen.text += text;
      // what stands in code or a link is no longer looked at, and what stands around it does not belong together
      loose += open.some((one) => ['code', 'pre', 'a'].includes(one.tag)) ? '\n' : text;
      continue;
    }
    if (tag.startsWith('/')) {
      const last = open.pop();
      if (last?.tag !== tag.slice(1)) throw new Error(`</${tag.slice(1)}> where <${last?.tag ?? ''}> is open`);
      const text = seen.text.slice(last.from);
      seen.marked.push({ kind: TAGS[last.tag] ?? '', text, ...(last.url === undefined ? {} : { url: last.url }) });
      continue;
    }
    const [name = ''] = tag.split(/\s/u);
    const href = /^a href="([^"<>]*)"$/u.exec(tag)?.[1];
    if (TAGS[name] === undefined || (tag !== name && href === undefined)) throw new Error(`the tag <${tag}>`);
    if (open.some((one) => one.tag === 'pre' || one.tag === 'code' || one.tag === name))
      throw new Error(`<${tag}> inside <${open.at(-1)?.tag}>`);
    open.push({ tag: name, from: seen.text.length, ...(href === undefined ? {} : { url: decoded(href) }) });
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return { ...seen, found: automaticLinks(loose) };
}

/** What a reader sees of a text: without what shows nothing. */
export const visible = (text: string): string => text.replace(/[\u2060\u2068\u2069]/gu, '');
