import type { Intent } from '../question.ts';
import { speaksOfOne } from './asked-unit.ts';
import { type Assembly, use } from './assembly.ts';
import { allOf, has, type Item, isKind, normOf, type Sentence } from './sentence.ts';

/** The first that the words ask for wins; mild words (show me) give way to all others. */
const RANK: readonly Intent[] = ['trend', 'count', 'summary', 'list'];
const CONTENT = new Set<Item['kind']>([
  'event',
  'toll',
  'place',
  'actor',
  'time',
  'casualties',
  'target_object',
  'evidence',
  'source',
  'means',
  'unit',
  'time_of_day',
  'radius',
  'country',
  'ref',
  'quantity',
  'superlative',
  'order',
  'grouping',
  'unknown',
  'unsupported',
]);
const NAMED = new Set<Item['kind']>(['place', 'event', 'toll', 'actor', 'evidence', 'source', 'target_object', 'unit']);
const WHAT_IS =
  /^(?:what|whats|what's|who|ما|ماهي|ماهو|ما هو|ما هي|شو|شو هو|شو هي|من هو|من هم|من هي|مين|مين هو|مين هي|مين هم|ايش)$/u;

const WHETHER = 'هل';

const contentOf = (sentence: Sentence) => sentence.items.filter((item) => CONTENT.has(item.kind));
const isOneEvent = (sentence: Sentence) =>
  sentence.items.some((item) => isKind(item, 'event') && item.form === 'deed') &&
  !sentence.items.some((item) => isKind(item, 'event') && item.form === 'deeds');

/** "what is an IED", "who is Liwa al-Quds", ما هو الكمين: one term and nothing else. */
function isDefinition(sentence: Sentence): boolean {
  const asker = sentence.items.find((item) => item.kind === 'asker' || item.kind === 'filler');
  const content = contentOf(sentence);
  const [only] = content;
  if (isKind(only, 'evidence') && isKind(asker, 'asker') && asker.asks === 'who') return false;
  if (!only || content.length !== 1 || !asker || !NAMED.has(only.kind) || !WHAT_IS.test(normOf(sentence, asker))) return false;
  if (sentence.items.some((item) => isKind(item, 'auxiliary') && item.auxiliary !== 'be')) return false;
  return !isKind(only, 'event') || only.form === 'deed' || only.tactics.length > 0;
}

function isHelp(sentence: Sentence): boolean {
  const asks = sentence.items.some((item) => isKind(item, 'intent') && item.intent === 'help');
  // "what does T4 mean", but not "what is the most used weapon"
  if (asks && has(sentence, 'superlative', 'limit')) return false;
  if (asks)
    return (
      !has(sentence, 'place', 'time', 'radius', 'ref') || (contentOf(sentence).length === 1 && !has(sentence, 'time', 'ref'))
    );
  return (
    isDefinition(sentence) ||
    (has(sentence, 'small_talk') && contentOf(sentence).length === 0 && !has(sentence, 'intent', 'patch'))
  );
}

/** What the words ask for, or null where they ask for nothing in particular. */
function intentAsked(assembly: Assembly): Intent | null {
  const { sentence, question, said } = assembly;
  const asked = allOf(sentence, 'intent').filter((item) => !assembly.used.has(item));
  for (const item of asked) use(assembly, item);
  const of = (strength: 'mild' | 'one' | undefined) =>
    new Set(asked.filter((item) => item.strength === strength).map((item) => item.intent));
  const [strong, mild, one] = [of(undefined), of('mild'), of('one')];
  if (isHelp(sentence)) return 'help';
  if (question.ref !== null || strong.has('lookup')) return 'lookup';
  const asksWho = !said.has('intent') && allOf(sentence, 'asker').some((asker) => asker.asks === 'who');
  if ((one.has('lookup') || asksWho) && isOneEvent(sentence)) return 'lookup';
  // "did ISIS claim the attack", هل الهجوم مؤكد
  const asksWhether =
    sentence.text.tokens[0]?.norm === WHETHER ||
    allOf(sentence, 'auxiliary').some(({ auxiliary }) => auxiliary === 'did' || auxiliary === 'be');
  if (asksWhether && has(sentence, 'evidence') && isOneEvent(sentence) && !strong.has('count')) return 'lookup';
  if (asksWho && !has(sentence, 'event') && speaksOfOne(sentence, sentence.items)) return 'lookup';
  if (said.has('intent')) return question.intent;
  if (question.group_by !== null && !strong.has('summary')) return 'trend';
  const first = RANK.find((intent) => strong.has(intent)) ?? null;
  const wantsNumber = question.casualties?.value === null;
  if (first === 'list' && wantsNumber) return 'count';
  if (first) return first;
  if (wantsNumber) return 'count';
  if (one.has('lookup')) return 'summary';
  return (['lookup', 'count', 'list'] as const).find((intent) => mild.has(intent)) ?? null;
}

const MEMBERS = /^(?:عناصر|عنصر|مقاتلي|مقاتلين|مسلحي|افراد) /u;
/** "how many fighters does ISIS have": people who are counted, and nothing that befell them. */
function reportUncountable({ sentence, reported }: Assembly): void {
  const count = allOf(sentence, 'intent').find(({ intent }) => intent === 'count');
  const counted = count && sentence.items[sentence.items.indexOf(count) + 1];
  // كم عدد عناصر داعش
  const isPeople = counted?.kind === 'people' || (isKind(counted, 'actor') && MEMBERS.test(normOf(sentence, counted)));
  if (!counted || !isPeople || has(sentence, 'event', 'toll', 'casualties', 'evidence', 'target_object')) return;
  if (!sentence.items.some((item) => isKind(item, 'auxiliary') && item.auxiliary !== 'did' && item.auxiliary !== 'be'))
    reported.add(counted);
}

/** What is wanted; a list where nothing is said. */
export function assembleIntent(assembly: Assembly): void {
  const { question, said } = assembly;
  reportUncountable(assembly);
  const intent = intentAsked(assembly);
  if (intent === null) return;
  question.intent = intent;
  said.add('intent');
  if (intent === 'trend' && question.group_by === null) {
    question.group_by = 'month';
    said.add('group_by');
  }
}
