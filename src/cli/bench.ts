import { writeOut } from '../write-out.ts';
import { defineCliCommand, WrongUse } from './cli-command.ts';

export const bench = defineCliCommand({
  summary: 'measure start, understanding and answering on this machine',
  usage: ['bench [--json] [--telegram]'],
  explain: {
    json: 'one line of JSON instead of a readable one',
    telegram: 'also sixteen askers over Telegram’s wire; takes minutes on a busy machine',
  },
  options: { json: { type: 'boolean', default: false }, telegram: { type: 'boolean', default: false } },
  async run({ json, telegram }, words, { terminal }) {
    if (words.length > 0) throw new WrongUse('bench takes no words');
    const { runBench } = await import('../../bench/index.ts');
    const figures = await runBench({ telegram });
    await writeOut(terminal.stdout, `${JSON.stringify(figures, null, json ? 0 : 2)}\n`);
    return 0;
  },
});
