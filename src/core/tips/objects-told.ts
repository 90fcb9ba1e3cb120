import type { TargetObject } from '../../db/schema/vocabulary.ts';
import type { Assembly } from '../question/assemble/assembly.ts';
import { has, isKind } from '../question/assemble/sentence.ts';
import { fold } from '../question/text.ts';

const words = (list: string) => new Set(list.split(' ').map(fold));
/** Before a thing: it is where something happened, or where somebody was taken, and was not hit. */
const WHERE = words(
  'near by at to toward towards from behind beside between along through past around outside before after off قرب جنب حد عند بجانب خلف ورا وراء امام قدام صوب باتجاه نحو من الى لل مقابل قبال بين خارج برا بقرب',
);
/** Also for what stays where it is: a mine in a car hits it, one in a market does not. */
const IN = words('in inside في داخل جوا ضمن');
const MOVING = new Set<TargetObject>(['vehicle', 'bus', 'convoy', 'patrol', 'oil_tanker', 'livestock', 'checkpoint', 'outpost']);
/** Also for what people travel on: "an attack on the convoy" hits it, one "on the road" does not. */
const ON = words('on over across على ع فوق عا');
const TRAVELLED_ON = new Set<TargetObject>(['road', 'bridge']);
/** Stand between the two. */
const ARTICLES = words('the a an this that their our his her same main هذا هاد هي نفس');
/** Attached to the thing itself: بالمشفى, للمشفى. */
const ATTACHED = /^[وف]?[بل]/u;

/** What was hit, of the things that are named: not where it happened, nor what was only seen. */
export function objectsTold({ question, sentence }: Assembly): TargetObject[] {
  if (!has(sentence, 'event', 'toll', 'casualties')) return [];
  const { tokens } = sentence.text;
  const hit = sentence.items.flatMap((item) => {
    if (!isKind(item, 'target_object')) return [];
    let at = item.start - 1;
    while (ARTICLES.has(tokens[at]?.norm ?? '')) at--;
    const before = tokens[at]?.norm ?? '';
    const first = tokens[item.start];
    const isAttached = first?.script === 'arabic' && ATTACHED.test(item.prefix ?? '');
    const isIn = !MOVING.has(item.object) && (isAttached || IN.has(before));
    const isOn = TRAVELLED_ON.has(item.object) && ON.has(before);
    return isIn || isOn || WHERE.has(before) ? [] : [item.object];
  });
  return question.target_objects.filter((object) => hit.includes(object));
}
