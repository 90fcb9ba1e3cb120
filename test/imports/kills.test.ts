import { it } from 'vitest';
import { sweepKills } from './kill-sweep.ts';

it('an import that is killed and started again leaves what one leaves that nobody disturbed', async () => {
  const draws = [3, 12, 0, 40, 9, 5, 7, 0];
  let at = 0;
  await sweepKills(4, (below) => (draws[at++ % draws.length] ?? 0) % below);
});
