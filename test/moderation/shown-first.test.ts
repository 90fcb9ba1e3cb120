import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { button, buttonsOf, coreOfShippedFacts, type Person, textOf } from '../support/core.ts';
import { deskOf, moderator } from './desk.ts';

let core: Core;
let ana: Person;
let desk: ReturnType<typeof deskOf>;
let ben: Person;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = moderator(core, 'ana');
  desk = deskOf(core, ana);
  ben = moderator(core, 'ben');
});

describe('a merge', () => {
  it('is shown first: the tip beside the incident, how alike they are, and what becomes of the figures', async () => {
    const ref = await desk.written('On 7 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('On 8 May 2025 ISIS ambushed a patrol near Kabajib, 6 soldiers killed');
    const shown = await ana.says(`/merge ${tip} ${ref}`);
    const text = textOf(shown);
    expect(text).toContain('Nothing is written yet');
    expect(text).toMatch(/date: 1 day apart\s+Tip: 8 May 2025\s+Incident: 7 May 2025/u);
    expect(text).toMatch(/place: 0 km away/u);
    expect(text).toMatch(/casualties: .*\s+Tip: 6 killed.*\s+Incident: 4 killed.*\s+Then: 4 to 6 killed/u);
    expect(text).toMatch(/wording: /u);
    expect(textOf(await ana.says(`/incident ${ref}`))).not.toContain('4 to 6');
    const done = textOf(await ana.presses(button(shown, 'unite')));
    expect(done).toContain(`${tip} is merged into ${ref}`);
    expect(textOf(await ana.says(`/incident ${ref}`))).toContain('4 to 6 killed');
    await ana.says(`/undo ${tip}`);
    expect(textOf(await ana.says(`/incident ${ref}`))).not.toContain('4 to 6');
  });

  it('is two taps from the suggestion on the card, in Arabic too', async () => {
    const ref = await desk.written('On 9 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('في 9 أيار 2025 كمين لداعش على دورية قرب كباجب، مقتل 6 جنود');
    const samar = moderator(core, 'samar');
    await samar.says('/language ar');
    const shown = await samar.presses(button(await samar.says(`/review ${tip}`), 'merge'));
    expect(textOf(shown)).toContain('لم يُكتب شيء بعد');
    expect(textOf(shown)).toMatch(/المكان: على بعد 0 كم\s+كلاهما: قرب كباجب/u);
    expect(textOf(await samar.presses(button(shown, 'unite')))).toContain(ref);
  });

  it('is not written on what was not seen: the incident has changed since, or is the same tip again', async () => {
    const ref = await desk.written('On 10 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('On 10 May 2025 ISIS ambushed a patrol near Kabajib, 6 soldiers killed');
    const shown = await ana.says(`/merge ${tip} ${ref}`);
    await ben.presses(button(await ben.says(`/change ${ref} casualties 9 soldiers killed`), 'rewrite'));
    const late = await ana.presses(button(shown, 'unite'));
    expect(textOf(late)).toContain('Somebody has changed');
    expect(textOf(await ana.says(`/review ${tip}`))).toContain('State: new');
    expect(textOf(await ana.says(`/merge ${tip} BDY-222222`))).toContain('BDY-222222');
    await ana.says(`/decline ${tip}`);
    expect(buttonsOf(await ana.says(`/merge ${tip} ${ref}`)).map(({ command }) => command)).not.toContain('unite');
  });
});

describe('a source’s account', () => {
  it('is shown first, with what it makes of the figures and the grade', async () => {
    const ref = await desk.written('On 11 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/account ${ref} SOHR: 4 soldiers killed https://example.org/a`);
    expect(textOf(shown)).toMatch(
      /Nothing is written yet[\s\S]*https:\/\/example.org\/a[\s\S]*Now: 2 killed.*\s+Then: 2 to 4 killed/u,
    );
    expect(textOf(await ana.says(`/incident ${ref}`))).not.toContain('SOHR');
    await ana.presses(button(shown, 'attest'));
    expect(textOf(await ana.says(`/incident ${ref}`))).toMatch(/2 to 4 killed[\s\S]*SOHR/u);
  });

  it('says what of the line is in nothing of it, and is not offered twice', async () => {
    const ref = await desk.written('On 13 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/account ${ref} SOHR: 4 soldiers killed near Palmyra, report`);
    expect(textOf(shown)).toMatch(/Not used: .*Palmyra/u);
    await ana.presses(button(shown, 'attest'));
    const again = await ana.says(`/account ${ref} SOHR: 4 soldiers killed`);
    expect(textOf(again)).toContain('tells exactly that');
    expect(buttonsOf(again)).toEqual([]);
    expect(textOf(await ana.says(`/account ${ref} أعماق: تبنّي، مقتل 9 جنود`))).toMatch(/يقوله بصفة: تبنٍّ/u);
  });

  it('leaves the toll as it is where the attackers tell of those they hit, and says so', async () => {
    const ref = await desk.written('On 12 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/account ${ref} Amaq: 20 soldiers killed, 3 ISIS fighters killed, claim`);
    expect(textOf(shown)).toContain('stands beside');
    await ana.presses(button(shown, 'attest'));
    const file = textOf(await ana.says(`/incident ${ref}`));
    expect(file).toContain('government side: 2 killed');
    expect(file).toContain('Amaq (its own claim): 23 killed');
  });
});

describe('a new source and a new spelling', () => {
  it('are shown first; a source has a side and a reliability of the shared lists', async () => {
    const shown = await ana.says('/addsource C media independent Steppe Mail / رسائل السهب');
    expect(textOf(shown)).toMatch(/Nothing is written yet[\s\S]*Steppe Mail[\s\S]*رسائل السهب/u);
    expect(textOf(await ana.says('/source Steppe Mail'))).not.toContain('Reliability: C');
    await ana.presses(button(shown, 'enlist'));
    expect(textOf(await ana.says('/source Steppe Mail'))).toContain('C');
    const sided = await ana.says('/addsource D belligerent-outlet isis Dawn Radio');
    expect(textOf(sided)).toContain('ISIS');
    await ana.presses(button(sided, 'enlist'));
    expect(textOf(await ana.says('/addsource D media martians Dawn Post'))).toContain('independent');
    expect(textOf(await ana.says('/addsource D media isis Steppe Mail'))).toContain('known already');
  });

  it('are not written twice', async () => {
    const shown = await ana.says('/alias place Arak = Arakeesh');
    expect(textOf(shown)).toMatch(/Arakeesh[\s\S]*Nothing is written yet/u);
    await ana.presses(button(shown, 'spell'));
    expect(textOf(await ana.presses(button(shown, 'spell')))).toContain('known already');
    expect(textOf(await ana.says('/alias place Arak = Arakeesh'))).toContain('known already');
  });
});
