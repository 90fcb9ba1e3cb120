import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/question/finding.ts';
import { resolveOverlaps, weightOf } from '../../src/core/question/resolver.ts';

const KINDS = ['filler', 'connective', 'people', 'deadly', 'negation', 'small_talk'] as const;

const finding: fc.Arbitrary<Finding> = fc
  .record({
    start: fc.nat(8),
    length: fc.integer({ min: 1, max: 4 }),
    exactness: fc.constantFrom('exact' as const, 'dictionary' as const, 'fuzzy' as const),
    kind: fc.constantFrom(...KINDS),
    by: fc.constantFrom('a', 'b'),
  })
  .map(({ start, length, kind, ...rest }) => {
    const common = { start, end: start + length, assumptions: [], ...rest };
    return kind === 'connective' ? { kind, connective: 'by' as const, ...common } : { kind, ...common };
  });

const total = (findings: readonly Finding[]) => findings.reduce((sum, f) => sum + weightOf(f), 0);
const overlap = (a: Finding, b: Finding) => a.start < b.end && b.start < a.end;

/** The most that any set without overlap weighs, by trying them all. */
function heaviest(findings: readonly Finding[]): number {
  const [first, ...rest] = findings;
  if (!first) return 0;
  return Math.max(heaviest(rest), weightOf(first) + heaviest(rest.filter((other) => !overlap(first, other))));
}

const at = (start: number, end: number, value: Partial<Finding> & Pick<Finding, 'kind'>): Finding =>
  ({ start, end, exactness: 'exact', assumptions: [], by: 'test', ...value }) as Finding;

describe('which of two readings of the same words holds', () => {
  test('no token has two owners, and what is chosen came in', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), (findings) => {
        const chosen = resolveOverlaps(findings);
        for (const [i, one] of chosen.entries()) {
          expect(findings).toContain(one);
          for (const other of chosen.slice(i + 1)) expect(overlap(one, other)).toBe(false);
        }
      }),
    );
  });

  test('no other choice weighs more', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 9 }), (findings) => {
        expect(total(resolveOverlaps(findings))).toBeCloseTo(heaviest(findings), 6);
      }),
    );
  });

  test('the order in which recognisers speak does not matter', () => {
    fc.assert(
      fc.property(
        fc
          .array(finding, { maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([findings, shuffled]) => {
          expect(resolveOverlaps(shuffled)).toEqual(resolveOverlaps(findings));
        },
      ),
    );
  });

  test('the longer beats the sum of the shorter', () => {
    const long = at(0, 2, { kind: 'deadly' });
    expect(resolveOverlaps([at(0, 1, { kind: 'deadly' }), at(1, 2, { kind: 'deadly' }), long])).toEqual([long]);
  });

  test('the exact beats a longer guess', () => {
    const exact = at(0, 1, { kind: 'deadly' });
    expect(resolveOverlaps([at(0, 2, { kind: 'deadly', exactness: 'fuzzy' }), exact])).toEqual([exact]);
  });

  test('an actor beats a place of the same words', () => {
    const actor = at(0, 1, { kind: 'actor', candidates: [] });
    expect(resolveOverlaps([at(0, 1, { kind: 'place', candidates: [] }), actor])).toEqual([actor]);
  });
});
