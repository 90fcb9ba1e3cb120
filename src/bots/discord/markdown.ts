import type { Inline } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';

/** Breaks up words that Discord reads even where it is told that they are text; shown it is nothing. */
const WORD_JOINER = '\u2060';
/** In discord.gg/x and its like. */
const INVITATION_DOT = /(?<=discord(?:app)?)\.(?=gg|com|new|gift)/giu;

/** Pings of everybody and invitations are looked for in the raw text: no backslash helps, and `allowed_mentions` only keeps them silent. */
const breakRawWords = (text: string): string =>
  text
    .replace(/@(?=everyone|here)/giu, `@${WORD_JOINER}`)
    .replace(INVITATION_DOT, `.${WORD_JOINER}`)
    .replace(/(?<=:)\/\//gu, `/${WORD_JOINER}/`);

/** In code a backslash is shown: what Discord's server could take for a mention is broken up. */
const codeText = (text: string): string => breakRawWords(text).replace(/<(?=[@#/:]|a:|t:|id:)/gu, `<${WORD_JOINER}`);

/** Punctuation that makes markup, mentions, links or emoji somewhere in a line; a backslash makes it a character again. */
const MARKUP = /[\\*_~`|<>[\]@#]|:(?=\S)/gu;
/** A line's start that makes a list or small print. `#` and `>` are escaped everywhere. */
const LINE_START = /^(\s*)(?:(\d+)([.)])(?=\s|$)|([-+]))/u;

/** Plain text as markdown that shows just that text. One line or more; a line's start is made safe by `line`. */
export const literal = (text: string): string => breakRawWords(clean(text, 'keep')).replace(MARKUP, '\\$&');

/** A line put together from escaped parts: its first characters cannot make a list. */
export const line = (markdown: string): string =>
  markdown.replace(
    LINE_START,
    (_, space: string, digits: string | undefined, mark: string | undefined, dash: string | undefined) =>
      digits === undefined ? `${space}\\${dash}` : `${space}${digits}\\${mark}`,
  );

/** Only what a browser fetches, with nothing in it that could end the link early; null: no link. */
function address(link: string): string | null {
  try {
    const url = new URL(link);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    return url.href
      .replace(/[<>()[\]\\*_~`|@\s]/gu, (c) => `%${(c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`)
      .replace(INVITATION_DOT, '%2e');
  } catch {
    return null;
  }
}

function masked({ link, text }: { link: string; text: string }): string {
  const to = address(link);
  const words = text.trim() === '' ? link : text;
  // angle brackets: no preview of the page below the message
  return to === null ? literal(words === link ? link : `${words} ${link}`) : `[${literal(words).replaceAll('\n', ' ')}](<${to}>)`;
}

const MARKS = { bold: '**', italic: '*' } as const;

function styled(style: 'bold' | 'italic' | 'code', text: string): string {
  if (text.trim() === '') return literal(text);
  if (style !== 'code') {
    // marks next to a space do not always style
    const whole = literal(text);
    const words = whole.trim();
    const before = whole.slice(0, whole.length - whole.trimStart().length);
    const after = words === '' ? '' : whole.slice(before.length + words.length);
    return `${before}${MARKS[style]}${words}${MARKS[style]}${after}`;
  }
  const code = codeText(clean(text, 'keep')).replaceAll('\n', ' ').trim();
  return code.includes('`') ? literal(text) : `\`${code}\``;
}

const styleOf = (inline: Inline): string => (typeof inline === 'string' ? '' : 'link' in inline ? 'link' : inline.style);

/** A content as markdown. Nothing in its texts is markup; what is bold, italic, code or a link is so because the reply says so. */
export function inlineMarkdown(content: readonly Inline[]): string {
  let markdown = '';
  let before = '';
  for (const inline of content) {
    const next =
      typeof inline === 'string' ? literal(inline) : 'link' in inline ? masked(inline) : styled(inline.style, inline.text);
    if (next === '') continue;
    const style = styleOf(inline);
    // "**a****b**" would be one bold text with stars in it
    markdown += style !== '' && before !== '' ? WORD_JOINER + next : next;
    before = style;
  }
  return markdown;
}

/** Lines as they are, in letters of one width. */
export const codeBlock = (lines: readonly string[]): string =>
  `\`\`\`\n${lines.map((text) => codeText(clean(text)).replaceAll('`', `\`${WORD_JOINER}`)).join('\n')}\n\`\`\``;
