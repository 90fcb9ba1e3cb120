import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandedOut, HandOutDeps, TipWithOriginals, Wish } from '../core/identity/hand-out.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { withDalil } from './open.ts';

const FAILED = 1;

const lineOf = ({ ref, state, receivedAt, files }: TipWithOriginals) =>
  [
    ref,
    `${receivedAt.toISOString().slice(0, 13)}:00Z`,
    state,
    files.map(({ kind, count }) => `${count} ${kind}`).join(', '),
  ].join('\t');

/** Those that are named, in that order. */
function named(tips: readonly TipWithOriginals[], refs: readonly string[]): TipWithOriginals[] {
  return refs.map((ref) => {
    const tip = tips.find((one) => one.ref === ref.toUpperCase());
    if (!tip) throw new WrongUse(`nothing is kept of ${ref} as it came; "dalil originals" lists what is`);
    return tip;
  });
}

/** One file after the other into the directory, each for its owner alone and never over another. Returns what was written and what not. */
async function writeAll(files: AsyncIterable<HandedOut>, directory: string) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const count = { written: 0, destroyed: 0, unencrypted: 0 };
  for await (const { name, bytes, unencrypted } of files) {
    if (unencrypted) count.unencrypted++;
    else if (bytes === null) count.destroyed++;
    else {
      writeFileSync(join(directory, name), bytes, { flag: 'wx', mode: 0o600 });
      count.written++;
    }
  }
  return count;
}

interface Order {
  directory: string;
  tips: readonly TipWithOriginals[];
  name: string;
  reason: string;
}

async function handOut({ directory, tips, name, reason }: Order, deps: HandOutDeps, { clock, terminal }: Surroundings) {
  const { permitHandOut, originalsOf } = await import('../core/identity/hand-out.ts');
  const { readMemberNamed } = await import('../db/queries/team.ts');
  const { CONSENT_MIN } = await import('../core/moderation/two-people.ts');
  const { stderr } = terminal;
  const by = await readMemberNamed(deps.store.db, name);
  if (!by || by.revokedAt !== null || by.role !== 'lead')
    throw new WrongUse(`${name} is no lead of the team; "dalil team" lists it`);
  const wish: Wish = { tips, by, reason };
  if ((await permitHandOut(wish, deps, clock())) === 'asked') {
    stderr.write(`Nothing is written yet: another lead must say the same with --as within ${CONSENT_MIN} minutes.\n`);
    return FAILED;
  }
  const { written, destroyed, unencrypted } = await writeAll(originalsOf(tips, deps), directory);
  stderr.write(`${directory}: ${written} files. They open with "age -d -i KEY FILE", where the coordinators' keys are.\n`);
  if (destroyed > 0) stderr.write(`${destroyed} are gone: their week's key is destroyed.\n`);
  if (unencrypted > 0)
    stderr.write(`${unencrypted} were kept without coordinators: set DALIL_COORDINATORS, and they are encrypted now.\n`);
  return destroyed + unencrypted > 0 ? FAILED : 0;
}

export const originals = defineCliCommand({
  summary: 'list what contacts sent as it came, or give it to the coordinators, encrypted to their keys',
  usage: ['originals', 'originals DIRECTORY TIP… --as LEAD --why REASON', 'originals DIRECTORY --all --as LEAD --why REASON'],
  explain: {
    all: 'of every tip; of more than one it takes two leads',
    as: 'who of the team takes them',
    why: 'a reason, for the log',
  },
  options: { all: { type: 'boolean', default: false }, as: { type: 'string' }, why: { type: 'string' } },
  async run({ all, as: name, why }, [directory, ...refs], surroundings) {
    if (directory !== undefined && all === refs.length > 0) throw new WrongUse('originals takes a directory and tips, or --all');
    if (directory !== undefined && (!name || !why)) throw new WrongUse('originals wants --as, a lead, and --why, a reason');
    return withDalil(surroundings, async ({ core: { store, vault, newId } }) => {
      const { tipsWithOriginals } = await import('../core/identity/hand-out.ts');
      const tips = await tipsWithOriginals(store);
      if (directory === undefined || !name || !why) {
        await writeOut(surroundings.terminal.stdout, tips.map((tip) => `${lineOf(tip)}\n`).join(''));
        return 0;
      }
      const deps = { store, vault, newId, coordinators: surroundings.config.coordinators ?? [] };
      return handOut({ directory, tips: all ? tips : named(tips, refs), name, reason: why }, deps, surroundings);
    });
  },
});
