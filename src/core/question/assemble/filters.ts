import { type Assembly, addOnce, open, use } from './assembly.ts';
import { isRoad } from './place-mentions.ts';
import { allOf, beyond, type Item, isKind, normOf, type Sentence } from './sentence.ts';

/** One road is where something happened, and several may be what was hit: "on the road near Palmyra", "attacks on roads". */
const SEVERAL_ROADS = /s$|^(?:ال)?(?:طرق|طرقات)$/u;
function isOnARoad(sentence: Sentence, item: Item): boolean {
  if (!isRoad(item) || SEVERAL_ROADS.test(normOf(sentence, item))) return false;
  const left = sentence.items[beyond(sentence, sentence.items.indexOf(item), -1, ({ kind }) => kind === 'filler')];
  return isKind(left, 'connective') && left.connective === 'on';
}

/** Slots that hold each word as it is: objects, means, time of day, sources, pictures, refs. */
export function assembleFilters(assembly: Assembly): void {
  const { question, said, sentence } = assembly;
  for (const item of open(assembly, 'target_object')) {
    if (isOnARoad(sentence, item)) {
      assembly.reported.add(item);
      continue;
    }
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
