import type { Language } from '../../db/schema/vocabulary.ts';
import { fold } from '../question/text.ts';

/** What a moderator corrects of a tip, and of an incident. */
export const EDITED = ['date', 'place', 'actors', 'targets', 'casualties', 'tactics', 'summary'] as const;
export type Edited = (typeof EDITED)[number];
export const CHANGED = [...EDITED, 'claimed', 'status'] as const;
export type Changed = (typeof CHANGED)[number];

/** Measures that are corrected one by one: those that incidents keep. */
export type EditedMeasure = 'killed' | 'wounded' | 'captured' | 'missing';

interface Named {
  field: Changed;
  /** One measure of the casualties alone, the others stay. */
  measure?: EditedMeasure;
  /** The summary in this language, whatever its words look like. */
  language?: Language;
  /** As people type it; the first is the one that is listed. */
  en: readonly string[];
  ar: readonly string[];
}

/** Every word by which a field can be named. Spelling is folded and the Arabic article left off before they are compared. */
export const FIELDS = {
  date: { field: 'date', en: ['date', 'day', 'when'], ar: ['تاريخ', 'يوم', 'متى'] },
  place: { field: 'place', en: ['place', 'where', 'location', 'site'], ar: ['مكان', 'موقع', 'أين', 'وين'] },
  actors: {
    field: 'actors',
    en: ['attackers', 'attacker', 'actors', 'actor', 'perpetrator', 'perpetrators', 'who', 'by'],
    ar: ['فاعل', 'منفذ', 'منفذون', 'منفذين', 'مهاجم', 'مهاجمون', 'مهاجمين', 'جهة', 'من'],
  },
  targets: {
    field: 'targets',
    en: ['targets', 'target', 'victim', 'victims', 'against', 'whom'],
    ar: ['مستهدف', 'مستهدفون', 'مستهدفين', 'هدف', 'أهداف', 'ضد'],
  },
  casualties: { field: 'casualties', en: ['casualties', 'toll', 'tolls', 'losses'], ar: ['حصيلة', 'ضحايا', 'خسائر'] },
  killed: {
    field: 'casualties',
    measure: 'killed',
    en: ['killed', 'dead', 'deaths', 'fatalities'],
    ar: ['قتلى', 'قتيل', 'مقتل', 'قتل', 'شهداء'],
  },
  wounded: {
    field: 'casualties',
    measure: 'wounded',
    en: ['wounded', 'injured', 'hurt'],
    ar: ['جرحى', 'جريح', 'مصابون', 'مصابين', 'إصابات'],
  },
  captured: {
    field: 'casualties',
    measure: 'captured',
    en: ['captured', 'kidnapped', 'prisoners'],
    ar: ['أسرى', 'أسير', 'مخطوفون', 'مخطوفين'],
  },
  missing: { field: 'casualties', measure: 'missing', en: ['missing'], ar: ['مفقودون', 'مفقودين', 'مفقود'] },
  tactics: { field: 'tactics', en: ['tactics', 'tactic', 'how', 'method'], ar: ['أسلوب', 'تكتيك', 'طريقة', 'كيف'] },
  summary: { field: 'summary', en: ['summary', 'text', 'description'], ar: ['ملخص', 'نص', 'وصف'] },
  'summary-en': { field: 'summary', language: 'en', en: ['summary-en', 'summary-english'], ar: ['ملخص-إنكليزي', 'ملخص-إنجليزي'] },
  'summary-ar': { field: 'summary', language: 'ar', en: ['summary-ar', 'summary-arabic'], ar: ['ملخص-عربي'] },
  claimed: { field: 'claimed', en: ['claimed', 'claim', 'claimed-by'], ar: ['متبن', 'تبنى', 'تبني', 'متبني', 'المتبني'] },
  status: { field: 'status', en: ['status', 'state'], ar: ['حالة', 'وضع'] },
} as const satisfies Record<string, Named>;
export type FieldName = keyof typeof FIELDS;

const NAMES = Object.keys(FIELDS) as FieldName[];

/** A field as it was named, and what of it is meant. */
export interface Aim<F extends Changed = Changed> {
  name: FieldName;
  field: F;
  measure: EditedMeasure | null;
  language: Language | null;
}

const plain = (word: string) => fold(word.trim().replaceAll('_', '-')).replace(/^ال/u, '');

/** The fields that a command corrects, by the names that it lists. */
export const namesOf = (fields: readonly Changed[]): FieldName[] => NAMES.filter((name) => fields.includes(FIELDS[name].field));

/** Null: no field of these is called so. */
export function findField<F extends Changed>(said: string, fields: readonly F[]): Aim<F> | null {
  const wanted = plain(said);
  for (const name of NAMES) {
    const named: Named = FIELDS[name];
    const { measure = null, language = null } = named;
    const field = fields.find((one) => one === named.field);
    if (field && [name, ...named.en, ...named.ar].some((word) => plain(word) === wanted))
      return { name, field, measure, language };
  }
  return null;
}

/** As it is typed in a language. */
export const fieldWord = (name: FieldName, language: Language): string => FIELDS[name][language][0];
