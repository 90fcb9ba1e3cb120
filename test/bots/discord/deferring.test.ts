import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAcknowledge, type Deferrals } from '../../../src/bots/discord/acknowledge.ts';
import { idMadeAt } from '../../../src/bots/discord/limits.ts';
import { createSending } from '../../../src/bots/discord/sending.ts';
import type { Interaction } from '../../../src/bots/discord/updates.ts';
import type { Request } from '../../../src/bots/discord/wire.ts';
import { createTranslator } from '../../../src/core/reply/translator.ts';

const NOW = Date.UTC(2023, 5, 1);
const ID = idMadeAt(NOW);
const interaction: Interaction = {
  type: 2,
  id: ID,
  application_id: '7',
  token: 'secret',
  channel_id: '8',
  data: { name: 'help' },
};
const route = { kind: 'interaction', id: ID, application: '7', token: 'secret', channel: '8', guild: null, hidden: false };
const payload = { route, part: 0, hidden: false, body: { content: 'an answer', components: [], attachments: [] } };

test('an answer that is ready before Discord has taken the deferral waits for it', async () => {
  const asked: Request['method'][] = [];
  let answerCallback = () => {};
  const wire = async ({ method, path }: Request) => {
    asked.push(method);
    if (!path.endsWith('/callback')) return { id: '9' };
    await new Promise<void>((resolve) => {
      answerCallback = resolve;
    });
    return null;
  };
  const deferrals: Deferrals = new Map();
  const send = createSending({ wire, bot: '7', clock: () => new Date(NOW), deferrals });
  const acknowledge = createAcknowledge({
    wire,
    deferrals,
    inbox: { keep: async () => 1 },
    commands: [],
    translators: createTranslator,
    suggest: () => Promise.reject(new Error('nothing is typed')),
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const acknowledged = acknowledge(interaction);
  const sent = send({ chat: '8', payload, files: [], nonce: 'once', repeated: false, former: null });
  for (let i = 0; i < 10; i++) await turn();
  expect(asked).toEqual(['POST']);
  answerCallback();
  expect(await sent).toEqual({ kind: 'sent', message: '9' });
  expect(asked).toEqual(['POST', 'PATCH']);
  await acknowledged;
  expect(deferrals.size).toBe(0);
});
