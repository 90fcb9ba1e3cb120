import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { openParts, wordsOf } from '../../src/core/tips/pieces.ts';
import { openContent } from '../../src/core/tips/tip-content.ts';
import type { Store } from '../../src/db/client.ts';
import { startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const NOW = new Date('2025-06-01T12:00:00Z');
const PIN = { lat: 34.9, lon: 38.9 };

/** Sends messages of one contact, under names of its own choice. */
function sender(name: string) {
  const dispatch = createDispatch(core);
  const base = {
    conversation: `console:${name}`,
    role: 'contact' as const,
    speaker: consoleSpeaker(name),
    today: '2023-05-02',
    now: NOW,
  };
  return {
    says: (cause: string, text: string) => dispatch({ ...base, cause: `${name}:${cause}` }, { text }),
    edits: (cause: string, revision: number, text: string) =>
      dispatch({ ...base, cause: `${name}:${cause}:${revision}`, corrects: `${name}:${cause}` }, { text }),
    pins: (cause: string) => dispatch({ ...base, cause: `${name}:${cause}`, pin: PIN }, { text: '' }),
    sendsFile: (cause: string) =>
      dispatch(
        { ...base, cause: `${name}:${cause}`, attachments: [{ kind: 'photo', ref: { file: 'x' }, size: 10 }] },
        { text: '' },
      ),
  };
}

interface TipRow {
  id: string;
  draft: Uint8Array;
  media: number;
}
async function stateOf(name: string) {
  const lookup = core.vault.hash('contact', 'console', name);
  const rows = await store.sql<TipRow[]>`
    select tip.id, draft, (select count(*)::int from tip_media where tip_id = tip.id) as media
    from tip join contact on contact.id = contact_id where lookup = ${lookup}`;
  return Promise.all(
    rows.map(async ({ id, draft, media }) => ({
      words: wordsOf(await openParts(store.db, core.vault, id)).map(({ text }) => text),
      draft: openContent(core.vault, id, draft)?.draft,
      media,
    })),
  );
}

describe('parts of a tip', () => {
  test('are words, a pin and a photo in any order, one tip', async () => {
    const amir = sender('amir');
    await amir.sendsFile('1');
    await amir.pins('2');
    await amir.says('3', 'ambush this morning, 2 soldiers killed');
    const [tip, ...more] = await stateOf('amir');
    expect(more).toEqual([]);
    expect(tip).toMatchObject({ media: 1, words: ['ambush this morning, 2 soldiers killed'] });
    expect(tip?.draft).toMatchObject({
      place: { lat: 34.9, lon: 38.9, precision: 1 },
      day: { from: '2023-05-02' },
      tactics: ['ambush'],
    });
  });

  test('are asked for in words where only a photo came', async () => {
    const reply = textOf(await sender('bilal').sendsFile('1'));
    expect(reply).toContain('One file received.');
    expect(reply).toContain('What happened, where and when?');
  });

  test('make no noise when an album comes', async () => {
    const chams = sender('chams');
    const said = [];
    for (let i = 0; i < 10; i++) said.push((await chams.sendsFile(String(i))).blocks.length);
    expect(said.filter((blocks) => blocks > 0).length).toBeLessThanOrEqual(2);
    expect((await stateOf('chams'))[0]?.media).toBe(10);
  });

  test('are what they were edited to', async () => {
    const dara = sender('dara');
    await dara.says('1', 'ambush near Sukhnah today, 2 soldiers killed');
    const reply = textOf(await dara.edits('1', 1, 'ambush near Palmyra today, 3 soldiers killed'));
    expect(reply).toContain('near Palmyra');
    expect(reply).toContain('3 killed');
    expect(reply).not.toContain('Sukhnah');
  });

  test('of somebody else cannot be edited', async () => {
    await sender('emad').says('1', 'ambush near Sukhnah today, 2 soldiers killed');
    const farah = createDispatch(core);
    await farah(
      {
        conversation: 'console:farah',
        role: 'contact',
        speaker: consoleSpeaker('farah'),
        today: '2023-05-02',
        now: NOW,
        cause: 'farah:1',
        corrects: 'emad:1',
      },
      { text: 'nothing happened at all near Palmyra today' },
    );
    expect((await stateOf('emad'))[0]?.words).toEqual(['ambush near Sukhnah today, 2 soldiers killed']);
  });
});

const TEXTS = [
  'ambush near Sukhnah today',
  '3 soldiers killed',
  'it was at Arak yesterday',
  'مبارح قرب تدمر',
  'they burned a truck',
  'لغم انفجر وقتل راعي',
];
type Step = { kind: 'say' | 'again' | 'edit'; message: number; text: string };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom('say', 'again', 'edit'), message: fc.nat({ max: 3 }), text: fc.constantFrom(...TEXTS) }),
  { minLength: 1, maxLength: 8 },
);

let people = 0;

test('any messages, edits and repeats leave the last words of each message, once, in one tip', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const name = `p${++people}`;
      const someone = sender(name);
      const last = new Map<number, string>();
      const first: string[] = [];
      for (const [at, { kind, message, text }] of taken.entries()) {
        const known = last.has(message);
        if (kind === 'say' || !known) {
          await someone.says(String(message), text);
          // the very words are there: whoever sends them again sees no answer
          if (!known && ![...last.values()].includes(text)) {
            last.set(message, text);
            first.push(String(message));
          }
        } else if (kind === 'again') await someone.says(String(message), text);
        else {
          await someone.edits(String(message), at + 1, text);
          last.set(message, text);
        }
      }
      const [tip, ...more] = await stateOf(name);
      expect(more).toEqual([]);
      expect(tip?.words).toEqual(first.map((message) => last.get(Number(message))));
    }),
    { numRuns: 25 },
  );
});

test('a text that reading stumbles over is kept all the same', async () => {
  const stumbling: Core = {
    ...core,
    reports: {
      tell: () => {
        throw new Error('stumbled');
      },
      draft: () => {
        throw new Error('stumbled');
      },
      remembering() {
        return this;
      },
    },
  };
  const base = {
    conversation: 'console:zaki',
    role: 'contact' as const,
    speaker: consoleSpeaker('zaki'),
    today: '2023-05-02',
    now: NOW,
  };
  const reply = await createDispatch(stumbling)({ ...base, cause: 'zaki:1' }, { text: 'they came at night' });
  expect(textOf(reply)).toContain('Kept.');
  expect((await stateOf('zaki'))[0]?.words).toEqual(['they came at night']);
});
