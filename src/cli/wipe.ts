import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { StoreUnavailable } from '../db/unavailable.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings, type Terminal, WrongUse } from './cli-command.ts';
import { withStore } from './open.ts';

const WORD = 'WIPE';

export const wipe = defineCliCommand({
  summary: 'destroy all keys: nothing that contacts sent can be read ever again',
  usage: ['wipe [--yes]'],
  explain: { yes: 'do not ask' },
  options: { yes: { type: 'boolean', default: false } },
  async run({ yes }, words, surroundings) {
    const { terminal } = surroundings;
    if (words.length > 0) throw new WrongUse('wipe takes no words');
    if (!yes && !terminal.stdin.isTTY) throw new WrongUse('wipe asks on a terminal; where there is none, say --yes');
    if (!yes && !(await isMeant(terminal))) {
      terminal.stderr.write('Nothing was done.\n');
      return 1;
    }
    await destroyKeys(surroundings);
    await clearStore(surroundings);
    const { leftToOperators } = await import('../core/identity/wipe.ts');
    const { createTranslator } = await import('../core/reply/translator.ts');
    const left = leftToOperators(createTranslator('en')).map((sentence) => `- ${sentence}\n`);
    await writeOut(terminal.stdout, `What you must still do by hand:\n${left.join('')}`);
    return 0;
  },
});

async function isMeant({ stdin, stderr }: Terminal): Promise<boolean> {
  stderr.write(`Every key is destroyed. No tip, contact or team chat can be read again, not even from backups. Type ${WORD}: `);
  const lines = createInterface({ input: stdin });
  const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  lines.close();
  return line === WORD;
}

/** Before anything else: it needs no store. */
async function destroyKeys({ config, terminal, clock }: Surroundings): Promise<void> {
  const { createVault } = await import('../core/identity/create-vault.ts');
  const { keysOf } = await import('../key-directory.ts');
  const keys = keysOf(config);
  const begun = performance.now();
  createVault(keys).wipe(clock());
  const ms = Math.round(performance.now() - begun);
  terminal.stderr.write(`The keys in ${keys.directory} are destroyed (${ms} ms); a running dalil stops within seconds.\n`);
}

/** What no key opens any more is unreadable as it is: this only clears it away. */
async function clearStore(surroundings: Surroundings): Promise<void> {
  const { stderr } = surroundings.terminal;
  const { clearSealed } = await import('../core/identity/wipe.ts');
  try {
    await withStore(surroundings, clearSealed);
    stderr.write('What they sealed is cleared from the store.\n');
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    stderr.write(`The store could not be reached to clear it; what was sealed is unreadable all the same. ${error.message}\n`);
  }
}
