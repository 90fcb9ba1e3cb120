import type { Suggestion, Suggestions } from '../names/suggestions.ts';
import type { Assembly } from './assemble/assembly.ts';
import { allOf, attached, beyond, type Item, isKind, type Sentence, wordsOf } from './assemble/sentence.ts';
import type { Clarification } from './question.ts';
import { fold, type Text } from './text.ts';

/** Two readings as near to each other as this are asked about. */
const TOO_CLOSE = 0.05;
const MOST_CHOICES = 3;
const LONGEST_NAME = 40;

type Choice = Clarification['choices'][number];
type Named = { name: string; nameAr: string | null };

/** The whole text with other words in one place: it can be sent as it is. */
function reworded({ raw, tokens }: Text, from: number, to: number, words: string): string {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? raw.length;
  return `${raw.slice(0, start)}${words}${raw.slice(end)}`;
}

/** Attached ب and ل stay on the name that takes the place: بزرغبات → بتدمر. */
function choicesFor(sentence: Sentence, item: { start: number; end: number }, prefix: string, named: readonly Named[]): Choice[] {
  const isArabic = sentence.text.tokens[item.start]?.script === 'arabic';
  return named.slice(0, MOST_CHOICES).map(({ name, nameAr }) => {
    const words = isArabic ? prefix + (nameAr ?? name) : name;
    return { label: name, labelAr: nameAr ?? name, text: reworded(sentence.text, item.start, item.end, words) };
  });
}

/** Two places or actors that the same words may mean. */
function ambiguity(sentence: Sentence): Clarification | null {
  for (const item of [...allOf(sentence, 'place'), ...allOf(sentence, 'actor')]) {
    const [first, ...rest] = item.candidates;
    if (!first || item.exactness === 'exact') continue;
    const close = rest.filter(({ entity, score }) => entity.name !== first.entity.name && first.score - score < TOO_CLOSE);
    if (close.length === 0) continue;
    const named = [first, ...close].map(({ entity }) => entity);
    return {
      about: item.kind,
      said: wordsOf(sentence, item),
      choices: choicesFor(sentence, item, attached(sentence, item), named),
    };
  }
  return null;
}

const DESCRIBED = new Set<Item['kind']>(['target_object', 'people', 'event', 'unit', 'actor', 'toll']);
const PLACE_CUES = new Set<Item['kind']>(['relation', 'radius']);

/** As many letters of the longer name as may differ for the two to be mistaken for each other. */
const MAY_DIFFER = 0.4;

/** How many letters must change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A choice is offered only where it may be a slip of what was said. */
const mayBeMeant = (said: string, name: string | null): boolean => {
  const [a, b] = [fold(said).slice(0, LONGEST_NAME), fold(name ?? '').slice(0, LONGEST_NAME)];
  return b !== '' && distance(a, b) <= MAY_DIFFER * Math.max(a.length, b.length);
};

/** What the preposition before an unknown name announces. */
function announced(sentence: Sentence, at: number): { about: 'place' | 'actor'; isAttached?: true } | null {
  const before =
    sentence.items[beyond(sentence, at, -1, (item) => item.kind === 'filler' || item.kind === 'people' || item.kind === 'unit')];
  if (before && PLACE_CUES.has(before.kind)) return { about: 'place' };
  if (isKind(before, 'connective') && (before.connective === 'by' || before.connective === 'on')) return { about: 'actor' };
  const token = sentence.text.tokens[sentence.items[at]?.start ?? -1];
  const isAttached = token?.script === 'arabic' && token.norm.length > 4 && token.norm.startsWith('ب');
  return isAttached ? { about: 'place', isAttached: true } : null;
}

/** "near Zorgbat", "by the Ghost Brigade": a name that nobody knows, where one must stand. */
function unknownName({ sentence }: Assembly, names: Suggestions): Clarification | null {
  const { items, text } = sentence;
  for (let at = 0; at < items.length; at++) {
    const announcement = items[at]?.kind === 'unknown' ? announced(sentence, at) : null;
    const first = items[at];
    if (!announcement || !first) continue;
    const { about } = announcement;
    let last = at;
    while (items[last + 1]?.kind === 'unknown') last++;
    // "on oil buses": it says what the next word is
    const next = items[last + 1];
    if (next && DESCRIBED.has(next.kind)) continue;
    const run = { start: first.start, end: items[last]?.end ?? first.end };
    const said = wordsOf(sentence, run);
    const isNear = ({ kind, name, nameAr, spelling }: Suggestion) =>
      kind === about && [name, nameAr, spelling].some((one) => mayBeMeant(said, one));
    const choices = choicesFor(sentence, run, '', names.nearest(said).filter(isNear));
    const token = text.tokens[run.start];
    // بتهمة may be any word
    if (announcement.isAttached && choices.length === 0) continue;
    const isName = token?.script === 'arabic' || token?.raw[0] !== token?.raw[0]?.toLowerCase();
    if (choices.length > 0 || isName) return { about: 'unknown_name', said, choices };
  }
  return null;
}

const SAID_WITHOUT = new Set(['of', 'from', 'around', 'من', 'عن', 'حول']);

/** A day, a number or a distance that cannot be: any figure would answer another question. */
function impossible({ sentence }: Assembly): Clarification | null {
  const [item] = allOf(sentence, 'impossible');
  if (!item) return null;
  // "within 0 km of"
  const isTie = SAID_WITHOUT.has(sentence.text.tokens[item.end - 1]?.norm ?? '');
  return { about: item.about, said: wordsOf(sentence, { start: item.start, end: isTie ? item.end - 1 : item.end }), choices: [] };
}

/** A short question back where a guess would answer another question. */
export const clarify = (assembly: Assembly, names: Suggestions): Clarification | null =>
  assembly.declined || assembly.question.intent === 'help'
    ? null
    : (impossible(assembly) ?? ambiguity(assembly.sentence) ?? unknownName(assembly, names));
