import { writeOut } from '../write-out.ts';
import { defineCliCommand, WrongUse } from './cli-command.ts';

/** Nobody has waited for a larger one. */
const LARGEST = 10_000_000;

export const bench = defineCliCommand({
  summary: 'measure start, understanding and answering on this machine',
  usage: ['bench [--json] [--telegram] [--processes] [--size N [--stores DIR] [--peers DIR]]'],
  explain: {
    json: 'one line of JSON instead of a readable table',
    telegram: 'also sixteen askers over Telegram’s wire; takes minutes on a busy machine',
    processes: 'also one, two and four processes on one database; a minute and a half',
    worker: 'one of these processes; started by --processes',
    size: 'also a question mix on N made-up incidents, beside SQL by hand; a million take some ten minutes',
    stores: 'keep the made-up stores in DIR for the next run',
    peers: 'where DuckDB and Orama are installed, to be asked the same',
  },
  options: {
    json: { type: 'boolean', default: false },
    telegram: { type: 'boolean', default: false },
    processes: { type: 'boolean', default: false },
    worker: { type: 'string' },
    size: { type: 'string' },
    stores: { type: 'string' },
    peers: { type: 'string' },
  },
  async run({ json, telegram, processes, worker, size, stores, peers }, words, { terminal, config, stop }) {
    if (words.length > 0) throw new WrongUse('bench takes no words');
    if (worker !== undefined) {
      const { answerUntilStopped } = await import('../../bench/processes/worker.ts');
      await answerUntilStopped(config, worker, stop);
      return 0;
    }
    const incidents = size === undefined ? null : Number(size);
    if (incidents !== null && !(Number.isInteger(incidents) && incidents > 0 && incidents <= LARGEST)) {
      throw new WrongUse(`--size is a whole number up to ${LARGEST}`);
    }
    const { runBench } = await import('../../bench/index.ts');
    const { readable } = await import('../../bench/readable.ts');
    const scale = incidents === null ? null : { size: incidents, stores: stores ?? null, peers: peers ?? null };
    const figures = await runBench({ telegram, processes, scale });
    await writeOut(terminal.stdout, json ? `${JSON.stringify(figures)}\n` : readable(figures));
    // what was given up on at its deadline may hold on to a connection
    setTimeout(() => process.exit(), 2000).unref();
    return 0;
  },
});
