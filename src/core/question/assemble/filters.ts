import type { Actor } from '../../gazetteer/gazetteer.ts';
import { type Assembly, addOnce, open, use } from './assembly.ts';
import { allOf, attached, beyond, type Item, isKind, joins, type Sentence } from './sentence.ts';

/** Slots that hold each word as it is: objects, means, time of day, sources, pictures, refs. */
export function assembleFilters(assembly: Assembly): void {
  const { question, said, sentence } = assembly;
  for (const item of open(assembly, 'target_object')) {
    addOnce(question.target_objects, item.object);
    said.add('target_objects');
    use(assembly, item);
  }
  for (const item of open(assembly, 'means')) {
    addOnce(question.means, item.means);
    said.add('means');
    use(assembly, item);
  }
  for (const item of open(assembly, 'time_of_day')) {
    if (question.time_of_day !== null && question.time_of_day !== item.part) continue;
    question.time_of_day = item.part;
    said.add('time_of_day');
    use(assembly, item);
  }
  for (const item of open(assembly, 'source')) {
    const source = item.candidates[0]?.entity;
    if (source) addOnce(question.sources, source.name);
    said.add('sources');
    use(assembly, item);
  }
  for (const item of open(assembly, 'display')) {
    question.display = item.display;
    said.add('display');
    use(assembly, item);
  }
  for (const item of open(assembly, 'as_of')) {
    question.as_of = item.day;
    said.add('as_of');
    use(assembly, item);
  }
  for (const item of open(assembly, 'ref')) {
    if (question.ref !== null) continue;
    question.ref = item.ref;
    said.add('ref');
    use(assembly, item);
  }
  for (const item of allOf(sentence, 'patch')) {
    assembly.patches.add(item.patch);
    use(assembly, item);
  }
}

/** Whose "strikes" and "bombing" come from the air. */
const FROM_THE_AIR = new Set(['Russia', 'US-led Coalition', 'Turkey', 'Israel', 'Jordan']);
const STRIKE = /^(?:air )?(?:strikes?|bombing|bombings|bombed|ضربات|ضربه)$/u;

function fromTheAir(assembly: Assembly, item: Item, actors: readonly Actor[]): boolean {
  const words = assembly.sentence.text.tokens.slice(item.start, item.end).map((t) => t.forms.at(-1)?.norm ?? t.norm);
  return STRIKE.test(words.join(' ')) && actors.some((actor) => FROM_THE_AIR.has(actor.name));
}

/** A drone strike is one by drone and no airstrike; a car bomb beside "suicide" stays both words' own. */
const SWALLOWED: Partial<Record<string, readonly string[]>> = {
  drone: ['airstrike', 'shelling'],
  landmine: ['ied'],
  vbied: ['ied'],
};
const NEIGHBOURS = 2;

/** Tactics and whether "attacks" or "incidents" were spoken of. */
export function assembleEvents(assembly: Assembly): void {
  const { question, said, sentence } = assembly;
  const events = open(assembly, 'event');
  const actors = allOf(sentence, 'actor').flatMap((item) => item.candidates[0]?.entity ?? []);
  for (const item of events) {
    use(assembly, item);
    const swallowed = events.some(
      (other) =>
        other !== item &&
        isBeside(sentence, other, item) &&
        other.tactics.some((t) => item.tactics.some((own) => SWALLOWED[t]?.includes(own))),
    );
    if (swallowed) continue;
    const tactics = fromTheAir(assembly, item, actors) ? (['airstrike'] as const) : item.tactics;
    if (tactics[0] === 'airstrike' && item.tactics[0] !== 'airstrike') {
      assembly.assumptions.push({
        kind: 'tactic_meaning',
        said: sentence.text.raw.slice(sentence.text.tokens[item.start]?.start, sentence.text.tokens[item.end - 1]?.end),
        tactic: 'airstrike',
      });
    }
    for (const tactic of tactics) addOnce(question.tactics, tactic);
  }
  if (question.tactics.length > 0) said.add('tactics');
  const general = events.filter((item) => item.tactics.length === 0);
  const speaksOfAttacks = general.some((item) => item.subject === 'attacks');
  question.subject = speaksOfAttacks ? 'attacks' : 'incidents';
  if (general.length > 0) said.add('subject');
}

/** Neighbours that no "and" sets side by side: "drone airstrike", "mine explosion". */
function isBeside(sentence: Sentence, a: Item, b: Item): boolean {
  const [first, second] = [sentence.items.indexOf(a), sentence.items.indexOf(b)].sort((x, y) => x - y);
  const gap = sentence.items.slice((first ?? 0) + 1, second);
  return (
    gap.length < NEIGHBOURS &&
    !gap.some((item) => joins(sentence, item)) &&
    !attached(sentence, sentence.items[second ?? 0]).includes('و')
  );
}

/** "last 5 attacks", آخر هجوم: newest or oldest first, and how many. */
export function assembleLatest(assembly: Assembly): void {
  const { sentence, question, said } = assembly;
  const bound = open(assembly, 'order').flatMap((order) => {
    const at = sentence.items.indexOf(order);
    const through = (item: Item) => ORDER_THROUGH.has(item.kind);
    const right = sentence.items[beyond(sentence, at, 1, through)];
    const left = sentence.items[at - 1];
    const event = [right, left].find((item) => isKind(item, 'event') || isKind(item, 'toll'));
    // "the last 5": of what was listed before
    const isNumbered = isKind(sentence.items[at + 1], 'quantity') && right === undefined;
    return event || order.sure || isNumbered ? [{ order, event, at }] : [];
  })[0];
  if (!bound) return;
  const { order, event, at } = bound;
  const number = [at + 1, at - 1]
    .map((i) => sentence.items[i])
    .find((item) => isKind(item, 'quantity') && item.op === '=' && item.value > 0 && !assembly.used.has(item));
  question.intent = 'latest';
  question.order = order.order;
  question.limit = isKind(number, 'quantity') ? number.value : isKind(event, 'event') && event.form === 'deeds' ? null : 1;
  use(assembly, order);
  if (number) use(assembly, number);
  for (const slot of ['intent', 'order', 'limit'] as const) said.add(slot);
}
const ORDER_THROUGH = new Set<Item['kind']>([
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

/** Spelled-out orders, and numbers of what to list: "10 attacks", "newest first". */
export function assembleListing(assembly: Assembly): void {
  const { sentence, question, said } = assembly;
  const sort = open(assembly, 'sort')[0];
  if (sort) {
    question.order ??= sort.order;
    said.add('order');
    use(assembly, sort);
  }
  const limit = open(assembly, 'limit')[0];
  if (limit && question.limit === null) {
    question.limit = limit.limit;
    said.add('limit');
    use(assembly, limit);
  }
  for (const quantity of open(assembly, 'quantity')) {
    const next =
      sentence.items[
        beyond(sentence, sentence.items.indexOf(quantity), 1, (item) => ['filler', 'actor', 'evidence'].includes(item.kind))
      ];
    if (
      quantity.op === '=' &&
      quantity.value > 1 &&
      question.limit === null &&
      isKind(next, 'event') &&
      (next.form === 'deeds' || next.form === 'deed')
    ) {
      question.limit = quantity.value;
      said.add('limit');
      use(assembly, quantity);
    }
  }
}
