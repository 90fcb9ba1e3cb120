import type { Range } from '../../db/schema/columns.ts';
import type { Measure, Party } from '../../db/schema/vocabulary.ts';
import type { Assembly } from '../question/assemble/assembly.ts';
import { type Item, isKind } from '../question/assemble/sentence.ts';
import type { CasualtyField, Finding, FindingOf } from '../question/finding.ts';
import { fold } from '../question/text.ts';
import { COUNTED_TOLLS, countedPeople } from './lexicon/people.ts';

/** What a sentence says of people, in its order: who and how many, what became of them, and the words between. */
export type Told =
  /** `number`: nothing but how many. `actor`: their canonical name. */
  | { kind: 'people'; party: Party | null; actor: string | null; attacking: boolean; range: Range | null; number: boolean }
  /** `verb`: lost: whoever stands before it did; taking: whoever stands after it was taken. */
  | {
      kind: 'toll';
      measures: readonly Measure[];
      noun: boolean;
      range: Range | null;
      /** Of the second measure. */
      also?: Range;
      arabic: boolean;
      verb: 'losing' | 'taking' | null;
    }
  | { kind: 'nobody'; measures: readonly Measure[] }
  | { kind: 'and' }
  | { kind: 'end' }
  | { kind: 'between' };

const people = countedPeople(fold);
const MEASURED: Record<CasualtyField, readonly Measure[]> = {
  killed: ['killed'],
  wounded: ['wounded'],
  captured: ['captured'],
  missing: ['missing'],
  killed_or_wounded: ['killed', 'wounded'],
};
/** Tactics that say what became of whoever suffered them. */
const BY_TACTIC = { kidnapping: 'captured', arrest: 'captured', execution: 'killed', assassination: 'killed' } as const;
const isTelling = (tactic: string): tactic is keyof typeof BY_TACTIC => tactic in BY_TACTIC;

const exactly = (n: number): Range => ({ low: n, best: n, high: n });

/** "between 8 and 10", "8-10": the question keeps the least alone. */
function numbersIn(item: Finding, assembly: Assembly): number[] {
  const { tokens } = assembly.sentence.text;
  return tokens.slice(item.start, item.end).flatMap((token) =>
    token.forms
      .map(({ norm }) => Number(norm))
      .filter(Number.isInteger)
      .slice(0, 1),
  );
}

function rangeOf(item: FindingOf<'quantity'>, assembly: Assembly): Range {
  const { op, value } = item;
  const [low, high] = numbersIn(item, assembly);
  if (item.partial && low !== undefined && high !== undefined) return { low, high };
  if (op === '=') return exactly(value);
  if (op === '<' || op === '<=') return { low: null, high: op === '<' ? value - 1 : value };
  return { low: op === '>' ? value + 1 : value, high: null };
}

const wordsOf = (item: Item, { sentence }: Assembly): string[] =>
  sentence.text.tokens.slice(item.start, item.end).flatMap((token) => token.forms.map(({ norm }) => norm));

const firstCounted = (item: Item, assembly: Assembly) =>
  wordsOf(item, assembly)
    .map((word) => people.get(word))
    .find(Boolean);

/** قتيل وجريح: one and one. A token has its forms; each counts once. */
const countsOfForm = (item: Item, { sentence }: Assembly): number[] =>
  sentence.text.tokens
    .slice(item.start, item.end)
    .flatMap((token) => token.forms.flatMap(({ norm }) => COUNTED_TOLLS[norm] ?? []).slice(0, 1));

const isMark = (item: Item, assembly: Assembly, ...marks: string[]) =>
  item.kind === 'mark' && marks.includes(assembly.sentence.text.tokens[item.start]?.norm ?? '');

const startsWithAnd = (item: Item, { sentence }: Assembly): boolean => {
  const token = sentence.text.tokens[item.start];
  if (token?.script !== 'arabic' || !token.norm.startsWith('و')) return false;
  // where the wording tells what was attached it is surer than the letter: واحد is one
  if ('prefix' in item && item.prefix !== undefined) return item.prefix.startsWith('و');
  return token.forms.some(({ prefix }) => prefix.startsWith('و'));
};

const FINDING = new Set(['لقوا', 'لقو', 'لقي']);
const LOSING = new Set(['lost', 'خسر', 'خسرت', 'خسروا']);
const TAKING = new Set(['took', 'seized', 'اخدوا', 'اخدو', 'اخذوا', 'ساقوا', 'خطفوا', 'خطفو', 'خطفت', 'اعتقلوا', 'اعتقلت']);

function verbOf(item: Item, assembly: Assembly): 'losing' | 'taking' | null {
  const words = wordsOf(item, assembly);
  if (words.some((word) => LOSING.has(word))) return 'losing';
  return words.some((word) => TAKING.has(word)) ? 'taking' : null;
}

function tollOf(item: Item, assembly: Assembly): Told | null {
  const arabic = assembly.sentence.text.tokens[item.start]?.script === 'arabic';
  const verb = verbOf(item, assembly);
  // لقوا alone is "they found"; with مصرعهم it is another wording
  const isFinding = item.end === item.start + 1 && wordsOf(item, assembly).some((word) => FINDING.has(word));
  if (isKind(item, 'toll')) {
    if (isFinding) return null;
    if (item.form === 'verb' || item.form === 'doing') return null;
    const [count, second] = countsOfForm(item, assembly);
    const range = count === undefined ? null : exactly(count);
    const also = second === undefined ? {} : { also: exactly(second) };
    return { kind: 'toll', measures: MEASURED[item.field], noun: item.form === 'noun', range, ...also, arabic, verb };
  }
  if (isKind(item, 'event')) {
    const [tactic] = item.tactics;
    const isDone = item.form === 'past' || item.form === 'passive';
    const [one] = countsOfForm(item, assembly);
    const told = { kind: 'toll' as const, noun: !isDone, range: one === undefined ? null : exactly(one), arabic, verb };
    if (wordsOf(item, assembly).includes('dead')) return { ...told, measures: ['killed'] };
    if (!tactic || !isTelling(tactic)) return null;
    // an assassination may have failed
    return isDone || tactic === 'kidnapping' || tactic === 'arrest' ? { ...told, measures: [BY_TACTIC[tactic]] } : null;
  }
  return null;
}

function casualtiesOf({ casualties: { field, op, value } }: FindingOf<'casualties'>): Told {
  const measures = MEASURED[field];
  return op === '=' && value === 0
    ? { kind: 'nobody', measures }
    : { kind: 'toll', measures, noun: true, range: { low: value, high: null }, arabic: false, verb: null };
}

function peopleOf(item: Item, assembly: Assembly): Told | null {
  const counted = firstCounted(item, assembly);
  const range = counted?.count ? exactly(counted.count) : null;
  if (isKind(item, 'actor')) {
    const actor = item.candidates[0]?.entity;
    const attacking = actor !== undefined && assembly.question.actors.perpetrator.includes(actor.name);
    const party = actor?.party === 'unknown' ? null : (actor?.party ?? null);
    return { kind: 'people', party, actor: actor?.name ?? null, attacking, range, number: false };
  }
  const named = ['people', 'unknown', 'filler'].includes(item.kind) ? counted : undefined;
  if (!named && item.kind !== 'people') return null;
  return { kind: 'people', party: named?.party ?? null, actor: null, attacking: false, range, number: false };
}

/** "3 houses": no people. */
const isOfThings = (item: Item | undefined) => item?.kind === 'target_object' || item?.kind === 'means';

/** "… على الأقل": the number before it is open above. */
function openAbove(told: Told[]): void {
  const at = told.findLastIndex(({ kind }) => kind === 'people' || kind === 'toll');
  const one = told[at];
  if (one?.kind === 'people' && one.range) told[at] = { ...one, range: { low: one.range.low, high: null } };
  const before = told[at - 1];
  if (before?.kind === 'people' && before.range && one?.kind === 'people' && !one.range) {
    told[at - 1] = { ...before, range: { low: before.range.low, high: null } };
  }
}

function toldBy(item: Item, next: Item | undefined, assembly: Assembly): Told[] {
  const and: Told[] = startsWithAnd(item, assembly) ? [{ kind: 'and' }] : [];
  if (isKind(item, 'connective') && item.connective === 'and') return [{ kind: 'and' }];
  if (isMark(item, assembly, ',', '+', '&')) return [{ kind: 'and' }];
  if (isMark(item, assembly, '.', '!', ';')) return [{ kind: 'end' }];
  if (isKind(item, 'quantity')) {
    if (isOfThings(next)) return [...and, { kind: 'between' }];
    const range = rangeOf(item, assembly);
    return [...and, { kind: 'people', party: null, actor: null, attacking: false, range, number: true }];
  }
  if (isKind(item, 'casualties')) return [...and, casualtiesOf(item)];
  return [...and, tollOf(item, assembly) ?? peopleOf(item, assembly) ?? { kind: 'between' }];
}

const BODY = new Set(['body', 'جثه', 'جثته', 'جثتو', 'الجثه']);
/** "killed 1 man and left the body": it is his. */
const isBodyOfWhom = (item: Item, assembly: Assembly, told: readonly Told[]) =>
  isKind(item, 'toll') &&
  wordsOf(item, assembly).some((word) => BODY.has(word)) &&
  told.at(-1)?.kind !== 'people' &&
  told.some((one) => one.kind === 'toll' && one.measures.includes('killed'));

/** "قتيل واحد": one, and no other. */
function isOneAgain(item: Item, told: readonly Told[]): boolean {
  const last = told.at(-1);
  return isKind(item, 'quantity') && item.op === '=' && item.value === 1 && last?.kind === 'toll' && last.range?.low === 1;
}

const POSSESSIVES = new Set(['his', 'her', 'their', 'my', 'our']);
/** "a teacher and his son" are named together. */
const isPossessive = (item: Item, assembly: Assembly) =>
  item.kind === 'filler' && wordsOf(item, assembly).every((word) => POSSESSIVES.has(word));

/** A sentence's items as far as they tell of people. */
export function peopleTold(assembly: Assembly): Told[] {
  const { items } = assembly.sentence;
  const told: Told[] = [];
  items.forEach((item, at) => {
    if (isKind(item, 'quantity_suffix') && item.op === '>=') openAbove(told);
    else if (isOneAgain(item, told)) return;
    else if (isBodyOfWhom(item, assembly, told)) told.push({ kind: 'between' });
    else if (!isPossessive(item, assembly)) told.push(...toldBy(item, items[at + 1], assembly));
  });
  return told;
}
