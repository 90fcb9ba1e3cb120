import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EvidenceAccount, type EvidenceCase, gradeEvidence } from '../../src/core/facts/evidence.ts';
import type { Evidence, Reliability } from '../../src/db/schema/vocabulary.ts';
import { EVIDENCE, RELIABILITY, STANCES } from '../../src/db/schema/vocabulary.ts';
import { packageRoot } from '../../src/package-root.ts';

const ambush = { perpetrators: ['isis'], targets: ['government'], attribution: 'confirmed' } as const;

/** Who may speak in the examples, as docs/evidence.md names them. */
const VOICES: Record<string, EvidenceAccount> = {
  'Amaq claims': { sourceId: 'amaq', side: 'isis', reliability: 'D', stance: 'claim' },
  'Amaq reports': { sourceId: 'amaq', side: 'isis', reliability: 'D', stance: 'report' },
  'Amaq denies': { sourceId: 'amaq', side: 'isis', reliability: 'D', stance: 'denial' },
  'Liwa al-Quds admits': { sourceId: 'liwa-al-quds-facebook', side: 'government', reliability: 'D', stance: 'acknowledgement' },
  'SANA reports': { sourceId: 'sana', side: 'government', reliability: 'D', stance: 'report' },
  'SOHR reports': { sourceId: 'sohr', side: 'opposition', reliability: 'B', stance: 'report' },
  'IranWire reports': { sourceId: 'iranwire', side: null, reliability: 'B', stance: 'report' },
  'an expert reports': { sourceId: 'al-qaisi', side: null, reliability: 'F', stance: 'report' },
};

/** The table of examples in docs/evidence.md: `| who says what | grade | why |`. */
const EXAMPLES = readFileSync(join(packageRoot, 'docs/evidence.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const grade = EVIDENCE.find((e) => e === cells[2]);
    return grade && cells[1] ? [{ said: cells[1], grade }] : [];
  });

const caseOf = (said: string): EvidenceCase => {
  const accounts = said.split(', ').flatMap((part) => VOICES[part] ?? []);
  return {
    ...ambush,
    attribution: said.includes('it is disputed who did it') ? 'disputed' : 'confirmed',
    discounted: said.includes('a moderator discounts it'),
    accounts,
  };
};

describe('the grade of an ISIS attack on government troops', () => {
  test('the document has an example of every grade', () => {
    expect([...new Set(EXAMPLES.map((e) => e.grade))].sort()).toEqual([...EVIDENCE].sort());
  });

  test.each(EXAMPLES)('$said: $grade', ({ said, grade }) => {
    expect(gradeEvidence(caseOf(said))).toBe(grade);
  });
});

const anyAccount: fc.Arbitrary<EvidenceAccount> = fc.record({
  sourceId: fc.constantFrom('a', 'b', 'c', 'd'),
  side: fc.constantFrom('isis', 'government', 'opposition', null),
  reliability: fc.constantFrom(...RELIABILITY),
  stance: fc.constantFrom(...STANCES),
});

describe('whatever is said', () => {
  const grade = (accounts: EvidenceAccount[]): Evidence => gradeEvidence({ ...ambush, accounts });

  test('belligerents alone never confirm a deed', () => {
    const belligerent = anyAccount.filter(({ side }) => side === 'isis' || side === 'government');
    fc.assert(fc.property(fc.array(belligerent), (accounts) => grade(accounts) !== 'confirmed'));
  });

  test('one source, however often it speaks, is weak', () => {
    const once = anyAccount.filter(({ stance }) => stance !== 'denial');
    fc.assert(fc.property(once, fc.integer({ min: 1, max: 4 }), (one, n) => grade(Array(n).fill(one)) === 'weak'));
  });

  test('a source that cannot be judged or believed changes nothing, unless it denies', () => {
    const doubtful = anyAccount
      .filter(({ side, stance }) => side === null && stance !== 'denial')
      .chain((a) => fc.constantFrom<Reliability>('D', 'E', 'F').map((reliability) => ({ ...a, reliability })));
    fc.assert(fc.property(fc.array(anyAccount), doubtful, (accounts, more) => grade(accounts) === grade([...accounts, more])));
  });

  test('the order in which things are said does not matter', () => {
    fc.assert(fc.property(fc.array(anyAccount), (accounts) => grade(accounts) === grade([...accounts].reverse())));
  });
});
