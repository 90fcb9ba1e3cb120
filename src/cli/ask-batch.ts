import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { askOnce } from '../core/ask.ts';
import type { Core } from '../core/core.ts';
import { compactText } from '../core/reply/reply-text.ts';
import { writeOut } from '../write-out.ts';
import type { Surroundings } from './cli-command.ts';
import { inOrder } from './in-order.ts';
import { withDalil } from './open.ts';
import { opened } from './opened.ts';

interface Batch {
  /** A path, or `-` for stdin and stdout. */
  from: string;
  to: string;
  /** For rows that do not say their day. */
  today: string;
  asOf: string | null;
}

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  now: z.iso.date().optional(),
  text: z.string(),
  previous: z.array(z.string()).default([]),
});
type Row = z.infer<typeof rowSchema>;

interface Line {
  number: number;
  row: Row | null;
  id: Row['id'] | null;
  /** What is wrong with the line, where something is. */
  problem: string;
}

const idSchema = z.object({ id: rowSchema.shape.id });

function readLine(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { number, row: null, id: null, problem: 'this line is not JSON' };
  }
  const read = rowSchema.safeParse(value);
  if (read.success) return { number, row: read.data, id: read.data.id, problem: '' };
  const problem = read.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ');
  return { number, row: null, id: idSchema.safeParse(value).data?.id ?? null, problem };
}

async function* readLines(input: Readable, stop: AbortSignal): AsyncGenerator<Line> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  stop.addEventListener('abort', () => lines.close());
  let number = 0;
  for await (const text of lines) {
    if (stop.aborted) return;
    number++;
    if (text.trim() !== '') yield readLine(text.replace(/^\ufeff/u, ''), number);
  }
}

async function answerRow(core: Core, { row, id, problem }: Line, { today, asOf }: Batch) {
  if (!row) return { id, question: null, answer: { kind: 'not_understood', problem }, text: problem };
  const now = row.now ?? today;
  const { question, answer, reply } = await askOnce(core, { text: row.text, today: now, asOf, turns: row.previous });
  return { id, question, answer, text: compactText(reply) };
}

/** While one question waits for the store, the next is read. */
const AT_ONCE = 4;

/** Answers a file of questions, row by row, in order. Resolves to 1 when one of them failed or the file could not be written. */
export async function askBatch(batch: Batch, surroundings: Surroundings): Promise<number> {
  const { terminal, stop } = surroundings;
  const input = batch.from === '-' ? terminal.stdin : await opened(createReadStream(batch.from), batch.from);
  const output = batch.to === '-' ? terminal.stdout : await opened(createWriteStream(batch.to), batch.to);
  let failed = 0;
  await withDalil(surroundings, async ({ core }) => {
    const answerLine = async (line: Line) => {
      if (!line.row) terminal.stderr.write(`line ${line.number}: ${line.problem}\n`);
      return answerRow(core, line, batch);
    };
    for await (const row of inOrder(readLines(input, stop), AT_ONCE, answerLine)) {
      if (row.answer.kind === 'failed') failed++;
      await writeOut(output, `${JSON.stringify(row)}\n`, stop);
    }
  });
  if (output !== terminal.stdout) {
    output.end();
    await once(output, 'finish');
  }
  return failed > 0 ? 1 : 0;
}
