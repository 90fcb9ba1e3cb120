import { expect, it } from 'vitest';
import type { Command } from '../../src/core/commands/command.ts';
import { commands } from '../../src/core/commands/index.ts';
import { coreOfShippedFacts } from '../support/core.ts';
import { allCells, nameOf, someCells } from './matrix/cells.ts';
import { tryCells } from './matrix/run.ts';

it('the policy makes thousands of cells, of which every way, place and person, and every command, is tried here', () => {
  const [all, some] = [allCells(commands), someCells(commands)];
  expect(all.length).toBeGreaterThan(10_000);
  expect(some.length).toBeGreaterThan(600);
  const without = (cells: typeof all) => new Set(cells.map((cell) => nameOf(cell).replace(/^\S+ /u, '')));
  expect(without(some)).toEqual(without(all));
});

it('over both wires everybody may do what the policy says, and nobody anything else', async () => {
  const deviations = await tryCells(await coreOfShippedFacts(), someCells(commands));
  expect(deviations).toEqual([]);
}, 240_000);

it('a policy with one cell flipped is found', async () => {
  const flipped = commands.map(
    (command): Command => (command.name === 'queue' ? { ...command, access: ['member', ...command.access] } : command),
  );
  const cells = someCells(commands).filter(
    ({ command, platform, place }) => ['queue', 'stats'].includes(command.name) && platform === 'telegram' && place === 'bound',
  );
  const deviations = await tryCells(await coreOfShippedFacts(), cells, flipped);
  expect(deviations).not.toEqual([]);
  expect(deviations.filter((one) => !one.startsWith('/queue'))).toEqual([]);
});
