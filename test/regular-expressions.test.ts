import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.ts';

/** A regular expression literal: after something that a value may follow, with classes and escapes read as such. */
const LITERAL =
  /(?<=(?:[(,=:[!&|?{};+]|=>|return)\s*)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+)\/([dgimsuy]*)(?=[\s.,;)\]}:?&|]|$)/gmu;

const literals = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = readFileSync(join(packageRoot, 'src', file), 'utf8');
    return [...source.matchAll(LITERAL)].map(([, pattern = '', flags = '']) => ({ file, pattern, flags }));
  });

/** A class of one property is one character to recheck as to us. */
const readable = (pattern: string) => pattern.replaceAll(/\\[pP]\{[^}]*\}/gu, 'X');

describe('regular expressions in the product', () => {
  test('are found at all', () => expect(literals.length).toBeGreaterThan(60));

  test.each([...new Map(literals.map((l) => [`${l.pattern} ${l.flags}`, l])).values()])(
    '$file: /$pattern/$flags is linear',
    ({ pattern, flags }) => {
      const result = checkSync(readable(pattern), flags.replaceAll(/[^gimsuy]/gu, ''), { timeout: 20_000 });
      expect(
        result.status === 'vulnerable' ? `${result.complexity.summary} ${JSON.stringify(result.attack.pattern)}` : result.status,
      ).toBe('safe');
    },
  );
});
