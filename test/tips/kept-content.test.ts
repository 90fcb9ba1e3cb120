import { expect, test } from 'vitest';
import { emptyContent, openContent } from '../../src/core/tips/tip-content.ts';
import { freshVault } from '../support/vault.ts';

const now = new Date('2025-06-01T12:00:00Z');

test('what was sealed of a tip before it took two fields at a time, and two summaries, is still opened', () => {
  const vault = freshVault();
  const { draft } = emptyContent();
  const seal = (content: object) =>
    vault.seal(JSON.stringify(content), { column: 'tip.draft', row: 'tip' }, { until: 'week', now });
  for (const [summary, language] of [
    ['Three soldiers died', 'en'],
    ['مقتل ثلاثة جنود', 'ar'],
  ] as const) {
    const kept = { ...emptyContent(), draft: { ...draft, summary }, revised: { summary }, asking: null };
    expect(openContent(vault, 'tip', seal(kept))?.draft.summary).toEqual({ [language]: summary });
    expect(openContent(vault, 'tip', seal(kept))?.asking).toEqual([]);
    expect(openContent(vault, 'tip', seal({ ...kept, asking: 'place' }))?.asking).toEqual(['place']);
  }
});
