import { text as readAll } from 'node:stream/consumers';
import { damascusDay } from '../core/damascus-day.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { readDay } from './days.ts';
import { withDalil } from './open.ts';

export const ask = defineCliCommand({
  summary: 'answer one question, or a file of them',
  usage: ['ask TEXT [--now DAY] [--as-of DAY] [--json]', 'ask --batch IN.jsonl [--out OUT.jsonl] [--now DAY] [--as-of DAY]'],
  explain: {
    now: 'the day on which it is asked, such as 2023-05-02; today if not said',
    'as-of': 'answer from what the store said at the end of that day',
    json: 'print {question, answer, text, assumptions} as JSON',
    batch: 'a file of rows {id, now, text, previous?}, one JSON object a line; - for stdin',
    out: 'where the rows {id, question, answer, text} go, in order; stdout if not said',
  },
  options: {
    now: { type: 'string' },
    'as-of': { type: 'string' },
    json: { type: 'boolean', default: false },
    batch: { type: 'string' },
    out: { type: 'string' },
  },
  async run(values, words, surroundings) {
    const asked = {
      today: readDay('now', values.now) ?? damascusDay(surroundings.clock()),
      asOf: readDay('as-of', values['as-of']),
    };
    if (values.batch === undefined) {
      if (values.out !== undefined) throw new WrongUse('--out goes with --batch');
      return askOne(await readText(words, surroundings), { ...asked, json: values.json }, surroundings);
    }
    if (words.length > 0) throw new WrongUse('either TEXT or --batch, not both');
    const { askBatch } = await import('./ask-batch.ts');
    return askBatch({ from: values.batch, to: values.out ?? '-', ...asked }, surroundings);
  },
});

async function readText(words: string[], { terminal }: Surroundings): Promise<string> {
  if (words.length > 0) return words.join(' ');
  if (terminal.stdin.isTTY) throw new WrongUse('no question: dalil ask "attacks near Sukhnah in April"');
  return readAll(terminal.stdin);
}

interface One {
  today: string;
  asOf: string | null;
  json: boolean;
}

async function askOne(text: string, { today, asOf, json }: One, surroundings: Surroundings): Promise<number> {
  const { stdout } = surroundings.terminal;
  return withDalil(surroundings, async ({ core }) => {
    const { askOnce } = await import('../core/ask.ts');
    const { compactText, renderText } = await import('../core/reply/reply-text.ts');
    const said = await askOnce(core, { text, today, asOf, turns: [] });
    if (json) {
      const { question, answer, reply, assumptions } = said;
      await writeOut(stdout, `${JSON.stringify({ question, answer, text: compactText(reply), assumptions })}\n`);
    } else {
      const width = stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY;
      const colour = Boolean(stdout.isTTY) && surroundings.config.colour;
      await writeOut(stdout, `${renderText(said.reply, { width, colour, actions: 'hide' })}\n`);
    }
    return said.answer.kind === 'failed' ? 1 : 0;
  });
}
