import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Unit } from './units.ts';
import { type KindPhrase, kindPhrasesByFirst, kindPhrasesByLast } from './wording.ts';

export interface KindSpan {
  phrase: KindPhrase;
  start: number;
  end: number;
}

const fits = (unit: Unit | undefined, word: string | undefined, opening: boolean): boolean =>
  unit?.kind === 'word' && unit.readings.some((reading) => reading.stem === word && (opening || reading.prefix === ''));

const matches = (units: readonly Unit[], start: number, phrase: KindPhrase) =>
  phrase.words.every((word, i) => fits(units[start + i], word, i === 0));

/** "Homs governorate", "Dubayat gas field", "حمص المدينة": the kind word right after a name. */
export function kindAfter(units: readonly Unit[], end: number): KindSpan | null {
  const start = units[end]?.kind === 'tie' ? end + 1 : end;
  for (const reading of units[start]?.readings ?? []) {
    for (const phrase of kindPhrasesByFirst.get(reading.stem) ?? []) {
      if (matches(units, start, phrase)) return { phrase, start, end: start + phrase.words.length };
    }
  }
  return null;
}

/** "the city of Homs", "Mount Bishri", "ريف حماة": the kind word right before a name. */
export function kindBefore(units: readonly Unit[], start: number, from: number): KindSpan | null {
  let end = start;
  if (units[end - 1]?.readings[0]?.stem === 'of') end--;
  for (const reading of units[end - 1]?.readings ?? []) {
    for (const phrase of kindPhrasesByLast.get(reading.stem) ?? []) {
      const begins = end - phrase.words.length;
      if (begins >= from && matches(units, begins, phrase)) return { phrase, start: begins, end };
    }
  }
  return null;
}

/** The tokens of a name with the kind words that belong to it, and the kind word that decides which namesake is meant. */
export interface NameWithKind {
  phrase: KindPhrase | null;
  start: number;
  end: number;
}

const hasKind = (phrase: KindPhrase, kinds: ReadonlySet<PlaceKind>) => [...phrase.kinds].some((kind) => kinds.has(kind));

/**
 * Takes in the kind words on either side of a name that may be of these kinds. A soft word ("Sukhnah desert") belongs to the name in any
 * case; a hard one ("Palmyra prison") only where such a place is among them: else it is left for what was attacked there.
 */
export function withKindWords(
  units: readonly Unit[],
  name: { start: number; end: number; prefix?: string },
  from: number,
  kinds: ReadonlySet<PlaceKind>,
): NameWithKind {
  const all: NameWithKind = { phrase: null, start: name.start, end: name.end };
  const belongs = (span: KindSpan | null): span is KindSpan => span !== null && (span.phrase.soft || hasKind(span.phrase, kinds));
  const decide = (phrase: KindPhrase) => {
    if (!all.phrase || (hasKind(phrase, kinds) && !hasKind(all.phrase, kinds))) all.phrase = phrase;
  };
  const after = kindAfter(units, name.end);
  if (belongs(after)) {
    decide(after.phrase);
    all.end = after.end;
  }
  // مناطق بديالى: areas in it, and none of its name
  if (name.prefix?.includes('ب')) return all;
  let before = kindBefore(units, all.start, from);
  while (belongs(before)) {
    decide(before.phrase);
    all.start = before.start;
    before = kindBefore(units, all.start, from);
  }
  return all;
}

/** The kind words on either side of a name. */
export const kindsBeside = (units: readonly Unit[], name: { start: number; end: number }, from: number): (KindSpan | null)[] => [
  kindAfter(units, name.end),
  kindBefore(units, name.start, from),
];

/** A kind word beside a name that tells of a certain other place: "Houl camp" where only the town has that spelling. */
export function decisiveKind(units: readonly Unit[], name: { start: number; end: number }, from: number): KindSpan | null {
  return (
    kindsBeside(units, name, from).find((span) => span !== null && (!span.phrase.soft || span.phrase.kinds.has('governorate'))) ??
    null
  );
}
