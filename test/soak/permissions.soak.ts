import { expect, it } from 'vitest';
import { commands } from '../../src/core/commands/index.ts';
import { allCells } from '../moderation/matrix/cells.ts';
import { tryCells } from '../moderation/matrix/run.ts';
import { coreOfShippedFacts } from '../support/core.ts';

it('every sixth cell of the policy, each time others, is over both wires as the policy says', async () => {
  const which = Date.now() % 6;
  const cells = allCells(commands).filter((_, i) => i % 6 === which);
  const deviations = await tryCells(await coreOfShippedFacts(), cells);
  expect(deviations).toEqual([]);
});
