import { expect, test } from 'vitest';
import { emptyCore } from '../bots/delivery/post.ts';
import { threeTimesShuffled } from '../bots/delivery/three-times.ts';
import { freshStore } from '../support/store.ts';

const MESSAGES = 10_000;

test(`${MESSAGES} messages, each delivered three times and in any order, are answered once`, async () => {
  const core = await emptyCore(await freshStore());
  await threeTimesShuffled(core, MESSAGES);
  expect(await core.store.sql`select count(*)::int as kept from inbox`).toEqual([{ kept: MESSAGES }]);
});
