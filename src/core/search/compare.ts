import type { Question } from '../question/question.ts';

/** One question for each value that is compared, in the order asked: the same question about that value alone. */
export function comparedQuestions(question: Question): { label: string; question: Question }[] {
  const { compare } = question;
  if (!compare) return [];
  return compare.values.map((label, i) => ({ label, question: { ...ONE[compare.by](question, label, i), compare: null } }));
}

const ONE = {
  place: (question, name) => ({ ...question, places: question.places.filter((place) => place.name === name) }),
  period: (question, _, i) => ({ ...question, time: question.compare?.periods?.[i] ?? question.time }),
  perpetrator: (question, name) => ({ ...question, actors: { ...question.actors, perpetrator: [name] } }),
  target: (question, name) => ({ ...question, actors: { ...question.actors, target: [name] } }),
  actor: (question, name) => ({ ...question, actors: onlyActor(question.actors, name) }),
  tactic: (question, name) => ({ ...question, tactics: question.tactics.filter((tactic) => tactic === name) }),
} satisfies Record<NonNullable<Question['compare']>['by'], (question: Question, value: string, i: number) => Question>;

/** Where the name stands in a role, that role keeps it alone; an actor without a role is anybody's part. */
function onlyActor(actors: Question['actors'], name: string): Question['actors'] {
  const alone = (names: string[]) => (names.includes(name) ? [name] : names);
  const placed = [actors.perpetrator, actors.target, actors.any].some((names) => names.includes(name));
  return placed
    ? { perpetrator: alone(actors.perpetrator), target: alone(actors.target), any: alone(actors.any) }
    : { ...actors, any: [...actors.any, name] };
}
