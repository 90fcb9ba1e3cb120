import { askOnce } from '../src/core/ask.ts';
import type { Core } from '../src/core/core.ts';
import { compactText } from '../src/core/reply/reply-text.ts';
import { type Times, timed, times } from './figures.ts';
import { ASKED_ON, QUESTIONS } from './questions.ts';

const WARM_UP = 3;
const ROUNDS = 20;

/** Text in, rendered answer out, one at a time, after warm-up. */
export async function benchAnswering(core: Core): Promise<Times> {
  const ask = async (text: string) => {
    const { answer, reply } = await askOnce(core, { text, today: ASKED_ON, asOf: null, turns: [] });
    if (answer.kind === 'failed') throw new Error('a question of the benchmark failed');
    return compactText(reply);
  };
  const all: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const question of QUESTIONS) {
      const ms = await timed(() => ask(question));
      if (round >= WARM_UP) all.push(ms);
    }
  }
  return times(all);
}

const READING_MS = 3000;

/** Understanding alone: questions a second on one core after warm-up, and how long each takes. */
export function benchReading(core: Core): { per_second: number; ms: Times } {
  const read = (text: string) => core.reader.read(text, { now: ASKED_ON, previous: null });
  for (let i = 0; i < 50; i++) for (const question of QUESTIONS) read(question);
  const all: number[] = [];
  const begun = performance.now();
  while (performance.now() - begun < READING_MS) {
    for (const question of QUESTIONS) {
      const from = performance.now();
      read(question);
      all.push(performance.now() - from);
    }
  }
  return { per_second: Math.round((all.length * 1000) / (performance.now() - begun)), ms: times(all) };
}
