/** The countries that the store holds, by the names and codes that data sets give them (UCDP: Gleditsch–Ward numbers; ACLED: ISO). */
const COUNTRIES: Readonly<Record<string, 'SY' | 'IQ'>> = {
  syria: 'SY',
  'syrian arab republic': 'SY',
  sy: 'SY',
  syr: 'SY',
  '652': 'SY',
  '760': 'SY',
  سوريا: 'SY',
  سورية: 'SY',
  iraq: 'IQ',
  iq: 'IQ',
  irq: 'IQ',
  '645': 'IQ',
  '368': 'IQ',
  العراق: 'IQ',
};

export const countryOf = (name: string): 'SY' | 'IQ' | null => COUNTRIES[name.trim().toLowerCase()] ?? null;

export const OTHER_COUNTRY = 'is neither Syria nor Iraq, which is all that dalil holds';
