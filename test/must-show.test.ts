import { beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askOnce } from '../src/core/ask.ts';
import type { Core } from '../src/core/core.ts';
import type { FoundAnswer } from '../src/core/summary/answer.ts';
import { coreOfShippedFacts, textOf } from './support/core.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const ask = (text: string): Promise<Asked> => askOnce(core, { text, today: '2023-05-02', asOf: null, turns: [] });

async function found(text: string): Promise<{ answer: FoundAnswer; text: string }> {
  const { answer, reply } = await ask(text);
  if (answer.total === null) throw new Error(`"${text}" was not searched: ${answer.kind}`);
  return { answer, text: textOf(reply) };
}

const times = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('asked on 2 May 2023 on the shipped facts', () => {
  test('attacks near Sukhnah in April: one counts, three only may belong, and what was assumed is said', async () => {
    const { answer, text } = await found('attacks near Sukhnah in April');
    expect(answer.incidents.map(({ date }) => date)).toEqual(['2023-04-08']);
    expect(answer.total.killed).toMatchObject({ low: 6, best: 6, high: 6 });
    expect(answer.possible.map(({ date }) => date)).toEqual(['2023-04-04', '2023-04-05', '2023-04-06']);
    expect(text).toContain('1 attack');
    expect(text).toContain('8 April 2023');
    expect(text).toContain('6 killed');
    // the joint figure of the three, once, and in no total
    expect(times(text, /about 9 killed/gu)).toBe(1);
    expect(text).toContain('“in April” was read as April 2023');
    expect(text).toContain('taken as within 30 km');
  });

  test('how many attacks in three governorates: the store’s count beside the published one, never added', async () => {
    const { answer, text } = await found('how many attacks in Homs, Hama and Deir ez-Zor in March 2023');
    expect(answer.total.incidents).toBe(0);
    expect(text).toContain('The store itself holds no attacks');
    expect(text).toMatch(/Counter Extremism Project.*March 2023.*35 attacks.*9 killed.*62 wounded/u);
  });

  test('what happened near Kabajib on a day: the toll as a range, and the road cut', async () => {
    const { answer, text } = await found('what happened near Kabajib on 17 May 2020');
    expect(answer.incidents.map(({ date }) => date)).toEqual(['2020-05-17']);
    expect(text).toContain('7 to 8 killed and at least 13 wounded');
    expect(text).toContain('road between Kabajib and al-Shula was cut');
  });

  test('who claimed an ambush: the claim, through whom, and what the other side said', async () => {
    const { text } = await found('who claimed the ambush near Mount Bishri in April 2019');
    expect(text).toMatch(/^Claimed by ISIS, through Amaq: 20 killed/u);
    expect(text).toMatch(/Amaq \(its own claim\): 20 killed/u);
    expect(text).toMatch(/Liwa al-Quds.*\(on its own losses\): a number of dead and wounded/u);
  });

  test('attacks on Liwa al-Quds since 2019: every one, oldest first, the shared figure once in the total', async () => {
    const { answer, text } = await found('attacks on Liwa al-Quds since 2019');
    const days = answer.incidents.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
    expect(answer.incidents).toHaveLength(answer.total.incidents);
    const [joint] = answer.joint;
    expect(joint).toMatchObject({ counted: true });
    const own = answer.incidents.reduce((sum, { killed }) => sum + (killed.best ?? 0), 0);
    expect(joint?.covers.every((ref) => answer.incidents.some((one) => one.ref === ref))).toBe(true);
    expect(answer.total.killed.best).toBe(own + 9);
    expect(times(text, /about 9 killed/gu)).toBe(1);
  });

  test('how many were killed in SDF areas: the published figure with its breakdown, and that the store holds none', async () => {
    const { answer, text } = await found('how many people were killed in SDF areas in 2021');
    expect(answer.total.incidents).toBe(0);
    expect(text).toMatch(/SDF-held areas.*229 killed/u);
    expect(text).toMatch(/civilians 93 \(of whom women 9, children 5\), SDF and allied forces 136/u);
  });

  test('nothing found, not understood and failed are three different replies', async () => {
    const nothing = await ask('what happened in Sukhnah yesterday');
    expect(nothing.answer.kind).toBe('nothing_found');
    expect(textOf(nothing.reply)).toMatch(/^No record of incidents in As-Sukhnah on 1 May 2023/u);
    const unread = await ask('lorem ipsum dolor sit');
    expect(unread.answer.kind).toBe('not_understood');
    const broken: Core = { ...core, search: () => Promise.reject(new Error('the store is gone')), reportBug: () => 'bug-17' };
    const failed = await askOnce(broken, { text: 'attacks in Homs', today: '2023-05-02', asOf: null, turns: [] });
    expect(failed.answer).toMatchObject({ kind: 'failed', id: 'bug-17' });
    const replies = [nothing, unread, failed].map(({ reply }) => textOf(reply).split('\n')[0]);
    expect(new Set(replies).size).toBe(3);
  });
});
