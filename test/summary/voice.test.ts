import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { createTranslator } from '../../src/core/reply/translator.ts';
import { createVoice } from '../../src/core/summary/voice.ts';

const actor = (name: string, nameAr: string) => ({
  id: name,
  name,
  nameAr,
  parentId: null,
  party: 'other' as const,
  kind: 'force' as const,
  spellings: [],
});
const gazetteer = createGazetteer(
  [],
  [
    actor('SAA', 'الجيش السوري'),
    actor('ISIS', 'تنظيم الدولة الإسلامية'),
    actor('civilians', 'مدنيون'),
    actor('truffle hunters', 'جامعو الكمأة'),
    actor('Liwa Fatemiyoun', 'لواء فاطميون'),
    actor('Pro-government militias', 'الميليشيات الموالية للحكومة'),
  ],
  [],
);
const en = createVoice(createTranslator('en'), gazetteer);
const ar = createVoice(createTranslator('ar'), gazetteer);

describe('actors in a sentence', () => {
  test('stand with an article where English asks for one', () => {
    expect(en.actors(['SAA', 'ISIS', 'Fifth Corps', 'US-led Coalition'])).toBe(
      'the SAA, ISIS, the Fifth Corps and the US-led Coalition',
    );
    expect(en.actors(['Pro-government militias'])).toBe('pro-government militias');
    expect(en.actorLabel('SAA')).toBe('SAA');
  });

  test('stand in the genitive after Arabic prepositions', () => {
    expect(ar.actors(['civilians', 'truffle hunters'])).toBe('مدنيون وجامعو الكمأة');
    expect(ar.actorsAfter(['civilians', 'truffle hunters', 'Liwa Fatemiyoun', 'SAA'])).toBe(
      'مدنيين وجامعي الكمأة ولواء فاطميون والجيش السوري',
    );
  });

  test('who are unknown to the gazetteer are named as they came, isolated', () => {
    expect(ar.actors(['Nobody'])).toBe('\u2068Nobody\u2069');
  });
});

test('what one language lacks is said in the other, isolated', () => {
  expect(ar.either('Sukhnah desert', null)).toBe('\u2068Sukhnah desert\u2069');
  expect(en.either(null, 'بادية السخنة')).toBe('\u2068بادية السخنة\u2069');
  expect(ar.either('Sukhnah desert', 'بادية السخنة')).toBe('بادية السخنة');
});

test('a ref can be copied without what keeps it in its place', () => {
  expect(en.ref('BDY-7K3Q9F')).toEqual([{ style: 'code', text: 'BDY-7K3Q9F' }]);
  expect(ar.ref('BDY-7K3Q9F')).toEqual(['\u2068', { style: 'code', text: 'BDY-7K3Q9F' }, '\u2069']);
});
