import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { tellReopened } from '../../src/core/moderation/tell-reopened.ts';
import type { Posting } from '../../src/core/post.ts';
import { button, coreOfShippedFacts, type Person, textOf } from '../support/core.ts';
import { deskOf, moderator } from './desk.ts';

let core: Core;
let ana: Person;
let desk: ReturnType<typeof deskOf>;
const heard: Posting[] = [];
const NOW = new Date('2025-06-01T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

beforeAll(async () => {
  core = { ...(await coreOfShippedFacts()), post: async (_tx, posting) => void heard.push(posting) };
  ana = moderator(core, 'ana');
  desk = deskOf(core, ana);
});

/** What the contact is told meanwhile. */
async function during(work: () => Promise<unknown>): Promise<string[]> {
  const from = heard.length;
  await work();
  return heard.slice(from).map(({ reply }) => textOf(reply));
}

const TELLING = 'On 3 May 2025 ISIS attacked a checkpoint near Arak, 2 soldiers killed';

describe('a contact', () => {
  it('hears once what became of a tip, however often the team takes it back and decides the same', async () => {
    const { ref } = await desk.told(TELLING);
    const said = await during(async () => {
      for (let n = 0; n < 5; n++) {
        await ana.says(`/approve ${ref} publish`);
        await ana.says(`/undo ${ref}`);
      }
      await ana.says(`/approve ${ref} publish`);
      await tellReopened(core, later(120));
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('the team could use what you sent');
  });

  it('hears of the last decision where it differs from what they were told', async () => {
    const { ref } = await desk.told(TELLING);
    const said = await during(async () => {
      await ana.says(`/approve ${ref} publish`);
      await ana.says(`/undo ${ref}`);
      await ana.says(`/decline ${ref}`);
    });
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('did not use');
    expect(await during(() => ana.says(`/undo ${ref}`))).toEqual([]);
    expect((await during(() => ana.says(`/decline ${ref} the place is not clear`)))[0]).toContain('the place is not clear');
  });

  it('hears that the team looks once more only where that lasts, and once', async () => {
    const { ref } = await desk.told(TELLING);
    await ana.says(`/decline ${ref}`);
    const soon = await during(async () => {
      await ana.says(`/undo ${ref}`);
      await tellReopened(core, later(5));
    });
    expect(soon).toEqual([]);
    const heardLater = await during(async () => {
      await tellReopened(core, later(20));
      await tellReopened(core, later(80));
    });
    expect(heardLater.map((one) => one.includes('looks once more'))).toEqual([true]);
    expect((await during(() => ana.says(`/decline ${ref}`)))[0]).toContain('did not use');
  });

  it('is not told so where they were asked something meanwhile: that says it', async () => {
    const { ref } = await desk.told(TELLING);
    await ana.says(`/decline ${ref}`);
    const said = await during(async () => {
      await ana.says(`/undo ${ref}`);
      await ana.says(`/relay ${ref} where was it?`);
      await tellReopened(core, later(60));
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('where was it?');
  });
});

describe('what the team writes beside a contact', () => {
  it('keeps nobody’s number, account or link to a person: not for the contact, not in the log', async () => {
    const { ref } = await desk.told(TELLING);
    const asked = await during(() => ana.says(`/relay ${ref} call me on +963 933 123 456 or @ana_desk, https://t.me/ana_desk`));
    const noted = await ana.says(`/note ${ref} Omar will call from 0933 123 456, see https://example.org/post/7`);
    expect(textOf(noted)).toContain('left out');
    await ana.says(`/decline ${ref} write to omar@example.org`);
    const history = textOf(await ana.says(`/history ${ref}`));
    for (const text of [asked.join(), history]) expect(text).not.toMatch(/933|ana_desk|omar@/u);
    expect(history).toContain('Omar will call from');
    expect(history).toContain('example');
    const card = await ana.says(`/review ${ref}`);
    expect(textOf(card)).not.toMatch(/933|ana_desk/u);
    await ana.presses(button(card, 'undo'));
    expect(textOf(await ana.says(`/note ${ref} on 2025-05-03 at 35.12, 38.45 six men, 12 km south`))).not.toContain('left out');
  });
});
