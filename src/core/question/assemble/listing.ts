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
    const isNumbered = right === undefined && sentence.items[at + 1]?.kind === 'quantity';
    if (event || order.sure || isNumbered) return { order, event };
  }
  return undefined;
}

/** Newest or oldest first, and how many. */
export function assembleLatest(assembly: Assembly): void {
  const { question, said } = assembly;
  const bound = boundOrder(assembly);
  if (!bound) return;
  const number = numberBeside(assembly, bound.order);
  const isSeveral = isKind(bound.event, 'event') && bound.event.form === 'deeds';
  question.intent = 'latest';
  question.order = bound.order.order;
  question.limit = number?.value ?? (isSeveral ? null : 1);
  for (const item of [bound.order, number]) if (item) use(assembly, item);
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
