import type { Inline } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (c) => ENTITIES[c] ?? '');

/** Shows nothing and ends whatever Telegram would read across it. */
const JOINER = '\u2060';

/** Digits that Telegram or an app would take for a phone or card number; dates and figures are shorter. */
const LONG_NUMBER = /\+?\d(?:[ ().-]{0,2}\d){8,}/gu;
/** A decimal number, which is copied as it is, or a dot in what could be a host. */
const DOTTED = /(?<![\p{L}\p{N}._-])\d{1,9}\.\d{1,9}(?![\p{L}\p{N}._-])|\.(?=[\p{L}\p{N}\p{M}_-])/gu;

/**
 * Telegram makes links of @names, #tags, $TAGS, /commands, addresses, and phone and card numbers by itself, in any text
 * (https://core.telegram.org/bots/api#messageentity). A word joiner inside stops it.
 */
const unlink = (text: string) =>
  text
    .replace(DOTTED, (found) => (found === '.' ? found + JOINER : found))
    .replace(LONG_NUMBER, (number) => number.replace(/\+|\d{3}(?=\d)|[ ().-]+/gu, `$&${JOINER}`))
    .replace(/[@＠#＃$/](?=\S)/gu, `$&${JOINER}`);

const plain = (text: string) => escapeHtml(unlink(clean(text, 'keep')));

const TAGS = { bold: 'b', italic: 'i', code: 'code' } as const;

const isBlank = (text: string) => text.trim() === '';

/** Inlines as Telegram's HTML. Text is data: nothing in it is markup, a mention, a command or a link. */
export function toHtml(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (typeof inline === 'string') return plain(inline);
      if ('link' in inline) {
        const url =
          /^https?:\/\/[^\s/]\S*$/u.test(inline.link) && URL.canParse(inline.link) ? escapeHtml(new URL(inline.link).href) : null;
        const shown = plain(isBlank(inline.text) ? inline.link : inline.text);
        return url && !isBlank(shown) ? `<a href="${url}">${shown}</a>` : shown;
      }
      const tag = TAGS[inline.style];
      // inside a code span nothing is made a link
      const text = inline.style === 'code' ? escapeHtml(clean(inline.text)) : plain(inline.text);
      return isBlank(text) ? text : `<${tag}>${text}</${tag}>`;
    })
    .join('');
}

/** A label: one line, and never empty. */
export const labelText = (text: string): string => clean(text, 'keep').replace(/\s+/gu, ' ').trim() || '…';

export const preformatted = (text: string): string => `<pre>${escapeHtml(clean(text, 'keep'))}</pre>`;
