import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { button, coreOfShippedFacts, type Person, person, textOf } from '../support/core.ts';
import { deskOf, incidentIn, moderator, saved, TODAY } from './desk.ts';

let core: Core;
let ana: Person;
let desk: ReturnType<typeof deskOf>;
let ben: Person;
let samar: Person;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = moderator(core, 'ana');
  ben = moderator(core, 'ben');
  samar = moderator(core, 'samar');
  desk = deskOf(core, ana);
  await samar.says('/language ar');
});

/** Names of columns, codes and JSON: nothing of a store's inside. */
const INSIDE = /[a-z]+[A-Z][a-z]+|[a-z]+_[a-z]+|[{}]|":/u;

describe('the history of an incident', () => {
  it('tells of corrections, accounts, merges and of what was taken back: who, when and why', async () => {
    const ref = await desk.written('On 3 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('On 3 May 2025 ISIS ambushed a patrol near Kabajib, 6 soldiers killed');
    await saved(ben, `/change ${ref} casualties 5 soldiers killed`);
    await saved(ana, `/account ${ref} SOHR: 7 soldiers killed`);
    await saved(ben, `/merge ${tip} ${ref}`);
    await ana.says(`/undo ${tip} it was another ambush`);
    await ana.says(`/undo ${ref} SOHR took it back`);
    const history = textOf(await ana.says(`/history ${ref}`));
    expect(history).toMatch(/ana wrote it on 1 June 2025, 15:00/u);
    expect(history).toMatch(/ben corrected it on .*\s+casualties: 4 killed \(government side\) became 5 killed/u);
    expect(history).toMatch(/ana added a source on .*\s+Source: .*Observatory/u);
    expect(history).toMatch(new RegExp(`ben merged a tip into it on .*\\s+Tip ${tip}`, 'u'));
    expect(history).toMatch(
      new RegExp(`ana took a decision on a tip back on .*\\s+Taken back: the merge of ${tip}\\s+Reason: it was another`, 'u'),
    );
    expect(history).toMatch(/ana took work back on .*\s+Taken back: the account of .*\s+Reason: SOHR took it back/u);
    expect(history).not.toMatch(INSIDE);
    const inArabic = textOf(await samar.says(`/history ${ref}`));
    expect(inArabic).toMatch(/الضحايا: القتلى: 4 .* صار القتلى: 5/u);
    expect(inArabic).not.toMatch(/casualties|killed|became/u);
  });

  it('tells from which tip it was published', async () => {
    const { ref: tip } = await desk.told('On 4 May 2025 ISIS attacked a checkpoint near Arak, 2 soldiers killed');
    const ref = incidentIn(textOf(await ana.says(`/approve ${tip} publish`)));
    expect(textOf(await ben.says(`/history ${ref}`))).toMatch(new RegExp(`ana published it from a tip on .*\\s+Tip ${tip}`, 'u'));
  });
});

describe('what everybody reads of an incident', () => {
  it('names fields and writers in the reader’s language, and never a column', async () => {
    const ref = await desk.written('On 5 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    await saved(ana, `/change ${ref} place near Arak`);
    await saved(ana, `/account ${ref} SOHR: 4 soldiers killed`);
    const reader = person(core, { name: 'reader', today: TODAY });
    const file = textOf(await reader.says(`/incident ${ref}`));
    expect(file).toMatch(/the team: corrected by the team\s+changed: place/u);
    expect(file).not.toMatch(INSIDE);
    const [, history = ''] = textOf(await samar.says(`/incident ${ref}`)).split('تاريخ التعديل');
    expect(history).toContain('تغيّر: المكان');
    expect(history).not.toMatch(/[a-z]/u);
  });
});

describe('the card of a tip that is decided', () => {
  it('names who decided, and not who had claimed it', async () => {
    const { ref: tip } = await desk.told('On 6 May 2025 ISIS attacked a checkpoint near Arak, 2 soldiers killed');
    await ana.says(`/claim ${tip}`);
    await saved(ben, `/decline ${tip}`);
    await ana.says(`/note ${tip} I had seen it`);
    expect(textOf(await ana.says(`/review ${tip}`))).toContain('State: declined – ben');
    await ana.says(`/undo ${tip}`);
    expect(textOf(await ana.says(`/review ${tip}`))).toContain('State: claimed – ana');
    const shown = await saved(ben, `/approve ${tip}`);
    await ben.presses(button(shown, 'approve'));
    expect(textOf(await ana.says(`/review ${tip}`))).toContain('State: published – ben');
  });
});
