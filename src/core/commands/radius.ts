import { defineCommand, ROLES } from './command.ts';
import { ANSWER, answerAgain, shownAnswer } from './shown-answer.ts';

/** Beyond, a circle covers all that the store is about. */
const LARGEST_KM = 1000;

export const radius = defineCommand({
  name: 'radius',
  options: { km: { kind: 'integer', min: 1, max: LARGEST_KM, required: true }, answer: ANSWER },
  access: ROLES,
  async run(core, { answer, km }, invocation, context) {
    const shown = await shownAnswer(core, answer, invocation, context);
    return answerAgain(core, shown, { question: { near_km: km }, without: 'radius' }, invocation, context);
  },
});
