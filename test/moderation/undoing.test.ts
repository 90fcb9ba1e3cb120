import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { button, buttonsOf, coreOfShippedFacts, type Person, textOf } from '../support/core.ts';
import { deskOf, moderator, saved } from './desk.ts';

let core: Core;
let ana: Person;
let ben: Person;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = moderator(core, 'ana');
  ben = moderator(core, 'ben');
  desk = deskOf(core, ana);
});

const file = async (ref: string) => textOf(await ben.says(`/incident ${ref}`));

describe('taking work on an incident back', () => {
  it('goes as many steps back as there are, each said with what it undid and what remains', async () => {
    const ref = await desk.written('On 3 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    await saved(ana, `/change ${ref} place near Arak`);
    await saved(ben, `/change ${ref} killed 6`);
    await saved(ana, `/account ${ref} SOHR: 9 soldiers killed`);

    const first = await ana.says(`/undo ${ref}`);
    expect(textOf(first)).toMatch(/Taken back on BDY-\w+: the account of .*Observatory/u);
    expect(textOf(first)).toMatch(/casualties\s+Was: 6 to 9 killed.*\s+Is again: 6 killed/u);
    expect(textOf(first)).toContain('Before that stands: the correction of casualties');

    const second = await ana.presses(button(first, 'undo'));
    expect(textOf(second)).toMatch(/Was: 6 killed.*\s+Is again: 4 killed/u);
    expect(textOf(second)).toContain('Before that stands: the correction of place');

    const third = await ana.presses(button(second, 'undo'));
    expect(textOf(third)).toMatch(/Was: near Arak\s+Is again: near Kabajib/u);
    expect(await file(ref)).toMatch(/Kabajib[\s\S]*4 killed/u);

    const fourth = await ana.presses(button(third, 'undo'));
    expect(textOf(fourth)).toMatch(/status\s+Was: published\s+Is again: retracted/u);
    expect(textOf(fourth)).toContain('Nothing else');
    expect(buttonsOf(fourth).map(({ command }) => command)).not.toContain('undo');
    expect(textOf(await ana.says(`/undo ${ref}`))).toContain('taken back already');
  });

  it('goes on from what stands: new work after an undo is the next to be taken back', async () => {
    const ref = await desk.written('On 4 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    await saved(ana, `/change ${ref} killed 6`);
    await ana.says(`/undo ${ref}`);
    await saved(ana, `/change ${ref} killed 7`);
    await ana.says(`/undo ${ref}`);
    expect(textOf(await ana.says(`/undo ${ref}`))).toContain('the incident itself');
  });

  it('leaves a merge to its tip, and says so', async () => {
    const ref = await desk.written('On 5 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('On 5 May 2025 ISIS ambushed a patrol near Kabajib, 6 soldiers killed');
    await saved(ana, `/merge ${tip} ${ref}`);
    expect(textOf(await ana.says(`/undo ${ref}`))).toContain(`/undo ${tip} takes that back`);
  });

  it('keeps what was corrected after a merge when the merge goes, and says what stays', async () => {
    const ref = await desk.written('On 6 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const { ref: tip } = await desk.told('On 6 May 2025 ISIS ambushed a patrol near Kabajib, 6 soldiers killed');
    await saved(ana, `/merge ${tip} ${ref}`);
    await saved(ben, `/change ${ref} killed 5`);
    const taken = textOf(await ana.says(`/undo ${tip}`));
    expect(taken).toMatch(/Somebody has changed casualties.* since: that stays/u);
    expect(await file(ref)).toContain('5 killed');
    expect(textOf(await ana.says(`/undo ${ref}`))).toMatch(/Was: 5 killed.*\s+Is again: 4 killed \(/u);
  });

  it('is over after a day', async () => {
    const ref = await desk.written('On 7 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
    const late = moderator(core, 'late');
    late.hasPassed(25);
    expect(textOf(await late.says(`/undo ${ref}`))).toContain('for 24 hours');
  });
});

describe('any sequence of work and of taking it back', () => {
  const WORK = [
    'place near Arak',
    'place near Palmyra',
    'killed 6',
    'killed 8',
    'wounded 3',
    'date 9 May 2025',
    'account',
  ] as const;
  const steps = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORK) }, { weight: 2, arbitrary: fc.constant('undo') }),
    {
      minLength: 4,
      maxLength: 9,
    },
  );
  /** All that a reader sees but for the version and the history. */
  const seen = async (ref: string) => (await file(ref)).split('Version of the record')[0];

  it('leaves the incident as it was before each piece of work that was taken back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const ref = await desk.written('On 8 May 2025 ISIS ambushed a patrol near Kabajib, 4 soldiers killed');
        const before: (string | undefined)[] = [];
        for (const step of sequence) {
          const now = await seen(ref);
          if (step === 'undo') {
            if (before.length === 0) continue;
            await ana.says(`/undo ${ref}`);
            expect(await seen(ref)).toBe(before.pop());
          } else {
            const offered = await ben.says(
              step === 'account' ? `/account ${ref} SOHR: 9 soldiers killed` : `/change ${ref} ${step}`,
            );
            const [save] = buttonsOf(offered);
            // what changes nothing is not offered
            if (!save) continue;
            await ben.presses(save);
            before.push(now);
          }
        }
      }),
      { numRuns: 5, seed: 7 },
    );
  });
});
