import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { button, coreOfShippedFacts, type Person, person, textOf } from '../support/core.ts';

const TODAY = '2025-06-01';
let core: Core;
let [ana, ben]: Person[] = [];
let ref: string;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  [ana, ben] = ['ana', 'ben'].map((name) => person(core, { name, role: 'moderator', today: TODAY }));
  const contact = person(core, { name: 'samir', role: 'contact', today: TODAY });
  await contact.says('Yesterday ISIS ambushed an army patrol near Sukhnah, 3 soldiers killed');
  ref = /T-\w{6}/u.exec(textOf((await ana?.says('/queue')) ?? { language: 'en', blocks: [], visibility: 'public' }))?.[0] ?? '';
});

const two = (): [Person, Person] => {
  if (!ana || !ben) throw new Error('two moderators');
  return [ana, ben];
};

describe('a tip that somebody has', () => {
  it('is taken over at a second tap, after it was said who has it and since when', async () => {
    const [ana, ben] = two();
    await ana.says(`/claim ${ref}`);
    expect(textOf(await ana.says(`/claim ${ref}`))).not.toContain('Nothing is done yet');
    const warned = await ben.says(`/claim ${ref}`);
    expect(textOf(warned)).toMatch(/ana has T-\w{6}, since \d\d:\d\d, 1 June 2025\. Nothing is done yet/u);
    expect(textOf(await ana.says(`/review ${ref}`))).toContain('claimed – ana');
    expect(textOf(await ben.presses(button(warned, 'claim')))).toContain('claimed – ben');
  });

  it.each(['decline', 'spam', 'approve', 'edit'])('is not put to /%s by others without a word of it, once', async (command) => {
    const [ana] = two();
    const words = command === 'edit' ? ' place near Arak' : '';
    const warned = await ana.says(`/${command} ${ref}${words}`);
    expect(textOf(warned)).toContain('ben has');
    if (command !== 'approve' && command !== 'edit') return;
    const shown = await ana.presses(button(warned, command));
    expect(textOf(shown)).not.toContain('ben has');
    expect(textOf(shown)).toMatch(/will be published|Not saved yet/u);
  });

  it('is published by others with one tap more, and in two by whoever has it', async () => {
    const [ana, ben] = two();
    const preview = await ben.says(`/approve ${ref}`);
    expect(textOf(preview)).toContain('This will be published');
    const others = await ana.presses(button(await ana.says(`/approve ${ref}`), 'approve'));
    expect(textOf(await ana.presses(button(others, 'approve')))).toContain('is published as');
    expect(textOf(await ben.presses(button(preview, 'approve')))).toContain('ana published it');
  });
});
