import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { manner } from '../../src/core/tips/reads-as-report.ts';
import { createReportReader } from '../../src/core/tips/report-reader.ts';

const gazetteer = gazetteerFromFiles();
const reports = createReportReader(createQuestionReader(gazetteer), gazetteer);
const meant = (text: string) => manner(reports.tell({ text, today: '2023-05-02' })).is;

const textsOf = (file: URL): string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): string[] => {
      const { text } = JSON.parse(line);
      return typeof text === 'string' ? [text] : [];
    });

const QUESTIONS = new URL('../questions/', import.meta.url);
const questions = readdirSync(QUESTIONS)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => textsOf(new URL(name, QUESTIONS)));

describe('what people write', () => {
  test('is hardly ever taken for a report where it is one of the written questions', () => {
    expect(questions.length).toBeGreaterThan(500);
    const wrong = questions.filter((text) => meant(text) === 'report');
    expect(wrong.length / questions.length, wrong.join('\n')).toBeLessThan(0.005);
  });

  test('is hardly ever left open where it is one of the written questions', () => {
    const open = questions.filter((text) => meant(text) === 'unclear');
    expect(open.length / questions.length, open.join('\n')).toBeLessThan(0.12);
  });

  test('is never taken for a question where it is one of the written tips', () => {
    const tips = textsOf(new URL('./texts.jsonl', import.meta.url));
    expect(tips.filter((text) => meant(text) === 'question')).toEqual([]);
    expect(tips.filter((text) => meant(text) === 'report').length).toBeGreaterThanOrEqual(48);
  });

  test.each([
    ['attacks near Sukhnah in April', 'question'],
    ['how many killed in Homs last week', 'question'],
    ['هجمات قرب السخنة', 'question'],
    ['كم قتيل سقط بالبادية هالشهر؟', 'question'],
    ['shots near the checkpoint now, 2 of ours are hit', 'report'],
    ['هلق اشتباكات قرب السخنة ومات اتنين عساكر', 'report'],
    ['ambush near Sukhnah', 'unclear'],
    ['thank you', 'talk'],
    ['السلام عليكم', 'talk'],
  ])('“%s” is a %s', (text, is) => {
    expect(meant(text)).toBe(is);
  });
});
