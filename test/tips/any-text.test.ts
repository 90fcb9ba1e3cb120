import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { draftSchema } from '../../src/core/tips/draft.ts';
import { manner } from '../../src/core/tips/reads-as-report.ts';
import { createReportReader } from '../../src/core/tips/report-reader.ts';
import { hostileText } from '../bots/hostile-text.ts';

const gazetteer = gazetteerFromFiles();
const reports = createReportReader(createQuestionReader(gazetteer), gazetteer);
const today = '2023-05-02';

const words = fc
  .array(
    fc.constantFrom(
      ...[
        'daesh',
        'army',
        '3',
        '٤',
        'killed',
        'wounded',
        'and',
        'or',
        'near',
        'Sukhnah',
        'today',
        'last night',
        'ambush',
        'took',
        'lost',
        'nobody',
        ',',
        '.',
        '-',
      ],
      ...[
        'داعش',
        'الجيش',
        'قتلى',
        'وجرح',
        'قتلوه',
        'قرب',
        'السخنة',
        'مبارح',
        'كمين',
        'راعيين',
        'بين',
        'و',
        'او',
        'لغم',
        'خسر',
        'عطريق',
        'الصبح',
        '٥٠٠٠٠٠٠',
      ],
    ),
    { maxLength: 24 },
  )
  .map((said) => said.join(' '));

test('any text has a manner, and a draft that can be kept', () => {
  fc.assert(
    fc.property(fc.oneof(words, hostileText, fc.string({ unit: 'grapheme' })), (text) => {
      expect(['report', 'question', 'unclear', 'talk']).toContain(manner(reports.tell({ text, today })).is);
      const draft = reports.draft({ words: [{ text, today }], pin: null });
      expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(JSON.parse(JSON.stringify(draft)));
      for (const measures of Object.values(draft.tolls)) {
        for (const { low, best = null, high } of Object.values(measures)) {
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
          if (low !== null && best !== null) expect(low).toBeLessThanOrEqual(best);
        }
      }
      expect(draft.day === null || draft.day.to <= today).toBe(true);
    }),
    { numRuns: 400 },
  );
});
