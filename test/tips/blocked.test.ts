import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDispatch, type Said } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { openContent } from '../../src/core/tips/tip-content.ts';
import type { Store } from '../../src/db/client.ts';
import { buttonsOf, person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
let shown = 0;
beforeAll(async () => {
  store = await factsStore();
  core = {
    ...(await startOn(store)),
    tipChanged: async () => {
      shown++;
    },
  };
});

type Step =
  | { does: 'says'; text: string }
  | { does: 'sends'; file: boolean; text: string }
  | { does: 'presses'; which: number }
  | { does: 'edits'; which: number; text: string }
  | { does: 'shows'; command: string }
  | { does: 'waits'; hours: number };

const WORDS = [
  'clash near Palmyra',
  'it was yesterday',
  'no, near Sukhnah',
  '5 soldiers killed',
  '3 not 5',
  'done',
  'skip',
  'no',
  'attacks near Palmyra in April 2023?',
  'مبارح بالليل',
  'كمين قرب السخنة قتل ٣ عساكر',
  'مو اليوم، مبارح',
  '/status',
  '/add 2 wounded',
  '/add',
  '/withdraw',
  '/tip mine near Resafa, a shepherd hurt',
  '/join 2222-2222-2222',
  '/delete on',
  '/forget',
];
const words = fc.constantFrom(...WORDS);
const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('says' as const), text: words }) },
  fc.record({ does: fc.constant('sends' as const), file: fc.boolean(), text: fc.constantFrom('', 'burned truck near Arak') }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('presses' as const), which }) },
  fc.record({ does: fc.constant('edits' as const), which, text: words }),
  fc.record({ does: fc.constant('shows' as const), command: fc.constantFrom('/status', '/withdraw') }),
  fc.record({ does: fc.constant('waits' as const), hours: fc.constantFrom(1, 5) }),
);

const OWN = new Set(['say', 'fix', 'skip', 'done', 'question', 'withdraw']);

/** All that differs between two replies to the same words: the receipt, drawn by chance, and refs. */
const RECEIPT = /(?:Receipt|الإيصال): (.+)$/mu;

/** What somebody reads who does these things: texts and buttons. */
async function transcript(name: string, steps: readonly Step[]): Promise<string[]> {
  const dispatch = createDispatch(core);
  let now = new Date('2025-06-01T12:10:00Z');
  let said = 0;
  const receipts: string[] = [];
  const sent: string[] = [];
  let buttons: ReturnType<typeof buttonsOf> = [];
  const lines: string[] = [];
  const run = async (what: Said, more: object = {}) => {
    const base = {
      conversation: `console:${name}`,
      role: 'contact' as const,
      speaker: consoleSpeaker(name),
      today: '2023-05-02',
    };
    const reply = await dispatch({ ...base, now, cause: `${name}:${++said}`, ...more }, what);
    // pictures have names by chance, and are nobody's own
    const own = buttonsOf(reply).filter(({ command }) => OWN.has(command));
    if (own.length > 0) buttons = own;
    const text = textOf(reply);
    const receipt = RECEIPT.exec(text)?.[1];
    if (receipt) receipts.push(receipt);
    lines.push(
      [
        text.replace(RECEIPT, 'Receipt'),
        reply.visibility,
        ...buttonsOf(reply).map(({ label, command }) => `${label}/${command}`),
      ].join('\n'),
    );
  };
  for (const one of steps) {
    if (one.does === 'waits') now = new Date(now.getTime() + one.hours * 3_600_000);
    if (one.does === 'says') {
      sent.push(`${name}:${said + 1}`);
      await run({ text: one.text });
    }
    if (one.does === 'sends') {
      const attachments = [{ kind: 'photo' as const, ref: { file: 'x' }, size: 10 }];
      await run({ text: one.text }, one.file ? { attachments } : { pin: { lat: 34.89, lon: 38.87 } });
    }
    if (one.does === 'presses') {
      const button = buttons[one.which];
      if (button) await run({ command: button.command, args: button.args });
    }
    if (one.does === 'edits') {
      const corrects = sent[one.which];
      if (corrects) await run({ text: one.text }, { corrects });
    }
    if (one.does === 'shows') await run({ text: `${one.command} ${receipts.at(-1) ?? ''}` });
  }
  return lines;
}

const blockAll = (name: string) =>
  store.sql`update contact set blocked_at = now() where lookup = ${core.vault.hash('contact', 'console', name)}`;

let pairs = 0;

describe('a contact who is blocked', () => {
  test('reads, whatever they do, what a contact reads who is not known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const pair = ++pairs;
        const first: Step = { does: 'says', text: '/status' };
        await transcript(`free${pair}`, [first]);
        await transcript(`banned${pair}`, [first]);
        await blockAll(`banned${pair}`);
        const heard = await transcript(`banned${pair}`, steps);
        expect(heard).toEqual(await transcript(`free${pair}`, steps));
      }),
      { numRuns: 12 },
    );
  });

  test('is shown to nobody, and leaves no draft', async () => {
    const basil = person(core, { name: 'basil', role: 'contact' });
    await basil.says('/status');
    await blockAll('basil');
    const before = shown;
    await basil.says('clash near Palmyra');
    await basil.says('it was yesterday');
    await basil.says('done');
    expect(shown).toBe(before);
    const lookup = core.vault.hash('contact', 'console', 'basil');
    const rows = await store.sql<{ id: string; state: string; draft: Uint8Array }[]>`
      select tip.id, state, draft from tip join contact on contact.id = contact_id where lookup = ${lookup}`;
    expect(rows.map(({ state }) => state)).toEqual(['spam']);
    for (const { id, draft } of rows) expect(openContent(core.vault, id, draft)?.draft).toMatchObject({ place: null, day: null });
  });

  test('has no file fetched', async () => {
    const name = 'chafiq';
    await transcript(name, [{ does: 'says', text: '/status' }]);
    await blockAll(name);
    await transcript(name, [{ does: 'sends', file: true, text: '' }]);
    const rows = await store.sql`
      select tip_media.state, "fetch" from tip_media join tip on tip.id = tip_id join contact on contact.id = contact_id
      where lookup = ${core.vault.hash('contact', 'console', name)}`;
    expect(rows).toMatchObject([{ state: 'refused', fetch: null }]);
  });
});
