import type { FindingOf, Tactic } from '../finding.ts';
import { type Assembly, addOnce, open, use } from './assembly.ts';
import { allOf, attached, beyond, type Item, isKind, joins, normOf, type Sentence, wordsOf } from './sentence.ts';

type Event = FindingOf<'event'>;

/** Whose "strikes" come from the air. */
const FROM_THE_AIR = new Set(['Russia', 'US-led Coalition', 'Turkey', 'Israel', 'Jordan']);
const STRIKES = new Set(['strike', 'strikes', 'bomb', 'bombing', 'bombings', 'bombed', 'ضربه', 'ضربات']);

/** "Russian strikes": an airstrike, as who made them has aircraft. */
function isFromTheAir(sentence: Sentence, event: Event): boolean {
  const [token] = sentence.text.tokens.slice(event.start, event.end);
  const isStrike = event.end - event.start === 1 && (token?.forms.some(({ norm }) => STRIKES.has(norm)) ?? false);
  return isStrike && allOf(sentence, 'actor').some(({ candidates }) => FROM_THE_AIR.has(candidates[0]?.entity.name ?? ''));
}

/** A drone strike is one by drone and no airstrike; a mine's explosion is no IED. */
const SWALLOWED: Partial<Record<Tactic, readonly Tactic[]>> = {
  drone: ['airstrike', 'shelling'],
  airstrike: ['shelling'],
  landmine: ['ied'],
  vbied: ['ied'],
};
const NEIGHBOURS = 2;

/** Neighbours that no "and" sets side by side: "drone airstrike", "mine explosion". */
function isBeside(sentence: Sentence, a: Item, b: Item): boolean {
  const [first = 0, second = 0] = [a, b].map((item) => sentence.items.indexOf(item)).sort((x, y) => x - y);
  const gap = sentence.items.slice(first + 1, second);
  const isTied = gap.some((item) => joins(sentence, item)) || attached(sentence, sentence.items[second]).includes('و');
  // طيران التحالف قصف
  const isWhose = gap.every((item) => item.kind === 'actor');
  return (gap.length < NEIGHBOURS || isWhose) && !isTied;
}

const isSwallowed = (sentence: Sentence, event: Event, others: readonly Event[]): boolean =>
  others.some((other) => {
    const swallowed = other.tactics.flatMap((tactic) => SWALLOWED[tactic] ?? []);
    return event.tactics.some((tactic) => swallowed.includes(tactic)) && isBeside(sentence, other, event);
  });

/** "attacks executed by ISIS": carried out. */
const CARRIED_OUT = new Set(['executed']);
function isCarriedOut(sentence: Sentence, event: Event): boolean {
  const left =
    sentence.items[beyond(sentence, sentence.items.indexOf(event), -1, ({ kind }) => kind === 'filler' || kind === 'auxiliary')];
  return CARRIED_OUT.has(normOf(sentence, event)) && isKind(left, 'event');
}

/** Tactics, and whether "attacks" or "incidents" were spoken of. */
export function assembleEvents(assembly: Assembly): void {
  const { question, said, sentence, assumptions } = assembly;
  const events = open(assembly, 'event');
  for (const event of events) {
    use(assembly, event);
    if (isSwallowed(sentence, event, events) || isCarriedOut(sentence, event)) continue;
    const isAirstrike = isFromTheAir(sentence, event);
    for (const tactic of isAirstrike ? (['airstrike'] as const) : event.tactics) addOnce(question.tactics, tactic);
    if (isAirstrike) assumptions.push({ kind: 'tactic_meaning', said: wordsOf(sentence, event), tactic: 'airstrike' });
  }
  if (question.tactics.length > 0) said.add('tactics');
  // an ambush is either; only the general words choose
  const general = events.filter(({ tactics }) => tactics.length === 0);
  question.subject = general.some(({ subject }) => subject === 'attacks') ? 'attacks' : 'incidents';
  if (general.length > 0) said.add('subject');
}
