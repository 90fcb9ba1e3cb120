import { expect, test } from 'vitest';
import { createLanes } from '../../../src/bots/discord/lanes.ts';
import type { Request } from '../../../src/bots/discord/wire.ts';
import { messageObject, userObject } from '../../fakes/discord/objects.ts';

const CHANNEL = '500';
const author = userObject('9', 'ana');
const message = (id: string) => messageObject({ id, channel: CHANNEL, author, content: `words ${id}`, at: new Date(0) });

/** Lanes over a private chat whose history is told page by page, when the test says so. */
function scene() {
  const asked: string[] = [];
  const kept: string[] = [];
  const answers: ((page: unknown) => void)[] = [];
  const lanes = createLanes({
    wire: ({ query }: Request) => {
      asked.push(query?.after ?? '');
      return new Promise((resolve) => answers.push(resolve));
    },
    places: {
      note: () => [],
      guildOf: () => null,
      parentOf: () => null,
      isOurThread: () => false,
      settle: async () => {},
    },
    where: { bot: '1', parentOf: () => null, isOurThread: () => false },
    inbox: {
      async keep(arrivals) {
        kept.push(...arrivals.map((arrival) => arrival.message));
        return arrivals.length;
      },
    },
    pause: async () => {},
    stopping: () => false,
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const tell = async (...ids: string[]) => {
    await expect.poll(() => answers.length).toBe(1);
    answers.shift()?.(ids.map(message));
  };
  return { lanes, asked, kept, tell };
}

test('what is missed while history is being fetched is fetched after it', async () => {
  const { lanes, asked, kept, tell } = scene();
  lanes.missed(CHANNEL, null, '100');
  await expect.poll(() => asked).toEqual(['100']);
  // the page is on its way; the connection is lost and comes back, and 102 was sent meanwhile
  lanes.missed(CHANNEL, null, '100');
  await tell('101');
  await tell('101', '102');
  await lanes.settled();
  expect(kept).toEqual(['101', '101', '102']);
});

test('what comes while history is fetched stands behind it, however much it is', async () => {
  const { lanes, asked, kept, tell } = scene();
  lanes.missed(CHANNEL, null, '100');
  await expect.poll(() => asked).toEqual(['100']);
  const live = Array.from({ length: 201 }, (_, i) => String(103 + i));
  for (const id of live) lanes.push(CHANNEL, null, { t: 'MESSAGE_CREATE', d: message(id) });
  await tell('101', '102');
  // more than is held in memory: it is fetched instead
  await tell(...live.slice(0, 100));
  await tell(...live.slice(100, 200));
  await tell(...live.slice(200));
  await lanes.settled();
  expect(new Set(kept)).toEqual(new Set(['101', '102', ...live]));
  expect(kept.indexOf('102')).toBeLessThan(kept.indexOf('103'));
});
