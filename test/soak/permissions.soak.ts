import { expect, it } from 'vitest';
import { commands } from '../../src/core/commands/index.ts';
import { allCells } from '../moderation/matrix/cells.ts';
import { tryCells } from '../moderation/matrix/run.ts';
import { coreOfShippedFacts } from '../support/core.ts';

it('every third cell of the policy, each time another third, is over both wires as the policy says', async () => {
  const third = Date.now() % 3;
  const cells = allCells(commands).filter((_, i) => i % 3 === third);
  const { deviations, close } = await tryCells(await coreOfShippedFacts(), cells);
  await close();
  expect(deviations).toEqual([]);
});
