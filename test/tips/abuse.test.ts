import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { makeInvite } from '../../src/core/identity/invites.ts';
import type { Store } from '../../src/db/client.ts';
import { person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const contact = (name: string) => person(core, { name, role: 'contact' });
const NOW = new Date('2025-06-01T12:00:00Z');
const TOLD = 'daesh hit a checkpoint near sukhna this morning, 3 soldiers killed 2 wounded';
interface Row {
  id: string;
  state: string;
  flags: string[];
  trust: string;
  draft: Uint8Array | null;
  parts: number;
}
const lastTip = async (): Promise<Row> => {
  const [row] = await store.sql<Row[]>`
    select id, state, flags, trust, draft, (select count(*)::int from tip_part where tip_id = tip.id) as parts
    from tip order by xmin::text::bigint desc limit 1`;
  if (!row) throw new Error('there is no tip');
  return row;
};
const tipsOf = (code: string) => store.sql<Row[]>`
  select tip.*, (select count(*)::int from tip_part where tip_id = tip.id) as parts
  from tip join contact on contact.id = contact_id where code = ${code}`;
const newestCode = async () =>
  (await store.sql<{ code: string }[]>`select code from contact order by xmin::text::bigint desc limit 1`)[0]?.code ?? '';

describe('limits', () => {
  test('refuse once with a word and then in silence, and keep nobody else waiting', async () => {
    const flood = contact('chadi');
    let refusals = 0;
    for (let i = 0; i < 70; i++)
      if (/cannot take more/u.test(textOf(await flood.says(`shooting near Sukhnah now ${i}`)))) refusals++;
    expect(refusals).toBe(1);
    expect(textOf(await contact('dima').says(TOLD))).toContain('Kept.');
  });

  test('end after an hour', async () => {
    const flood = contact('eva');
    for (let i = 0; i < 61; i++) await flood.says(`shooting near Sukhnah now ${i}`);
    flood.hasPassed(2);
    expect(textOf(await flood.says(TOLD))).toContain('Kept.');
  });
});

describe('what is noticed', () => {
  test('is the first time, and not the second', async () => {
    const fares = contact('fares');
    await fares.says(TOLD);
    expect((await lastTip()).flags).toContain('first_time');
    await fares.says('done');
    await fares.says('mine went off near Palmyra, a shepherd is hurt');
    expect((await lastTip()).flags).not.toContain('first_time');
  });

  test('is a burst of tips', async () => {
    const ghada = contact('ghada');
    for (let i = 0; i < 6; i++) {
      await ghada.says(`mine went off near Palmyra, ${i} shepherds are hurt`);
      await ghada.says('done');
    }
    const rows = await tipsOf(await newestCode());
    expect(rows.filter(({ flags }) => flags.includes('burst'))).toHaveLength(1);
  });

  test('is a word of two scripts', async () => {
    await contact('hana').says('cl\u0430sh near Palmyra now, 2 soldiers killed');
    expect((await lastTip()).flags).toContain('mixed_script');
  });
});

describe('an invite', () => {
  test('makes a contact known, and says the same of all codes that are no good', async () => {
    const code = await makeInvite(store.db, core.vault, { trust: 'known', madeBy: null, now: NOW, newId: core.newId });
    const ines = contact('ines');
    const wrong = textOf(await ines.says('/join 2222-2222-2222'));
    expect(textOf(await ines.says(`/join ${code}`))).toContain('a coordinator sent you');
    expect(textOf(await ines.says(`/join ${code}`))).toBe(wrong);
    await ines.says(TOLD);
    expect((await lastTip()).trust).toBe('known');
  });
});
