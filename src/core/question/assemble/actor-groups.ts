import type { Actor } from '../../gazetteer/gazetteer.ts';
import type { FindingOf } from '../finding.ts';
import { type Assembly, open, use } from './assembly.ts';
import { allOf, attached, type Item, isKind, joins, type Sentence, wordsOf } from './sentence.ts';

/** Actors named side by side: they play one role. `from` and `to` are indices of the first and last item. */
export interface ActorGroup {
  from: number;
  to: number;
  actors: Actor[];
}

/** "soldiers", "the army" beside another actor only say what its people are. */
const UNQUALIFIED_WITHIN = 1;

const between = ({ items }: Sentence, from: number, to: number) => items.slice(from + 1, to);
/** "on the SAA compared to the SDF" */
const isSetBeside = (item: Item) => isKind(item, 'connective') && item.connective === 'than';
const isTie = (sentence: Sentence, item: Item) =>
  joins(sentence, item) || isSetBeside(item) || item.kind === 'filler' || item.kind === 'people' || item.kind === 'unit';

const isUnqualified = (sentence: Sentence, item: FindingOf<'actor'>) => {
  const said = wordsOf(sentence, item);
  return item.assumptions.some((a) => a.kind === 'actor_meaning' && a.said === said);
};

/** "SDF soldiers": the second name adds nothing. */
function isSamePeople(sentence: Sentence, before: FindingOf<'actor'>, item: FindingOf<'actor'>): boolean {
  const gap = between(sentence, sentence.items.indexOf(before), sentence.items.indexOf(item));
  return (
    isUnqualified(sentence, item) &&
    gap.length <= UNQUALIFIED_WITHIN &&
    gap.every((one) => one.kind === 'people' || one.kind === 'filler') &&
    !attached(sentence, item).includes('و')
  );
}

const TELLS_WHOSE = new Set(['of', 'from']);

/** "soldiers of the 17th Division", جنود من قسد: whose soldiers they are is said right after. */
function isOfWhom(sentence: Sentence, item: FindingOf<'actor'>, next: FindingOf<'actor'> | undefined): boolean {
  if (!next || !isUnqualified(sentence, item)) return false;
  // "the army of the regime"
  const [own, other] = [item.candidates[0]?.entity, next.candidates[0]?.entity];
  if (isUnqualified(sentence, next) && own !== other) return false;
  // كم قتل الجيش من داعش
  if (other?.party === 'isis') return false;
  const gap = between(sentence, sentence.items.indexOf(item), sentence.items.indexOf(next));
  return (
    gap.some((one) => isKind(one, 'connective') && TELLS_WHOSE.has(one.connective)) &&
    gap.every((one) => one.kind === 'filler' || one.kind === 'people' || isKind(one, 'connective'))
  );
}

/** "who killed more civilians, ISIS or the SAA" */
const isChosen = (sentence: Sentence) =>
  allOf(sentence, 'asker').some(({ asks }) => asks === 'who') &&
  allOf(sentence, 'superlative').some(({ comparative }) => comparative);

export function actorGroups(assembly: Assembly): ActorGroup[] {
  const { sentence } = assembly;
  const groups: ActorGroup[] = [];
  let before: FindingOf<'actor'> | null = null;
  /** Where "the army of" began. */
  let began: number | null = null;
  const actors = open(assembly, 'actor');
  for (const [i, item] of actors.entries()) {
    const actor = item.candidates[0]?.entity;
    if (!actor) continue;
    const at = sentence.items.indexOf(item);
    if (isOfWhom(sentence, item, actors[i + 1])) {
      assembly.used.add(item);
      began ??= at;
      continue;
    }
    const from = began ?? at;
    began = null;
    const last = groups.at(-1);
    if (before && last && isSamePeople(sentence, before, item)) {
      assembly.used.add(item);
      last.to = at;
      continue;
    }
    use(assembly, item);
    const isOther = last?.actors.every(({ kind }) => kind === 'victims') !== (actor.kind === 'victims');
    const gap = last && !(isOther && isChosen(sentence)) ? between(sentence, last.to, from) : [];
    const isJoined =
      last &&
      gap.every((one) => isTie(sentence, one)) &&
      (gap.some((one) => joins(sentence, one) || isSetBeside(one)) || attached(sentence, item).includes('و'));
    if (last && isJoined) {
      last.to = at;
      if (!last.actors.includes(actor)) last.actors.push(actor);
    } else groups.push({ from, to: at, actors: [actor] });
    before = item;
  }
  return groups;
}
