import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { openContent } from '../../src/core/tips/tip-content.ts';
import type { Store } from '../../src/db/client.ts';
import { button, buttonsOf, person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

let store: Store;
let core: Core;
const vault = freshVault();
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store, vault);
});

const contact = (name: string) => person(core, { name, role: 'contact' });
const tips = async () => (await store.sql<{ n: number }[]>`select count(*)::int as n from tip`)[0]?.n ?? 0;

const TOLD = 'daesh hit a checkpoint near sukhna this morning, 3 soldiers killed 2 wounded';
const TOLD_AR = 'داعش ضربو حاجز قرب السخنة اليوم الصبح ٣ قتلى من الجيش و٢ جرحى';

describe('a contact who pastes one message and leaves', () => {
  test('has a whole tip and a receipt of six words', async () => {
    const before = await tips();
    const reply = textOf(await contact('amal').says(TOLD));
    expect(reply).toContain('Kept.');
    expect(reply).toMatch(/Receipt: \p{L}+( \p{L}+){5}$/mu);
    expect(reply).toContain('2 May 2023');
    expect(reply).toContain('near As-Sukhnah');
    expect(reply).toContain('3 killed (government side)');
    expect(await tips()).toBe(before + 1);
  });

  test('is answered in Arabic when they write Arabic', async () => {
    const reply = textOf(await contact('badr').says(TOLD_AR));
    expect(reply).toContain('حفظت رسالتك');
    expect(reply).toContain('السخنة');
    expect(reply).not.toMatch(/Kept|Day|Place/);
  });
});

describe('the conversation', () => {
  test('asks only what is missing, in two questions at most, and takes three messages', async () => {
    const dana = contact('dana');
    const first = await dana.says('3 soldiers were killed in an ambush');
    expect(textOf(first)).toContain('Where was it, and on which day?');
    const second = await dana.says('near Kabajib');
    expect(textOf(second)).toContain('Place: near Kabajib');
    expect(textOf(second)).toContain('Which day was it?');
    const third = await dana.presses(button(second, 'say'));
    expect(textOf(third)).toContain('Day: 2 May 2023');
    expect(textOf(third)).toContain('That is all I need');
  });

  test('asks nothing where all is said, and closes at the last thing that is skipped', async () => {
    expect(textOf(await contact('dunya').says(`ISIS ${TOLD}`))).toContain('That is all I need');
    const dalal = contact('dalal');
    const first = await dalal.says('3 soldiers were killed in an ambush');
    const second = await dalal.presses(button(first, 'skip'));
    expect(textOf(second)).toBe('Who did it, if you know?');
    const last = await dalal.presses(button(second, 'skip'));
    expect(textOf(last)).toContain('this is complete');
    expect(buttonsOf(last)).toEqual([]);
  });

  test('corrects what was understood by a button and words, and keeps the words as they were', async () => {
    const eyad = contact('eyad');
    const first = await eyad.says(TOLD);
    const fix = buttonsOf(first).find(({ command, args }) => command === 'fix' && args.field === 'place');
    expect(fix).toBeDefined();
    if (fix) await eyad.presses(fix);
    const corrected = textOf(await eyad.says('no it was at Arak'));
    expect(corrected).toContain('Arak');
    expect(corrected).not.toContain('Sukhnah');
  });

  test('takes several messages as one tip until it is done, and the next as another', async () => {
    const before = await tips();
    const fadi = contact('fadi');
    await fadi.says('shooting now near Palmyra');
    await fadi.says('2 soldiers are dead');
    await fadi.says('done');
    expect(await tips()).toBe(before + 1);
    await fadi.says('mine went off near Palmyra, a shepherd is hurt');
    expect(await tips()).toBe(before + 2);
  });

  test('ends by itself after a while', async () => {
    const before = await tips();
    const gina = contact('gina');
    await gina.says('shooting now near Palmyra');
    gina.hasPassed(1);
    await gina.says('mine went off near Palmyra, a shepherd is hurt');
    expect(await tips()).toBe(before + 2);
  });

  test('goes on after a restart', async () => {
    const before = await tips();
    await contact('hadi').says('3 soldiers were killed in an ambush today');
    const again = await startOn(store, vault);
    const reply = textOf(await person(again, { name: 'hadi', role: 'contact' }).says('near Kabajib'));
    expect(reply).toContain('Place: near Kabajib');
    expect(await tips()).toBe(before + 1);
  });
});

describe('questions stay questions', () => {
  test.each([
    'attacks near Sukhnah in April 2023',
    'how many killed near Sukhnah in April 2023?',
    'هجمات قرب السخنة في نيسان 2023',
    'كم قتيل قرب السخنة في نيسان 2023',
  ])('for a contact too: %s', async (text) => {
    const before = await tips();
    const reply = textOf(await contact('iman').says(text));
    expect(reply).not.toMatch(/Kept|حفظت/);
    expect(await tips()).toBe(before);
  });

  test('and what is neither is kept, with a button that has it answered and leaves nothing behind', async () => {
    const before = await tips();
    const jad = contact('jad');
    const kept = await jad.says('ambush near Sukhnah');
    expect(textOf(kept)).toContain('Kept.');
    expect(await tips()).toBe(before + 1);
    const answer = textOf(await jad.presses(button(kept, 'question')));
    expect(answer).toMatch(/\d+ (ambush|attack)|No /u);
    expect(await tips()).toBe(before);
  });

  test('and a member of nothing who tells what happened is taken as a contact', async () => {
    const before = await tips();
    await person(core, { name: 'kamal' }).says('we heard shooting near Sukhnah just now, 2 soldiers killed');
    expect(await tips()).toBe(before + 1);
  });

  test('but the team is never taken for a contact', async () => {
    const before = await tips();
    await person(core, { name: 'lina', role: 'moderator' }).says('we heard shooting near Sukhnah just now, 2 soldiers killed');
    expect(await tips()).toBe(before);
  });
});

describe('what a contact can do with a tip', () => {
  test('tell something else by /tip at any time: it is a tip of its own, with a receipt of its own', async () => {
    const nadim = contact('nadim');
    const before = await tips();
    await nadim.says(TOLD);
    const second = textOf(await nadim.says('/tip kids shelled near Palmyra today, 2 injured'));
    expect(second).toMatch(/Receipt: \p{L}+( \p{L}+){5}$/mu);
    expect(second).toContain('near Palmyra');
    expect(second).not.toContain('Sukhnah');
    expect(await tips()).toBe(before + 2);
  });

  const receiptOf = (text: string) => /Receipt: (.+)$/mu.exec(text)?.[1] ?? '';

  test('is to ask how it stands by its six words, from anywhere', async () => {
    const receipt = receiptOf(textOf(await contact('mona').says(TOLD)));
    expect(textOf(await contact('nour').says(`/status ${receipt}`))).toContain('has not decided yet');
    expect(textOf(await contact('mona').says('/status'))).toContain('has not decided yet');
  });

  test('is to hear the same of unknown words, few words and too many tries', async () => {
    const omar = contact('omar');
    const unknown = textOf(await omar.says('/status one two three'));
    for (let i = 0; i < 7; i++) expect(textOf(await omar.says('/status one two three four five six'))).toBe(unknown);
    const receipt = receiptOf(textOf(await contact('petra').says(TOLD)));
    expect(textOf(await omar.says(`/status ${receipt}`))).toBe(unknown);
  });

  test('is to add to it long after', async () => {
    const before = await tips();
    const qais = contact('qais');
    await qais.says('shooting near Palmyra today');
    await qais.says('done');
    qais.hasPassed(30);
    const reply = textOf(await qais.says('/add 4 soldiers were killed'));
    expect(reply).toContain('4 killed (government side)');
    expect(reply).toContain('Who did it');
    expect(await tips()).toBe(before + 1);
  });

  test('is to take it back', async () => {
    const rami = contact('rami');
    await rami.says(TOLD);
    expect(textOf(await rami.says('/withdraw'))).toContain('Taken back');
    const [row] = await store.sql<{ state: string; draft: unknown; parts: number }[]>`
      select state, draft, (select count(*)::int from tip_part where tip_id = tip.id) as parts from tip order by received_at desc, id desc limit 1`;
    expect((await store.sql`select 1 from tip where state = 'withdrawn' and draft is null`).length).toBeGreaterThan(0);
    expect(row).toBeDefined();
    expect(textOf(await rami.says('/status'))).toContain('closed');
  });

  test('is to be forgotten', async () => {
    const sami = contact('sami');
    const receipt = receiptOf(textOf(await sami.says(TOLD)));
    expect(textOf(await sami.says('/forget'))).toContain('Nothing here leads to you');
    expect(textOf(await sami.says('/status'))).toContain('You have no tips here');
    expect(textOf(await sami.says(`/status ${receipt}`))).toContain('I find no tip');
  });

  test('is to learn who can see it', async () => {
    expect(textOf(await contact('tala').says('/safety'))).toContain('no name, number, account or link');
    expect(textOf(await contact('tala').says('مرحبا'))).toContain('اكتب ما حدث');
  });
});

describe('words that are no tip', () => {
  test.each(['done', 'خلص', 'skip', 'thanks'])('make none, though no tip is in hand: %s', async (text) => {
    const ward = contact('ward');
    await ward.says(TOLD);
    await ward.says('done');
    const before = await tips();
    await ward.says(text);
    expect(await tips()).toBe(before);
  });

  test('answer nothing where they tell something else', async () => {
    const yara = contact('yara');
    await yara.says('ambush near Sukhnah');
    const reply = textOf(await yara.says('3 soldiers killed'));
    expect(reply).toContain('3 killed');
    expect(reply).toContain('Which day was it?');
    expect(textOf(await yara.says('🚨'))).toBe('Added.');
    expect(textOf(await yara.says('today'))).toContain('Day: 2 May 2023');
  });
});

describe('somebody in a hurry', () => {
  test('who writes in pieces is not told each time that they are not understood, nor asked the same again', async () => {
    const piece = contact('pieces');
    expect(textOf(await piece.says('I saw ISIS'))).toContain('Where was it, and on which day?');
    for (const text of ['they have 3 cars', 'God help us all here', 'please hurry'])
      expect(textOf(await piece.says(text))).toBe('Added.');
    expect(textOf(await piece.says('near kobajep'))).toContain('near Kabajib');
  });

  test.each(['ما بعرف مين', 'i dont know who', 'no idea'])(
    'who does not know the next thing is asked no more of it: %s',
    async (text) => {
      const unsure = contact(`unsure ${text}`);
      await unsure.says('3 soldiers killed near Palmyra today');
      expect(textOf(await unsure.says(text))).toMatch(/this is complete|البلاغ كامل/u);
    },
  );

  test('who counts after they told is understood', async () => {
    const counting = contact('counting');
    await counting.says('clash at Resafa yesterday');
    await counting.says('soldiers were wounded');
    expect(textOf(await counting.says('3'))).toContain('3 wounded');
    expect(textOf(await counting.says('no, 2'))).toContain('2 wounded');
  });

  test.each(['وين؟', 'who?'])('who asks back is not answered from the store: %s', async (text) => {
    const asking = contact(`asking ${text}`);
    await asking.says('ambush, 2 soldiers killed');
    expect(textOf(await asking.says(text))).toMatch(/^(?:Added\.|أضيفت\.|I did not understand|لم أفهم)/u);
  });

  test.each(['كيفك', 'انت مين', 'who are you'])('who begins with a greeting has no tip made of it: %s', async (text) => {
    const before = await tips();
    await contact(`greeting ${text}`).says(text);
    expect(await tips()).toBe(before);
  });

  test('whose message is empty, as a sticker is, is not told to ask a question', async () => {
    expect(textOf(await contact('sticker').says(''))).toContain('Write what happened');
  });
});

test('the last tip is the one that was told last, in the same hour too', async () => {
  const zein = contact('zein');
  for (let i = 1; i <= 4; i++) {
    await zein.says(`mine went off near Palmyra today, ${i} shepherds hurt`);
    await zein.says('done');
  }
  await zein.says('/withdraw');
  const lookup = core.vault.hash('contact', 'console', 'zein');
  const rows = await store.sql<{ id: string; state: string; draft: Uint8Array | null }[]>`
    select tip.id, state, draft from tip join contact on contact.id = contact_id where lookup = ${lookup}`;
  const left = rows.flatMap(({ id, draft }) => openContent(vault, id, draft)?.draft.tolls.civilians?.wounded?.low ?? []);
  expect(left.sort()).toEqual([1, 2, 3]);
});
