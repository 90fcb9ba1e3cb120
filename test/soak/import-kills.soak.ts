import { it } from 'vitest';
import { sweepKills } from '../imports/kill-sweep.ts';

it('imports that are killed at fifty random moments leave what an undisturbed one leaves', async () => {
  await sweepKills(50, (below) => Math.floor(Math.random() * below));
});
