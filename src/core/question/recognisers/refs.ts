import type { Recogniser } from '../finding.ts';

/** `BDY-` and six characters without look-alikes, typed in any case. */
const PREFIX = 'bdy';
const REF = /^[0-9a-hjkmnp-tv-z]{6}$/u;

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
      if (!next?.glued || code.length >= 6) return [];
      typed += next.norm;
    }
  });
