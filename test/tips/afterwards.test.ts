import { beforeAll, describe, expect, test } from 'vitest';
import type { Invocation, Role } from '../../src/core/commands/command.ts';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { openParts } from '../../src/core/tips/pieces.ts';
import { openContent } from '../../src/core/tips/tip-content.ts';
import type { Store } from '../../src/db/client.ts';
import { button, buttonsOf, person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const TOLD = 'ambush near Sukhnah today, 2 soldiers killed';
const PHOTO = { kind: 'photo' as const, ref: { file: 'x' }, size: 10 };

/** Somebody whose messages have names, so that they can be edited. */
function sender(name: string, role: Role = 'contact') {
  const dispatch = createDispatch(core);
  let now = new Date('2025-06-01T12:10:00Z');
  let n = 0;
  const send = (text: string, more: Partial<Invocation> = {}) =>
    dispatch(
      {
        conversation: `console:${name}`,
        role,
        speaker: consoleSpeaker(name),
        today: '2023-05-02',
        now,
        cause: `${name}:${++n}`,
        ...more,
      },
      { text },
    );
  return {
    says: send,
    /** `which`: counted from one. */
    edits: (which: number, text: string, more: Partial<Invocation> = {}) => send(text, { ...more, corrects: `${name}:${which}` }),
    hasPassed(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

async function tipsOf(name: string) {
  const lookup = core.vault.hash('contact', 'console', name);
  const rows = await store.sql<{ id: string; ref: string; state: string; draft: Uint8Array | null; media: number }[]>`
    select tip.id, ref, state, draft, (select count(*)::int from tip_media where tip_id = tip.id) as media
    from tip join contact on contact.id = contact_id where lookup = ${lookup} order by expires_at`;
  return Promise.all(
    rows.map(async ({ id, ref, state, draft, media }) => ({
      ref,
      state,
      media,
      words: (await openParts(store.db, core.vault, id)).flatMap(({ content }) =>
        content.kind === 'words' ? [content.text] : [],
      ),
      place: openContent(core.vault, id, draft)?.draft.place?.name,
    })),
  );
}

describe('words that are sent again because nothing was seen to arrive', () => {
  test('a minute later are the same tip, and the contact is told so', async () => {
    const amal = sender('amal');
    await amal.says(TOLD);
    amal.hasPassed(1);
    const reply = textOf(await amal.says(`${TOLD} `));
    expect(reply).toContain('I have that already');
    expect(reply).not.toContain('Receipt');
    expect(await tipsOf('amal')).toMatchObject([{ words: [TOLD] }]);
  });

  test('after it was complete too, by /tip as well', async () => {
    const badr = sender('badr');
    await badr.says(TOLD);
    await badr.says('done');
    expect(textOf(await badr.says(TOLD))).toContain('I have that already');
    expect(textOf(await badr.says(`/tip ${TOLD}`))).toContain('I have that already');
    expect(await tipsOf('badr')).toHaveLength(1);
  });

  test('with a photo that did not come the first time: the photo is added', async () => {
    const chadi = sender('chadi');
    await chadi.says(TOLD);
    await chadi.says('done');
    const reply = textOf(await chadi.says(TOLD, { attachments: [PHOTO] }));
    expect(reply).toContain('One file received');
    expect(await tipsOf('chadi')).toMatchObject([{ words: [TOLD], media: 1 }]);
  });

  test('hours later are another tip: it happened again', async () => {
    const dima = sender('dima');
    await dima.says(TOLD);
    dima.hasPassed(180);
    expect(textOf(await dima.says(TOLD))).toContain('Kept.');
    expect(await tipsOf('dima')).toHaveLength(2);
  });
});

describe('a message that is edited', () => {
  const EDITED = 'ambush near Palmyra today, 2 soldiers killed';

  test('while the tip is gathered is what it says now', async () => {
    const eva = sender('eva');
    await eva.says(TOLD);
    expect(textOf(await eva.edits(1, EDITED))).toContain('near Palmyra');
    expect(await tipsOf('eva')).toMatchObject([{ words: [EDITED], place: 'Palmyra' }]);
  });

  test('afterwards stands beside what was read before, and counts; so does a second edit', async () => {
    const fadi = sender('fadi');
    await fadi.says(TOLD);
    await fadi.says('done');
    const reply = textOf(await fadi.edits(1, EDITED));
    expect(reply).toContain('near Palmyra');
    expect(await tipsOf('fadi')).toMatchObject([{ words: [TOLD, EDITED], place: 'Palmyra' }]);
    const again = 'ambush near Resafa today, 2 soldiers killed';
    await fadi.edits(1, again);
    expect(await tipsOf('fadi')).toMatchObject([{ words: [TOLD, EDITED, again], place: 'Resafa' }]);
  });

  test('to nothing takes nothing away that the team may have read', async () => {
    const gina = sender('gina');
    await gina.says(TOLD);
    await gina.says('done');
    await gina.edits(1, '');
    expect(await tipsOf('gina')).toMatchObject([{ words: [TOLD], place: 'As-Sukhnah' }]);
  });

  test('to give a photo words adds them, and not the photo again', async () => {
    const hadi = sender('hadi');
    await hadi.says('', { attachments: [PHOTO] });
    expect(textOf(await hadi.edits(1, TOLD, { attachments: [PHOTO] }))).toContain('near As-Sukhnah');
    expect(textOf(await hadi.edits(1, EDITED, { attachments: [PHOTO] }))).toContain('near Palmyra');
    expect(await tipsOf('hadi')).toMatchObject([{ words: [EDITED], place: 'Palmyra', media: 1 }]);
  });
});

describe('what the team asked', () => {
  const ana = () => person(core, { name: 'ana', role: 'moderator' });

  async function askedOf(name: string, told = TOLD) {
    const contact = sender(name);
    await contact.says(told);
    const [tip] = await tipsOf(name);
    const asked = textOf(await ana().says(`/ask ${tip?.ref} what did you see?`));
    expect(asked).toContain('waits for an answer');
    return contact;
  }

  test.each([
    ['a toll', '4 dead, I counted'],
    ['no', 'no'],
    ['thanks', 'ok'],
    ['that nothing is known', 'ما بعرف'],
    ['what could be a question', 'who are you?'],
    ['a day and a place', '3 days ago, near Sukhnah'],
  ])('is answered with %s: the team has it, and nothing more is asked', async (what, words) => {
    const name = `asked ${what}`;
    const contact = await askedOf(name, 'ambush, 2 soldiers killed');
    const reply = await contact.says(words);
    expect(textOf(reply)).toMatch(/^(?:Thank you\. Your answer goes to the team|شكرا\. يصل جوابك)/u);
    expect(textOf(reply)).not.toContain('?');
    expect(buttonsOf(reply)).toEqual([]);
    const [tip] = await tipsOf(name);
    expect(tip?.state).toBe('claimed');
    expect(tip?.words).toContain(words);
    expect(textOf(await contact.says('and one more thing, they had a truck'))).not.toContain('?');
  });

  test('days later too, with a photo', async () => {
    const contact = await askedOf('asked late');
    contact.hasPassed(3 * 24 * 60);
    expect(textOf(await contact.says('', { attachments: [PHOTO] }))).toContain('Your answer goes to the team');
    expect(await tipsOf('asked late')).toMatchObject([{ media: 1, state: 'claimed' }]);
  });

  test('does not keep a clear question to the store from its answer', async () => {
    const contact = await askedOf('asked and asking');
    expect(textOf(await contact.says('how many killed near Sukhnah in April 2023?'))).toMatch(/killed/u);
    expect(await tipsOf('asked and asking')).toMatchObject([{ state: 'needs_info', words: [TOLD] }]);
  });
});

describe('a receipt', () => {
  test('shows its contact the day and the words of the team, and another account how it stands alone', async () => {
    const owner = sender('owner');
    const receipt = /Receipt: (.+)$/mu.exec(textOf(await owner.says(TOLD)))?.[1] ?? '';
    const [tip] = await tipsOf('owner');
    const ana = person(core, { name: 'ana', role: 'moderator' });
    await ana.says(`/decline ${tip?.ref} we know of it from Sukhnah`);
    const shown = textOf(await owner.says(`/status ${receipt}`));
    expect(shown).toContain('not used');
    expect(shown).toContain('1 June 2025');
    expect(shown).toContain('we know of it');
    const seen = textOf(await sender('finder').says(`/status ${receipt}`));
    expect(seen).toContain('not used');
    expect(seen).not.toMatch(/2025|know|Sukhnah/u);
  });
});

describe('a file that somebody of the team sends in private', () => {
  test('is kept, as nothing may be lost, and they are told so with a button that destroys it', async () => {
    const lina = sender('lina', 'moderator');
    const reply = await lina.says('', { attachments: [PHOTO] });
    expect(textOf(reply)).toContain('You are of the team');
    const { command, args } = button(reply, 'withdraw');
    await createDispatch(core)(
      {
        conversation: 'console:lina',
        role: 'moderator',
        speaker: consoleSpeaker('lina'),
        today: '2023-05-02',
        now: new Date('2025-06-01T12:11:00Z'),
        cause: 'lina:press',
      },
      { command, args },
    );
    expect(await tipsOf('lina')).toMatchObject([{ state: 'withdrawn', words: [], media: 0 }]);
  });

  test('has its words next, and a question is still answered', async () => {
    const maya = sender('maya', 'moderator');
    await maya.says('', { attachments: [PHOTO] });
    expect(textOf(await maya.says('how many attacks near Sukhnah in April 2023?'))).not.toContain('Noted');
    expect(textOf(await maya.says('a contact says 3 soldiers were killed near Sukhnah today'))).toContain('3 killed');
    expect(await tipsOf('maya')).toHaveLength(1);
  });
});
