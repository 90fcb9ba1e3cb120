import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { createReportReader } from '../../src/core/tips/report-reader.ts';
import { scoreDraft, type ToldTip } from './score-draft.ts';

const gazetteer = gazetteerFromFiles();
const reports = createReportReader(createQuestionReader(gazetteer), gazetteer);
/** A Tuesday. */
const TODAY = '2023-05-02';

const tipsOf = (file: string): ToldTip[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const tips = tipsOf('./texts.jsonl');
const scored = (told: readonly ToldTip[]) =>
  told.map((tip) => scoreDraft(tip, reports.draft({ words: [{ text: tip.text, today: TODAY }], pin: null })));

/** Day, place, tactic, attacker, dead, wounded and taken, as far as the texts state them. */
const LEAST_RIGHT = 0.95;
const MOST_INVENTED = 0;

describe('the drafts of sixty tips as they come from the field', () => {
  const scores = scored(tips);
  const right = scores.flatMap((score) => score.right).length;
  const wrong = scores.flatMap((score) => score.wrong);

  test('are half Arabic', () => {
    expect(tips).toHaveLength(60);
    expect(tips.filter(({ text }) => /\p{Script=Arabic}/u.test(text))).toHaveLength(30);
  });

  test('have what the texts state', () => {
    expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  test('hold nothing that the texts do not state', () => {
    const invented = scores.flatMap((score) => score.invented);
    expect(invented.length, invented.join('\n')).toBeLessThanOrEqual(MOST_INVENTED);
  });
});

test('forty-four tips that were written later are read as well', () => {
  const scores = scored(tipsOf('./later-texts.jsonl'));
  const wrong = scores.flatMap((score) => score.wrong);
  const right = scores.flatMap((score) => score.right).length;
  expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  expect(scores.flatMap((score) => score.invented)).toEqual([]);
});

describe('a draft', () => {
  const draft = (text: string, pin: { lat: number; lon: number } | null = null) =>
    reports.draft({ words: [{ text, today: TODAY }], pin });

  test('is empty where nothing is said', () => {
    expect(draft('they came again, God help us')).toMatchObject({ day: null, place: null, tactics: [], tolls: {} });
  });

  test('takes the point of a pin and the name from the words', () => {
    const pin = { lat: 34.9, lon: 38.9 };
    expect(draft('attack near Sukhnah', pin).place).toMatchObject({ name: 'As-Sukhnah', lat: 34.9, lon: 38.9, precision: 1 });
  });

  test('names a pin by the nearest place, and by none in the empty desert', () => {
    expect(draft('', { lat: 34.89, lon: 38.87 }).place?.name).toBe('As-Sukhnah');
    expect(draft('', { lat: 33.3, lon: 39.6 }).place).toMatchObject({ id: null, lat: 33.3 });
  });

  test('says how near a place is meant', () => {
    expect(draft('clash in Sukhnah now').place?.precision).toBe(1);
    expect(draft('clash near Sukhnah now').place?.precision).toBe(2);
    expect(draft('clash in Homs governorate now').place?.precision).toBe(4);
  });

  test('never lies in the future', () => {
    for (const text of ['attack on 9 May', 'attack tomorrow', 'هجوم بكرا']) {
      expect(draft(text).day?.to ?? TODAY, text).toSatisfy((day: string) => day <= TODAY);
    }
  });
});
