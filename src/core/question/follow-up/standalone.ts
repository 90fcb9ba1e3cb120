import type { Assembly, Slot } from '../assemble/assembly.ts';
import { has } from '../assemble/sentence.ts';
import { isActive } from '../assemble/voice.ts';
import type { Intent, Question } from '../question.ts';
import { ROLES } from './slots.ts';

const ASKS_BY_ITSELF: readonly Intent[] = ['summary', 'compare', 'help', 'lookup'];

/** What, beside what happened and when, makes a question whole: where, who, or what it ranks by. */
const WHOLE: readonly Slot[] = ['places', 'country', ...ROLES, 'order', 'compare', 'group_by', 'target_objects'];

/** A question of its own: it names what happened, when, and where or who. */
export function isComplete({ said, sentence, patches, question }: Assembly): boolean {
  if (patches.size > 0) return false;
  const saysWhat = has(sentence, 'event', 'toll') || question.casualties !== null || ASKS_BY_ITSELF.includes(question.intent);
  return saysWhat && said.has('time') && WHOLE.some((slot) => said.has(slot));
}

/** Nothing of the question before is meant. */
export const isStandalone = (assembly: Assembly): boolean =>
  assembly.question.unanswerable || assembly.question.intent === 'help' || assembly.question.ref !== null || isComplete(assembly);

const THEY = new Set(
  'they them their its he his التنظيم هم هجماته هجماتهم هجماتها عملياته عملياتهم عملياتها نشاطه نشاطهم نشاطها عناصره عناصرها'.split(
    ' ',
  ),
);

/** "they", التنظيم, "did it carry out": somebody who was named before. */
const speaksOfSomebody = ({ sentence: { text, items } }: Assembly): boolean =>
  text.tokens.some(({ norm }, at) => {
    if (norm !== 'it') return THEY.has(norm);
    const next = items.find((item) => item.start === at + 1);
    return isActive(next) || (next?.kind === 'auxiliary' && next.auxiliary === 'agent');
  });

/** A complete question keeps nothing but the one that it calls "they". Returns what it kept. */
export function keepActors(assembly: Assembly, previous: Question): Slot[] {
  const { question, said } = assembly;
  if (!isComplete(assembly) || !speaksOfSomebody(assembly) || ROLES.some((role) => said.has(role))) return [];
  const before = ROLES.filter((role) => previous.actors[role].length > 0);
  for (const role of before) question.actors[role] = [...previous.actors[role]];
  return before;
}
