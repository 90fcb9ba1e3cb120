import { describe, expect, it } from 'vitest';
import { places, placesIn } from './found.ts';

describe('places in a question', () => {
  it.each([
    ['attacks near Sukhnah in April', ['Sukhnah → as-sukhnah']],
    ['isis hama 2023 killed?', ['hama → sy-hama']],
    ['DeZ IEDs last wk?', ['DeZ → sy-deir-ez-zor']],
    ['attacks on داعش near تدمر in may 2023', ['تدمر → palmyra']],
    ['killed near Mayadin, Abu Kamal and Hajin', ['Mayadin → al-mayadin', 'Abu Kamal → abu-kamal', 'Hajin → hajin']],
    ['هجمات بحمص أو حماة', ['بحمص → sy-homs', 'حماة → sy-hama']],
    ['قارن بين دير الزور والرقة', ['دير الزور → sy-deir-ez-zor', 'والرقة → sy-raqqa']],
    ['كم هجوم بالسخنه؟', ['بالسخنه → as-sukhnah']],
  ])('%s', (text, found) => {
    expect(placesIn(text)).toEqual(found);
  });

  it('take in the kind word but not the preposition', () => {
    expect(placesIn('attacks in Homs governorate')).toEqual(['Homs governorate → sy-homs']);
    expect(placesIn('attacks in the city of Homs')).toEqual(['city of Homs → homs']);
    expect(placesIn('around Doubayat gas field')).toEqual(['Doubayat gas field → dubayat-gas-field']);
    expect(placesIn('strikes on the T-4 airbase')).toEqual(['T-4 airbase → t4-airbase']);
    expect(placesIn('ambush near Mount Bishri')).toEqual(['Mount Bishri → jabal-al-bishri']);
    expect(placesIn('هجمات في ريف حماة الشرقي')).toEqual(['ريف حماة → sy-hama']);
    expect(placesIn('قرب مطار التيفور العسكري')).toEqual(['مطار التيفور العسكري → t4-airbase']);
  });

  it('leave a kind word alone that no such place bears', () => {
    expect(placesIn('attacks on Sukhnah prison')).toEqual(['Sukhnah → as-sukhnah']);
  });

  it('part at a hyphen between two names and not within one', () => {
    expect(placesIn('on the Palmyra-Deir Ezzor highway')).toEqual(['Palmyra → palmyra', 'Deir Ezzor → sy-deir-ez-zor']);
    expect(placesIn('within 20 km of As-Sukhnah')).toEqual(['As-Sukhnah → as-sukhnah']);
    expect(placesIn('كمائن على طريق دير الزور - تدمر')).toEqual(['دير الزور → sy-deir-ez-zor', 'تدمر → palmyra']);
    expect(placesIn('attacks in Deir-ez-Zor')).toEqual(['Deir-ez-Zor → sy-deir-ez-zor']);
  });
});

describe('one name, several places', () => {
  it('gives the governorate before its seat, more than 0.05 apart', () => {
    const [first, second] = places('attacks in Homs')[0]?.candidates ?? [];
    expect([first?.entity.id, second?.entity.id]).toEqual(['sy-homs', 'homs']);
    expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThan(0.05);
  });

  it('lets a kind word decide', () => {
    expect(places('attacks in Homs city')[0]?.candidates.map(({ entity }) => entity.kind)).toEqual(['city']);
    expect(places('هجمات في محافظة حمص')[0]?.candidates.map(({ entity }) => entity.kind)).toEqual(['governorate']);
    expect(placesIn('Houl camp')).toEqual(['Houl camp → al-hol-camp']);
    expect(placesIn('killings in al-Hol')).toEqual(['al-Hol → al-hol']);
  });
});

describe('spellings that nobody listed', () => {
  it('are found after a cue and said as an assumption', () => {
    const [finding] = places('clashes near Sukhnahh');
    expect(finding?.exactness).not.toBe('exact');
    expect(finding?.candidates[0]?.entity.id).toBe('as-sukhnah');
    expect(finding?.assumptions).toEqual([{ kind: 'spelling', said: 'Sukhnahh', name: 'As-Sukhnah', name_ar: 'السخنة' }]);
  });

  it('say which place another name stands for, and nothing for a mere variant', () => {
    expect(places('attacks near Tadmur')[0]?.assumptions).toMatchObject([{ kind: 'spelling', said: 'Tadmur', name: 'Palmyra' }]);
    expect(places('attacks near Sokhneh')[0]?.assumptions).toEqual([]);
    expect(places('بين تدمر والسخنه')[1]?.assumptions).toEqual([]);
  });

  it('are not guessed', () => {
    for (const text of ['near Zorgbat', 'in Tell Zorgbat', 'قرب الزوربات', 'near Barisha', 'at Khan Zorgbat'])
      expect(placesIn(text)).toEqual([]);
  });
});

describe('what is no place', () => {
  it.each([
    'attacks in Kabul in 2023',
    'attacks in Turkey',
    'attacks on a Syrian patrol',
    'who is Abu Bakr al-Baghdadi',
    'attacks by Hamas',
    'attacks hit soldiers',
    'tell me about attacks in May',
    'attacks in general',
    'losses of Liwa al-Quds',
    'amubshes in aprl',
    'attacks on 5 and 6 June',
    'ماذا عن الهجمات في الشهر الماضي',
    'مقتل أبو بكر البغدادي',
    'احتجاجات سلمية',
    'صور من الهجوم',
    'هجمات تشرين الثاني',
    'أي محافظة شهدت أكثر الهجمات',
    'which governorate saw the most attacks',
  ])('%s', (text) => {
    expect(placesIn(text)).toEqual([]);
  });

  it('may be one after a cue', () => {
    expect(placesIn('attacks in Hit')).toEqual(['Hit → hit']);
    expect(placesIn('صور من هجوم في الصور')).toEqual(['الصور → al-suwar']);
    expect(placesIn('حادثة في حديثة')).toEqual(['حديثة → haditha']);
  });

  it('is never within the name of an actor', () => {
    expect(placesIn('attacks on the Deir ez-Zor Military Council')).toEqual([]);
  });
});
