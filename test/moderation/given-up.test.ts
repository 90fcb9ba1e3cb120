import { expect, it } from 'vitest';
import { coreOfShippedFacts, person, textOf } from '../support/core.ts';

it('messages that were given up are seen by moderators, by platform and code, and by nothing else', async () => {
  const core = await coreOfShippedFacts();
  const ana = person(core, { name: 'ana', role: 'moderator' });
  expect(textOf(await ana.says('/stats'))).not.toContain('Given up');
  await core.store.sql`
    insert into inbox (platform, bot, chat, message, kind, state, trouble, received_at, due_at)
    values ('telegram', '1', 'c', 'm', 'message', 'dead', 'answering', now(), now())`;
  await core.store.sql`
    insert into outbox (ordinal, platform, bot, chat, nonce, state, trouble, created_at, due_at)
    values (0, 'discord', '1', 'c', 'n', 'dead', '403', now(), now())`;
  const seen = textOf(await ana.says('/stats'));
  expect(seen).toContain('telegram: 1 not answered (answering)');
  expect(seen).toContain('discord: 1 not sent (403)');
});
