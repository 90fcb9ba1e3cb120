import { writeOut } from '../write-out.ts';
import type { Surroundings } from './cli-command.ts';
import { withFacts } from './open.ts';

const TOLD = 10;

/** `dalil places import FILE`: the last line of stdout is JSON, as of `dalil import`. */
export async function importPlacesFile(path: string, surroundings: Surroundings): Promise<number> {
  const { terminal, stop, clock } = surroundings;
  const { importPlaces } = await import('../core/imports/places/import-places.ts');
  const { lookAtFile } = await import('../core/imports/look-at-file.ts');
  const { BadFile } = await import('../core/imports/row.ts');
  let told = 0;
  const onProblem = ({
    line,
    column,
    reason,
    value,
  }: {
    line: number;
    column: string | null;
    reason: string;
    value: string | null;
  }) => {
    if (++told <= TOLD)
      terminal.stderr.write(
        `line ${line}: ${column === null ? '' : `${column}: `}${reason}${value === null ? '' : `: ${JSON.stringify(value)}`}\n`,
      );
  };
  try {
    await lookAtFile(path, 'text');
    const counts = await withFacts(surroundings, (store) => importPlaces({ store, now: clock, stop, onProblem }, path));
    if (told > TOLD) terminal.stderr.write(`… and ${told - TOLD} more.\n`);
    terminal.stderr.write(
      `${counts.read} lines read: ${counts.new} new places, ${counts.changed} with new spellings or figures, ${counts.rejected} rejected.\n`,
    );
    await writeOut(terminal.stdout, `${JSON.stringify(counts)}\n`);
    return counts.read > 0 && counts.read === counts.rejected ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 1;
  }
}
