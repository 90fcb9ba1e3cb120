import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLog } from '../../src/db/queries/decision.ts';
import { PLATFORMS } from '../moderation/matrix/cells.ts';
import { payload } from '../moderation/matrix/payloads.ts';
import { tipsFor } from '../moderation/matrix/run.ts';
import type { Words } from '../moderation/matrix/said.ts';
import { teamOnWires } from '../moderation/matrix/team-on-wires.ts';
import { standing } from '../moderation/payloads.ts';
import { coreOfShippedFacts } from '../support/core.ts';

const TIMES = 10_000;
const REPLAYED = 500;

it('ten thousand buttons that are foreign, passed on or altered do nothing over both wires, and those that are replayed do it once', async () => {
  const core = await coreOfShippedFacts();
  const refs = await tipsFor(core, 200 + REPLAYED);
  const [untouched, replayed] = [refs.slice(0, 200), refs.slice(200)];
  const { sayAll, wrong, close } = await teamOnWires(core);
  const before = await standing(core);
  const seed = Date.now() % 1_000_000;
  const made = fc.sample(payload(untouched), { numRuns: TIMES, seed });
  const again = replayed.map((ref, n): Words => {
    const platform = PLATFORMS[n % 2] ?? 'telegram';
    return { who: 'moderator', place: 'bound', platform, way: 'pressed again', command: 'claim', args: { tip: `${ref}@1` } };
  });
  await sayAll(made.map((words) => ({ words, isAwaited: true })));
  expect([seed, await standing(core)]).toEqual([seed, before]);

  await sayAll(again.map((words) => ({ words, isAwaited: true })));
  const claims = (await readLog(core.store.db)).filter(({ event }) => event === 'claim');
  expect(claims.map(({ subjectId }) => subjectId).toSorted()).toEqual(replayed.toSorted());
  await close();
  expect(wrong()).toEqual([]);
}, 900_000);
