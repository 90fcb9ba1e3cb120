/** Them, her: an Arabic verb of the past takes its object as an ending. That of "him" makes nouns, and stands in the lexicon where it is safe. */
const OBJECTS = ['هم', 'ها', 'هن'];
const ONE_WORD = /^[\p{Script=Arabic}|]+$/u;
const ALREADY = /(?:هم|ها|هن)$/u;

/** A wording of one word, with the forms that have their object: خطف|خطفت, and خطفهم, خطفتهم. */
export function withObjects(wording: string): string {
  if (!ONE_WORD.test(wording)) return wording;
  const verbs = wording.split('|');
  // خطفوا loses its silent letter: خطفوهم
  const stems = verbs.filter((verb) => !ALREADY.test(verb)).map((verb) => verb.replace(/وا$/u, 'و'));
  return [...new Set([...verbs, ...stems.flatMap((stem) => OBJECTS.map((object) => stem + object))])].join('|');
}
