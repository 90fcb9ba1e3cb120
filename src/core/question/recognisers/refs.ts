import type { Recogniser } from '../finding.ts';

/** `BDY-` and six characters without look-alikes, typed in any case. */
const PREFIX = 'bdy';
const REF = /^[0-9a-hjkmnp-tv-z]{6}$/u;

/** Enough of a code to be none of the words that follow a word. */
const CODE_BEGINS = /^(?:[a-z]{0,5}\d|[bcdfghjkmnpqrstvwxyz]{6}$)/u;

/** An incident's ref; the hyphen may be missing, and a ref that begins with digits reads as several tokens. */
export const refsRecogniser: Recogniser = (text) =>
  text.tokens.flatMap((token, start) => {
    if (!token.norm.startsWith(PREFIX)) return [];
    let typed = token.norm;
    for (let end = start + 1; ; end++) {
      const code = typed.slice(PREFIX.length).replace(/^-/, '');
      if (REF.test(code)) {
        return [
          {
            kind: 'ref' as const,
            ref: `BDY-${code.toUpperCase()}`,
            start,
            end,
            exactness: 'exact' as const,
            assumptions: [],
            by: 'refs',
          },
        ];
      }
      const next = text.tokens[end];
      // "bdy 7k3q9f"
      const isParted = end === start + 1 && next !== undefined && next.kind !== 'mark' && CODE_BEGINS.test(next.norm);
      if (!(next?.glued || isParted) || !next || code.length >= 6) return [];
      typed += next.norm;
    }
  });
