import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import type { Question, Understanding } from '../../src/core/question/question.ts';
import { missesOf, type Row } from './score-row.ts';

const directory = new URL('../questions/', import.meta.url);
const reader = createQuestionReader(gazetteerFromFiles());

const rowsOf = (file: string): Row[] =>
  readFileSync(new URL(file, directory), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function read({ text, now, previous = [] }: Row): Understanding {
  let before: Question | null = null;
  for (const turn of previous) before = reader.read(turn, { now, previous: before }).question;
  return reader.read(text, { now, previous: before });
}

describe.each(readdirSync(directory).filter((file) => file.endsWith('.jsonl')))('questions in %s', (file) => {
  test.each(rowsOf(file))('$id: $text', (row) => {
    const understanding = read(row);
    const trace = understanding.trace.map(({ stage, detail }) => `${stage}: ${detail}`).join('\n');
    expect(missesOf(row, understanding.question), `${row.text}\n${trace}`).toEqual([]);
    if (row.gold.asks) expect(understanding.clarification?.about, `${row.text}\n${trace}`).toBe(row.gold.asks);
  });
});
