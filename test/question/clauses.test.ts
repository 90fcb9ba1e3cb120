import { beforeAll, describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader, type QuestionReader } from '../../src/core/question/pipeline.ts';

let reader: QuestionReader;
beforeAll(async () => {
  reader = createQuestionReader(await gazetteerFromFiles());
});
const read = (text: string) => reader.read(text, { now: '2024-06-12' }).question;

describe('two clauses with actors and places of their own', () => {
  it.each([
    ['ISIS attacks in Homs and SDF raids in Hasakah in 2023', ['SDF', 'raids', 'Hasakah']],
    ['attacks by ISIS in Homs and by the SDF in Raqqa', ['SDF', 'Raqqa']],
    ['هجمات داعش في حمص ومداهمات قسد في الحسكة في 2023', ['ومداهمات', 'قسد', 'الحسكة']],
  ])('are read as the first alone, and the second is said to be left over: %s', (text, left) => {
    const { places, actors, tactics, leftover } = read(text);
    expect(places.map(({ id }) => id)).toEqual(['sy-homs']);
    expect(actors.perpetrator).toEqual(['ISIS']);
    expect(tactics).toEqual([]);
    expect(leftover).toEqual(left);
  });

  it('share the days of either', () => {
    expect(read('ISIS attacks in Homs and SDF raids in Hasakah in 2023').time).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });

  it.each([
    ['ISIS and SDF clashes in Homs and Hasakah', 2],
    ['attacks by ISIS on the army in Homs and Hama', 2],
    ['هجمات داعش وقسد في حمص والرقة', 2],
    ['compare ISIS attacks in Homs and SDF raids in Hasakah', 2],
  ])('are not where one clause lists several: %s', (text, count) => {
    const { places, leftover } = read(text);
    expect(places).toHaveLength(count);
    expect(leftover).toEqual([]);
  });
});
