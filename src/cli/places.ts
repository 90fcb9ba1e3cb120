import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { QuestionReader } from '../core/question/pipeline.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { withDalil } from './open.ts';
import { opened } from './opened.ts';

/** The names of the store's gazetteer, for as long as the work takes. */
const withNames = (surroundings: Surroundings, work: (names: QuestionReader) => Promise<number>): Promise<number> =>
  withDalil(surroundings, ({ core }) => work(core.reader));

interface Output {
  json: boolean;
}

/** One line for each line of the input, also where it names no place. */
async function resolve(
  lines: Iterable<string> | AsyncIterable<string>,
  { json }: Output,
  surroundings: Surroundings,
): Promise<number> {
  const { terminal, stop } = surroundings;
  return withNames(surroundings, async (names) => {
    for await (const text of lines) {
      if (stop.aborted) break;
      const matches = names.resolve(text).map(({ id: _, ...match }) => match);
      const line = json
        ? JSON.stringify({ text, matches })
        : [text, ...matches.map(({ name, name_ar, kind, score }) => `  ${name} · ${name_ar} · ${kind} · ${score}`)].join('\n');
      await writeOut(terminal.stdout, `${line}\n`, stop);
    }
    return 0;
  });
}

async function suggest(prefix: string, { json }: Output, surroundings: Surroundings): Promise<number> {
  return withNames(surroundings, async (names) => {
    const found = names.suggest(prefix).map(({ kind, name, nameAr, spelling, placeKind }) => {
      return { name, name_ar: nameAr, kind: placeKind ?? kind, spelling };
    });
    const lines = found.map(({ name, name_ar, kind }) => [name, name_ar ?? '', kind].filter(Boolean).join(' · '));
    await writeOut(surroundings.terminal.stdout, json ? `${JSON.stringify(found)}\n` : lines.map((line) => `${line}\n`).join(''));
    return 0;
  });
}

/** Read once they are asked for: readline drops the lines that come before. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

export const places = defineCliCommand({
  summary: 'find places by any spelling, or bring in more of them',
  usage: [
    'places resolve NAME [--json]',
    'places resolve --batch IN.txt [--json]',
    'places suggest PREFIX [--json]',
    'places import FILE',
  ],
  explain: {
    batch: 'a file with a name or sentence a line; - for stdin',
    json: 'one line of JSON for each line of the input: {text, matches: [{name, name_ar, kind, lat, lon, score}]}',
  },
  options: { batch: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run({ batch, json }, [what, ...words], surroundings) {
    const text = words.join(' ');
    if (what === 'suggest' && text !== '' && batch === undefined) return suggest(text, { json }, surroundings);
    if (what === 'import' && words.length === 1 && batch === undefined && !json) {
      const { importPlacesFile } = await import('./places-import.ts');
      return importPlacesFile(text, surroundings);
    }
    if (what === 'import') throw new WrongUse('places import takes one file: a GeoNames dump or an OCHA table');
    if (what !== 'resolve') throw new WrongUse('places takes "resolve", "suggest" or "import"');
    if ((text === '') === (batch === undefined)) throw new WrongUse('places resolve takes either a name or --batch');
    if (batch === undefined) return resolve([text], { json }, surroundings);
    const input = batch === '-' ? surroundings.terminal.stdin : await opened(createReadStream(batch), batch);
    return resolve(linesOf(input), { json }, surroundings);
  },
});
