import type { FindingOf } from '../finding.ts';
import { type Assembly, open, use } from './assembly.ts';
import { numberBeside } from './breakdown.ts';
import { beyond, type Item, isKind } from './sentence.ts';
import { isDeed, isVerb, next } from './voice.ts';

const BEFORE_EVENT = new Set<Item['kind']>([
  'quantity',
  'actor',
  'evidence',
  'time_of_day',
  'filler',
  'means',
  'people',
  'auxiliary',
  'target_object',
  'casualties',
  'unknown',
  'country',
]);

interface Bound {
  order: FindingOf<'order'>;
  event: Item | undefined;
}

/** "last ISIS attack", الهجوم الأخير, "the latest"; "the last 5", of what was listed before. */
function boundOrder(assembly: Assembly): Bound | undefined {
  const { sentence } = assembly;
  for (const order of open(assembly, 'order')) {
    const at = sentence.items.indexOf(order);
    const right = sentence.items[beyond(sentence, at, 1, ({ kind }) => BEFORE_EVENT.has(kind))];
    const event = [right, sentence.items[at - 1]].find(isVerb);
    const isNumbered =
      (right === undefined || right.kind === 'patch' || right.kind === 'mark') && sentence.items[at + 1]?.kind === 'quantity';
    // "the 3 most recent ones"
    const isLimited = sentence.items[at - 1]?.kind === 'limit';
    if (event || order.sure || isNumbered || isLimited) return { order, event };
  }
  return undefined;
}

/** أول 5 هجمات: the earliest, where it is events that are listed. */
function assembleEarliest(assembly: Assembly): boolean {
  const { sentence, question, said } = assembly;
  const limit = open(assembly, 'limit').find(
    (one) =>
      one.first && isVerb(sentence.items[beyond(sentence, sentence.items.indexOf(one), 1, ({ kind }) => BEFORE_EVENT.has(kind))]),
  );
  if (!limit) return false;
  question.intent = 'latest';
  question.order = 'date_asc';
  question.limit = limit.limit;
  use(assembly, limit);
  for (const slot of ['intent', 'order', 'limit'] as const) said.add(slot);
  return true;
}

/** Newest or oldest first, and how many. */
export function assembleLatest(assembly: Assembly): void {
  const { question, said } = assembly;
  if (assembleEarliest(assembly)) return;
  const bound = boundOrder(assembly);
  if (!bound) return;
  const number = numberBeside(assembly, bound.order);
  const left = assembly.sentence.items[assembly.sentence.items.indexOf(bound.order) - 1];
  const limit = isKind(left, 'limit') ? left : null;
  const isSeveral = isKind(bound.event, 'event') && bound.event.form === 'deeds';
  question.intent = 'latest';
  question.order = bound.order.order;
  question.limit = limit?.limit ?? number?.value ?? (isSeveral ? null : 1);
  for (const item of [bound.order, number, limit]) if (item) use(assembly, item);
  for (const slot of ['intent', 'order', 'limit'] as const) said.add(slot);
}

/** "10 attacks": how many to list; one attack is no list. */
const isListed = ({ sentence }: Assembly, quantity: FindingOf<'quantity'>): boolean =>
  quantity.op === '=' &&
  quantity.value > 1 &&
  isDeed(next(sentence, sentence.items.indexOf(quantity), 1, 'filler', 'actor', 'evidence'));

/** Spelled-out orders, and how much to list. */
export function assembleListing(assembly: Assembly): void {
  const { question, said } = assembly;
  const [sort] = open(assembly, 'sort');
  if (sort) {
    question.order ??= sort.order;
    use(assembly, sort);
    said.add('order');
  }
  const [limit] = open(assembly, 'limit');
  const number = open(assembly, 'quantity').find((quantity) => isListed(assembly, quantity));
  const wanted = limit ?? number;
  if (!wanted || question.limit !== null) return;
  question.limit = isKind(wanted, 'limit') ? wanted.limit : wanted.value;
  use(assembly, wanted);
  said.add('limit');
}
