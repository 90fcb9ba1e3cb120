import { type ActorGroup, actorGroups } from './actor-groups.ts';
import { whoAsked } from './asked-unit.ts';
import { type Assembly, addOnce, type Role } from './assembly.ts';
import { roleOnLeft } from './role-on-left.ts';
import { roleOnRight } from './role-on-right.ts';
import { allOf, beyond, type Item, isKind, type Sentence } from './sentence.ts';
import { isActive, isVerb, look, speaksPassively } from './voice.ts';

const isVictims = ({ actors }: ActorGroup) => actors.every(({ kind }) => kind === 'victims');

/** "the heaviest losses of the SAA", أكبر خسائر للجيش */
function isRankedByLosses(sentence: Sentence, { from }: ActorGroup): boolean {
  const left = sentence.items[beyond(sentence, from, -1, ({ kind }) => kind === 'filler' || kind === 'connective')];
  return isKind(left, 'superlative') && left.measure === 'killed_or_wounded';
}

/** A bare past tense ("militias attacked in Homs") is the passive, except for those whom everybody asks about as attackers. */
function guess(sentence: Sentence, group: ActorGroup): Role {
  if (isVictims(group)) return 'target';
  if (group.actors.every(({ party }) => party === 'isis')) return 'perpetrator';
  if (speaksPassively(sentence) || isRankedByLosses(sentence, group)) return 'target';
  const beside = [look(sentence, group.to, 1).item, look(sentence, group.from, -1).item];
  return beside.some((item) => isVerb(item) && item.form === 'past') ? 'target' : 'any';
}

const AFTER_ATTACKER = new Set<Item['kind']>(['filler', 'people', 'quantity', 'event', 'target_object']);

/** "ISIS hit the SDF", هاجم داعش الجيش: who stands after the attacker was attacked. */
const followsAttacker = ({ items }: Sentence, { from }: ActorGroup, attacker: ActorGroup | undefined): boolean =>
  attacker !== undefined && items.slice(attacker.to + 1, from).every((item) => AFTER_ATTACKER.has(item.kind) || isActive(item));

/** كم قتلت قسد من داعش: right after the attacker. */
const isOfThem = ({ items }: Sentence, { from }: ActorGroup, attacker: ActorGroup | undefined): boolean =>
  attacker !== undefined &&
  items
    .slice(attacker.to + 1, from)
    .every(
      (item) => item.kind === 'filler' || item.kind === 'people' || (isKind(item, 'connective') && item.connective === 'from'),
    ) &&
  from > attacker.to + 1;

/** "who killed more civilians, ISIS or the SAA": those to choose from are those whom "who" asks for. */
function roleOfChoices(sentence: Sentence, group: ActorGroup): Role | null {
  const who = allOf(sentence, 'asker').find(({ asks }) => asks === 'who');
  const isChoice =
    group.actors.length > 1 &&
    !isVictims(group) &&
    allOf(sentence, 'superlative').some((one) => one.comparative || sentence.text.tokens[one.start]?.script === 'arabic');
  if (!who || !isChoice) return null;
  return sentence.items.slice(group.from, group.to).some((item) => isKind(item, 'connective') && item.connective !== 'and')
    ? whoAsked(sentence, who)
    : null;
}

/** وقسد كم خسرت: it suffered, and nobody else is named. */
const suffers = (sentence: Sentence, { from, to }: ActorGroup): boolean =>
  allOf(sentence, 'auxiliary').some(({ auxiliary }) => auxiliary === 'patient') &&
  allOf(sentence, 'actor').every((item) => sentence.items.indexOf(item) >= from && sentence.items.indexOf(item) <= to);

/** By the words on the left, else as the attacker's victim, else by the words on the right. */
function roleTold(sentence: Sentence, group: ActorGroup, attacker: ActorGroup | undefined): Role | null {
  const chosen = roleOfChoices(sentence, group);
  if (chosen) return chosen;
  if (isOfThem(sentence, group, attacker)) return 'target';
  const left = roleOnLeft(sentence, group);
  if (left) return left;
  if (followsAttacker(sentence, group, attacker)) return 'target';
  return roleOnRight(sentence, group) ?? (suffers(sentence, group) ? 'target' : null);
}

/** Who did it and who suffered it, for every actor that was named. */
export function assembleActors(assembly: Assembly): void {
  const { sentence, question, guessed } = assembly;
  let attacker: ActorGroup | undefined;
  for (const group of actorGroups(assembly)) {
    const isClash = group.actors.length > 1 && question.tactics.includes('clash');
    const told = isClash ? 'any' : roleTold(sentence, group, attacker);
    const role = isVictims(group) && told !== 'any' ? 'target' : (told ?? guess(sentence, group));
    if (role === 'perpetrator') attacker = group;
    assembly.said.add(role);
    for (const { name } of group.actors) {
      addOnce(question.actors[role], name);
      if (told === null && !isVictims(group)) guessed.set(name, role);
    }
  }
  for (const [actor, role] of guessed) assembly.assumptions.push({ kind: 'role', actor, role });
}
