import type { Tolls } from '../../db/schema/columns.ts';
import { PARTIES, type Party } from '../../db/schema/vocabulary.ts';
import type { Core } from '../core.ts';
import { fold } from '../question/text.ts';
import { type EditedMeasure, FIELDS } from './field-words.ts';

/** How a measure is said in a report: after its number in English, before it in Arabic. */
const IN_REPORTS = {
  killed: { en: 'killed', ar: 'مقتل' },
  wounded: { en: 'wounded', ar: 'إصابة' },
  captured: { en: 'captured', ar: 'أسر' },
  missing: { en: 'missing', ar: 'فقدان' },
} as const satisfies Record<EditedMeasure, { en: string; ar: string }>;

/** A toll alone is read the same on any day. */
const ANY_DAY = '2000-01-01';

function onlyOf(tolls: Tolls, measure: EditedMeasure): Tolls {
  const only: Tolls = {};
  for (const party of PARTIES) {
    const range = tolls[party]?.[measure];
    if (range) only[party] = { [measure]: range };
  }
  return only;
}

/** "5", "5 soldiers" said of one measure; empty: it is not understood. */
export function measureTold(value: string, measure: EditedMeasure, { reports }: Pick<Core, 'reports'>): Tolls {
  const { en, ar } = IN_REPORTS[measure];
  for (const text of [value, `${value} ${en}`, `${ar} ${value}`]) {
    const told = onlyOf(reports.draft({ words: [{ text, today: ANY_DAY }], pin: null }).tolls, measure);
    if (Object.keys(told).length > 0) return told;
  }
  return {};
}

export function withoutMeasure(tolls: Tolls, measure: EditedMeasure): Tolls {
  const left: Tolls = {};
  for (const party of PARTIES) {
    const { [measure]: _, ...rest } = tolls[party] ?? {};
    if (Object.keys(rest).length > 0) left[party] = rest;
  }
  return left;
}

const known = (tolls: Tolls): Party[] => PARTIES.filter((party) => party !== 'unknown' && tolls[party] !== undefined);

/**
 * A toll in which one measure is told anew, for the parties that are named; the other measures stay. A number of nobody is that of the one
 * party that suffered. Null: several did, and whose it is must be said.
 */
export function withMeasure(before: Tolls, told: Tolls, measure: EditedMeasure): Tolls | null {
  const those = known(onlyOf(before, measure));
  const sufferers = those.length > 0 ? those : known(before);
  const isNobodys = told.unknown !== undefined && sufferers.length > 0;
  if (isNobodys && sufferers.length > 1) return null;
  const after: Tolls = { ...before };
  for (const party of PARTIES) {
    const range = told[party]?.[measure];
    if (!range) continue;
    const of = party === 'unknown' ? (sufferers[0] ?? party) : party;
    after[of] = { ...after[of], [measure]: range };
  }
  return after;
}

/** Words of tolls: a question holds one toll and gives the words of the others back. */
const TOLL_WORDS = new Set(
  Object.values(FIELDS).flatMap(({ field, en, ar }) => (field === 'casualties' ? [...en, ...ar].map((word) => fold(word)) : [])),
);
const ATTACHED = /^(?:و|ال)+/u;

const EASTERN = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';
const figuresIn = (text: string): number[] =>
  (text.replace(/[٠-٩۰-۹]/gu, (digit) => String(EASTERN.indexOf(digit) % 10)).match(/\d+/gu) ?? []).map(Number);

/** What of a toll's words came into no figure. */
export function unusedOfToll(tolls: Tolls, { value, leftover }: { value: string; leftover: readonly string[] }): string[] {
  const held = new Set(
    Object.values(tolls).flatMap((measures) => Object.values(measures ?? {}).flatMap(({ low, high }) => [low, high])),
  );
  const isWord = (word: string) => figuresIn(word).length === 0 && !TOLL_WORDS.has(fold(word).replace(ATTACHED, ''));
  return [
    ...figuresIn(value)
      .filter((figure) => !held.has(figure))
      .map(String),
    ...leftover.filter(isWord),
  ];
}
