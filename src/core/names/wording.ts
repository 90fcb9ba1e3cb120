import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import { ARABIC_NAMES } from '../question/lexicon/ar/names.ts';
import { ENGLISH_NAMES } from '../question/lexicon/en/names.ts';
import type { KindWord, NameLexicon } from './name-lexicon.ts';
import { splitName, withoutArticle } from './words.ts';

const LANGUAGES: readonly NameLexicon[] = [ENGLISH_NAMES, ARABIC_NAMES];

/** What a word may be besides a name: bits, because one look-up per word must do. */
export const ROLE = {
  cue: 1,
  weakCue: 2,
  passed: 4,
  link: 8,
  part: 16,
  never: 32,
  foreign: 64,
  person: 128,
  common: 256,
  kind: 512,
  sourceCue: 1024,
} as const;
export type Role = keyof typeof ROLE;

/** The form in which words of texts and of these lists meet. */
export const stemOf = (word: string): string => withoutArticle(splitName(word).join(''));

const stems = (words: readonly string[]) => words.map(stemOf).filter((stem) => stem !== '');

const roles = new Map<string, number>();
const give = (words: readonly string[], role: Role) => {
  for (const stem of stems(words)) roles.set(stem, (roles.get(stem) ?? 0) | ROLE[role]);
};
for (const language of LANGUAGES) {
  give(language.cues, 'cue');
  give(language.weakCues, 'weakCue');
  give(language.passed, 'passed');
  give(language.links, 'link');
  give(language.parts, 'part');
  give(language.never, 'never');
  give(language.foreign, 'foreign');
  give(language.people, 'person');
  give(language.common, 'common');
  give(language.sourceCues, 'sourceCue');
  give(
    language.kinds.flatMap((kind) => kind.words.flatMap((phrase) => phrase.split(' '))),
    'kind',
  );
}

/** The article of a short Arabic word stays on its stem (التل): the lists have the bare word. */
export const rolesOf = (stem: string): number =>
  (roles.get(stem) ?? 0) | (stem.startsWith('ال') ? (roles.get(stem.slice(2)) ?? 0) : 0);

export interface KindPhrase {
  words: readonly string[];
  kinds: ReadonlySet<PlaceKind>;
  soft: boolean;
}

const phraseOf = (kind: KindWord) => (phrase: string) => ({
  words: phrase.split(/[\s-]+/u).map(stemOf),
  kinds: new Set(kind.kinds),
  soft: kind.soft ?? false,
});

/** Longest first, so that "gas field" is met before "field". */
const kindPhrases: readonly KindPhrase[] = LANGUAGES.flatMap((l) => l.kinds.flatMap((k) => k.words.map(phraseOf(k)))).sort(
  (a, b) => b.words.length - a.words.length,
);

const grouped = (key: (phrase: KindPhrase) => string | undefined) => {
  const map = new Map<string, KindPhrase[]>();
  for (const phrase of kindPhrases) {
    const first = key(phrase) ?? '';
    map.set(first, [...(map.get(first) ?? []), phrase]);
  }
  return map;
};

export const kindPhrasesByFirst: ReadonlyMap<string, readonly KindPhrase[]> = grouped((p) => p.words[0]);
export const kindPhrasesByLast: ReadonlyMap<string, readonly KindPhrase[]> = grouped((p) => p.words.at(-1));

export const fieldWords: readonly string[] = LANGUAGES.flatMap((l) => l.field);
export const unqualifiedActors: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((l) => l.unqualifiedActors).map((phrase) => phrase.split(' ').map(stemOf).join('')),
);
export const sourceSpellings = (id: string): readonly string[] => LANGUAGES.flatMap((l) => l.sources[id] ?? []);
