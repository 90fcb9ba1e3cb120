import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import type { Question } from '../../src/core/question/question.ts';
import { gridOf, type Tongue } from './grid/grid.ts';
import { NOW } from './grid/wording.ts';
import { missesOf } from './score-row.ts';

const reader = createQuestionReader(gazetteerFromFiles());

describe.each(['en', 'ar'] satisfies Tongue[])('sentences put together from the wordings of every slot, %s', (tongue) => {
  const rows = gridOf(tongue);

  it('are many', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(rows.map(({ text }) => text)).size).toBeGreaterThan(0.95 * rows.length);
  });

  it('are read as their wordings mean, with no word left over that was understood', () => {
    const missed = rows.flatMap((row) => {
      let previous: Question | null = null;
      for (const turn of row.previous ?? []) previous = reader.read(turn, { now: NOW, previous }).question;
      const misses = missesOf(row, reader.read(row.text, { now: NOW, previous }).question);
      return misses.length > 0 ? [`${row.id}: ${row.text}\n    ${misses.join('\n    ')}`] : [];
    });
    expect(missed.join('\n')).toBe('');
  });
});
