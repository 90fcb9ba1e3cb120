import { beforeAll, expect, test } from 'vitest';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import type { Speaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import type { Store } from '../../src/db/client.ts';
import { buttonsOf, startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const TIPS = 100;
const canary = (what: string, n: number) => `kanarie${what}${n}x`;

const speaker = (n: number): Speaker => ({
  platform: 'telegram',
  bot: '4242',
  person: canary('person', n),
  chat: canary('chat', n),
  alone: true,
  here: { chat: canary('here', n) },
  reach: { chat: canary('reach', n) },
});

/** Every table's rows, each as one text, bytes in their letters too. */
async function everything(): Promise<string> {
  const tables = await store.sql<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await store.sql.unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('nothing of a hundred tips stands in clear in any table', async () => {
  const dispatch = createDispatch(core);
  for (let n = 0; n < TIPS; n++) {
    const base = {
      conversation: core.newId(),
      role: 'member' as const,
      speaker: speaker(n),
      today: '2023-05-02',
      now: new Date('2025-06-01T12:00:00Z'),
    };
    const text = `we saw an ambush near Sukhnah, 2 soldiers killed ${canary('words', n)}, call 0933${String(n).padStart(6, '0')}`;
    const reply = await dispatch(
      { ...base, cause: canary('cause', n), attachments: [{ kind: 'photo', ref: { id: canary('file', n) }, size: null }] },
      { text },
    );
    const fix = buttonsOf(reply).find(({ command }) => command === 'fix');
    if (fix) await dispatch({ ...base, cause: canary('press', n) }, { command: fix.command, args: fix.args });
    await dispatch({ ...base, cause: canary('answer', n) }, { text: `near ${canary('answer', n)}` });
    await dispatch({ ...base, cause: canary('pin', n), pin: { lat: 34.123456, lon: 38.654321 } }, { text: '' });
  }
  const held = await everything();
  expect((await store.sql`select 1 from tip`).length).toBe(TIPS);
  expect(held.length).toBeGreaterThan(TIPS * 1000);
  const hex = Buffer.from('kanarie').toString('hex');
  for (const found of ['kanarie', hex, '34.123456', '38.654321', 'call 0933'])
    expect(
      held
        .split('\n')
        .filter((row) => row.includes(found))
        .slice(0, 3),
      found,
    ).toEqual([]);
  expect(
    held.split('\n').filter((row) => row.includes('telegram:')),
    'cause',
  ).toEqual([]);
});
