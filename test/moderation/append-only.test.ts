import { beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../src/core/moderation/record.ts';
import type { Store } from '../../src/db/client.ts';
import { freshStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';
import { enrol, NOW } from './team.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await enrol(store, 'ana');
  const by = { kind: 'moderator', id: 'ana' } as const;
  await store.db.transaction((tx) =>
    record(
      tx,
      freshVault(),
      { subject: 'tip', subjectId: 'T-000001', event: 'note', by, cause: null, content: { note: 'x' } },
      NOW,
    ),
  );
});

describe('the database', () => {
  it.each([
    "update decision set event = 'approve'",
    'update decision set moderator_id = null',
    "update decision set content = '\\x00'",
    "update decision set content = null, event = 'approve'",
    'delete from decision',
    'truncate decision',
  ])('refuses: %s', async (statement) => {
    await expect(store.sql.unsafe(statement)).rejects.toThrow('decisions are only ever added');
  });

  it('lets go of what was sealed, and of nothing else', async () => {
    await store.sql`update decision set content = null`;
    const [row] = await store.sql`select event, content from decision`;
    expect(row).toEqual({ event: 'note', content: null });
  });

  it('knows no open question that nobody asked', async () => {
    const tip = (claimedBy: string | null) => store.sql`
      insert into tip (id, ref, state, claimed_by, trust, language, received_at, expires_at)
      values ('a', 'T-AAAAAA', 'needs_info', ${claimedBy}, 'unknown', 'en', '2025-06-01T12:00:00Z', '2025-06-15T12:00:00Z')`;
    await expect(tip(null)).rejects.toThrow('tip_asked_by_somebody');
    await tip('ana');
  });
});
