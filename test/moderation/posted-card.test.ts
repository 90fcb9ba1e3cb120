import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { bind } from '../../src/core/moderation/team.ts';
import type { Posting } from '../../src/core/post.ts';
import { coreOfShippedFacts, person, textOf } from '../support/core.ts';
import { enrol, NOW } from './team.ts';

const GROUP = {
  platform: 'telegram',
  bot: '1',
  person: '7',
  chat: '-100',
  alone: false,
  here: { chat: '-100' },
  reach: null,
} as const;

let core: Core;
const posted: Posting[] = [];
beforeAll(async () => {
  core = await coreOfShippedFacts();
  const lead = { id: await enrol(core.store, 'lina', 'lead'), name: 'lina', role: 'lead' as const };
  await core.store.db.transaction((tx) => bind(tx, GROUP, lead, { vault: core.vault, newId: core.newId, now: NOW }, 'en'));
  core.post = async (_tx, posting) => {
    posted.push(posting);
  };
});

describe('the card that is posted to the team', () => {
  it('names the incidents that may be the same event, with a button that merges', async () => {
    await person(core, { name: 'abu', role: 'contact', today: '2023-04-09' }).says(
      'yesterday ISIS attacked the army in the desert near Sukhnah, 6 soldiers killed',
    );
    const cards = posted.filter(({ slot }) => slot?.startsWith('card:'));
    expect(cards).toHaveLength(1);
    const card = cards[0]?.reply;
    if (!card) throw new Error('no card');
    expect(textOf(card)).toContain('BDY-PW9J67');
    expect(
      card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])).map(({ command }) => command),
    ).toContain('merge');
  });
});
