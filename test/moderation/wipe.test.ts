import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { contactOf, reachContact } from '../../src/core/identity/contacts.ts';
import type { Vault } from '../../src/core/identity/vault.ts';
import { offerEnrolment } from '../../src/core/moderation/team.ts';
import { readBackup } from '../../src/db/backup/read-backup.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import type { Store } from '../../src/db/client.ts';
import { scene } from '../bots/discord/bot.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { person as onTelegram } from '../fakes/telegram/person.ts';
import { startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore, freshStore } from '../support/store.ts';
import { keyDirectory, vaultIn } from '../support/vault.ts';

const newId = () => randomBytes(8).toString('hex');
const DONE = 'All keys are destroyed';

let store: Store;
let keys: string;
let vault: Vault;
let core: Core;
let contact: string;
beforeEach(async () => {
  store = await factsStore();
  keys = keyDirectory();
  vault = vaultIn(keys);
  core = await startOn(store, vault);
  contact = (await contactOf(store.db, vault, consoleSpeaker('samir'), new Date(), newId)).id;
});

async function code(n: number): Promise<string> {
  const code = `4F7K-9QXM-2ZT${n}`;
  await offerEnrolment(store.db, { code, role: 'lead', moderatorId: null, madeBy: null }, { vault, newId, now: new Date() });
  return code;
}

async function backup(): Promise<PassThrough> {
  const file = new PassThrough({ highWaterMark: 1 << 28 });
  await writeBackup(store.sql, file);
  file.end();
  return file;
}

/** Nothing opens, neither here nor from the backup, also for who had the keys in memory. */
async function expectGone(before: PassThrough): Promise<void> {
  expect(readdirSync(keys)).toEqual(['WIPED']);
  const restored = await freshStore();
  await readBackup(restored.sql, before, { replace: false });
  for (const { db } of [store, restored]) expect(await reachContact(db, vault, contact)).toBeNull();
  expect(await restored.sql`select 1 from contact where route is not null`).toHaveLength(1);
  expect(await store.sql`select event from decision where event like 'wip%' order by id`).toEqual([
    { event: 'wipe-asked' },
    { event: 'wiped' },
  ]);
}

describe('a wipe that a second lead agrees to', () => {
  test('has destroyed the keys before Telegram is told so, and is told though no key is left', async () => {
    let whenSaid: string[] = [];
    const telegram = await startFakeTelegram({
      onRequest(method, params) {
        if (method === 'sendMessage' && String(params.text).includes(DONE)) whenSaid = readdirSync(keys);
      },
    });
    startTelegram(core, telegram);
    const group = -1_009_877;
    const [lina, omar] = [101, 102];
    await onTelegram(telegram, { id: lina }).says(`/enrol ${await code(2)} Lina`);
    await onTelegram(telegram, { id: omar }).says(`/enrol ${await code(3)} Omar`);
    await onTelegram(telegram, { id: lina, group }).says('/bind');
    await onTelegram(telegram, { id: lina, group }).says('/wipe');
    expect(await reachContact(store.db, vault, contact)).not.toBeNull();
    const before = await backup();
    // the first try fails, as it may
    telegram.fail({ method: 'sendMessage', how: { status: 500 } });
    onTelegram(telegram, { id: omar, group }).sends('/wipe');
    await telegram.until(
      () => telegram.state.sent.some(({ params }) => String(params.text).includes(DONE)),
      'the word that the keys are gone',
    );
    expect(whenSaid).toEqual(['WIPED']);
    await expectGone(before);
    await telegram.close();
  });

  test('has destroyed them on Discord, too', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const [lina, omar] = [person('lina'), person('omar')];
    await lina.runs('/enrol', { code: await code(2), name: 'Lina' });
    await omar.runs('/enrol', { code: await code(3), name: 'Omar' });
    await lina.runs('/bind', {}, channel);
    await lina.runs('/wipe', {}, channel);
    const before = await backup();
    const reply = await omar.runs('/wipe', {}, channel);
    expect(reply.text).toContain(DONE);
    expect(reply.forMeAlone).toBe(true);
    await expectGone(before);
  });
});
