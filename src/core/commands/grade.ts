import { EVIDENCE, type Evidence } from '../../db/schema/vocabulary.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';
import { ANSWER, answerAgain, shownAnswer } from './shown-answer.ts';

/** Discounted records never count, so they cannot be asked for. */
const GRADES = EVIDENCE.filter((grade) => grade !== 'discounted');
const isGrade = (word: string): word is Evidence => GRADES.some((grade) => grade === word);

function readGrades(said: string): Evidence[] {
  const words = said
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  const wrong = words.find((word) => !isGrade(word));
  if (wrong !== undefined) {
    throw new UserError('not-a-choice', { command: 'grade', option: 'grades', said: wrong, choices: GRADES.join(', ') });
  }
  return words.filter(isGrade);
}

/** "Only confirmed" and the like. */
export const grade = defineCommand({
  name: 'grade',
  options: { grades: { kind: 'text', required: true }, answer: ANSWER },
  access: ROLES,
  async run(core, { answer, grades }, invocation, context) {
    const shown = await shownAnswer(core, answer, invocation, context);
    return answerAgain(core, shown, { question: { grades: readGrades(grades) } }, invocation, context);
  },
});
