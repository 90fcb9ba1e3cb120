import type { Token } from './text.ts';

/** Before these a dot or comma parts a number's whole from its tenths: 1.5 km, 2,5 كم. Elsewhere 3.4 is a day. */
const MEASURED = new Set('km kms kilometer kilometers kilometre kilometres mi mile miles كم كلم كيلو كيلومتر ميل'.split(' '));
const THOUSANDS = /^\d{3}$/u;
const MOST_BEFORE_THOUSANDS = 3;

/** 1.5 before a measure and 10,000 anywhere are one number each. */
export function withWholeNumbers(raw: string, tokens: Token[]): Token[] {
  if (!tokens.some(({ norm }) => norm === '.' || norm === ',')) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [whole, point, part, next] = tokens.slice(i, i + 4);
    if (!whole) break;
    const isOne =
      whole.kind === 'number' && point?.glued && part?.glued && part.kind === 'number' && tokens[i - 1]?.norm !== point.norm;
    const isTenths = isOne && (point.norm === '.' || point.norm === ',') && next !== undefined && MEASURED.has(next.norm);
    const isThousands = isOne && point.norm === ',' && THOUSANDS.test(part.norm) && whole.norm.length <= MOST_BEFORE_THOUSANDS;
    if (!isTenths && !isThousands) {
      joined.push(whole);
      continue;
    }
    const norm = `${whole.norm}${isThousands ? '' : '.'}${part.norm}`;
    const form = { norm, prefix: '', article: false };
    joined.push({ ...whole, raw: raw.slice(whole.start, part.end), norm, forms: [form], end: part.end });
    i += 2;
  }
  return joined;
}
