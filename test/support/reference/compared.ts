import type { Question } from '../../../src/core/question/question.ts';

/** Of a comparison: the same question about each value alone, in the order asked. */
export function oneByOne(question: Question): { label: string; question: Question }[] {
  const { compare, actors } = question;
  if (!compare) return [];
  const alone = (label: string, i: number): Partial<Question> => {
    if (compare.by === 'place') return { places: question.places.filter((place) => place.name === label) };
    if (compare.by === 'period') return { time: compare.periods?.[i] ?? question.time };
    if (compare.by === 'tactic') return { tactics: question.tactics.filter((tactic) => tactic === label) };
    if (compare.by === 'perpetrator' || compare.by === 'target') return { actors: { ...actors, [compare.by]: [label] } };
    const roles = (['perpetrator', 'target', 'any'] as const).filter((role) => actors[role].includes(label));
    if (roles.length === 0) return { actors: { ...actors, any: [...actors.any, label] } };
    return { actors: { ...actors, ...Object.fromEntries(roles.map((role) => [role, [label]])) } };
  };
  return compare.values.map((label, i) => ({ label, question: { ...question, ...alone(label, i), compare: null } }));
}
