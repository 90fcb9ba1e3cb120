import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';
import { readMarkdown } from './read-markdown.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const QUESTION = 'attacks in Homs governorate in 2023';

describe('people on Discord', () => {
  test('ask by slash command, by mention and in private, and get the same answer', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const bySlash = await ana.runs('/ask', { text: QUESTION }, channel);
    const byMention = await ana.says(QUESTION, { in: channel, mention: true });
    const inPrivate = await ana.says(QUESTION);
    expect(bySlash.text).toContain('Homs');
    expect(byMention.text).toBe(bySlash.text);
    expect(inPrivate.text).toBe(bySlash.text);
    expect(byMention.buttons).toEqual(bySlash.buttons);
    expect(bySlash.forMeAlone).toBe(false);
  });

  test('press “more” and see the next page', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const first = await ana.runs('/ask', { text: 'attacks in Syria since 2015' }, channel);
    const more = first.buttons.find((label) => /more/iu.test(label));
    expect(more).toBeDefined();
    const next = await ana.presses(more ?? '', first);
    expect(next.text).not.toBe(first.text);
    const refs = (text: string): string[] => text.match(/BDY-[2-9A-Z]{6}/gu) ?? [];
    const shown = new Set(refs(first.text));
    expect(shown.size).toBeGreaterThan(0);
    expect(refs(next.text).some((ref) => !shown.has(ref))).toBe(true);
  });

  test('follow up in a thread below an answer without a mention, and by a reply', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const answer = await ana.says(QUESTION, { in: channel, mention: true });
    const thread = ana.beginsThread(answer);
    const inThread = await ana.says('only in 2022', { in: thread });
    expect(inThread.text).toContain('2022');
    expect(inThread.text).toContain('Homs');
    const byReply = await ana.says('and in 2021?', { in: channel, replyTo: answer });
    expect(byReply.text).toContain('2021');
    expect(byReply.text).toContain('Homs');
  });

  test('are not answered when they talk to each other, also not in a thread of theirs, nor when a bot speaks', async () => {
    const { fake, channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const ben = person('ben');
    const word = ben.sends('did you read it?', { in: channel });
    const talk = ana.beginsThread({ id: word.id, text: '', buttons: [], files: [], forMeAlone: false, raw: word });
    ana.sends(QUESTION, { in: talk });
    ana.sends(QUESTION, { in: channel });
    const robot = person('robot');
    robot.user.bot = true;
    robot.sends(QUESTION, { in: channel, mention: true });
    ben.deletes(word);
    // what comes after has been answered, so they have been passed over
    await ana.says(QUESTION, { in: channel, mention: true });
    const answers = [...channel.messages, ...talk.messages].filter(({ author }) => author.id === fake.state.bot.id);
    expect(answers).toHaveLength(1);
    expect(await core.store.sql`select 1 from inbox where kind = 'delete'`).toEqual([]);
  });

  test('in Arabic get Arabic, with slash commands in Arabic', async () => {
    const { fake, person, start } = await scene();
    await start(core);
    const ana = person('ana', { locale: 'ar' });
    const answer = await ana.runs('/ask', { text: 'هجمات في محافظة حمص في 2023' });
    expect(readMarkdown(answer.text).text).toMatch(/حمص/u);
    const help = await ana.runs('/help');
    expect(help.text).toMatch(/[\u0600-\u06ff]{3}/u);
    expect(fake.state.commands).toContainEqual(
      expect.objectContaining({
        name: 'ask',
        description_localizations: { ar: expect.stringMatching(/[\u0600-\u06ff]/u) },
        options: [
          expect.objectContaining({ name: 'text', required: true, autocomplete: true, name_localizations: { ar: 'السؤال' } }),
        ],
      }),
    );
  });

  test('alone see what is for them alone: help, and what was wrong with a question', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    expect((await ana.runs('/help', {}, channel)).forMeAlone).toBe(true);
    const sorry = await ana.runs('/incident', { ref: 'BDY-222222' }, channel);
    expect(sorry.forMeAlone).toBe(true);
    expect(channel.messages.filter(({ flags }) => ((flags ?? 0) & 64) === 0)).toEqual([]);
  });

  test('get maps and exports as uploads with words', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const answer = await ana.runs('/ask', { text: QUESTION }, channel);
    const map = answer.buttons.find((label) => /map/iu.test(label));
    const picture = await ana.presses(map ?? '', answer);
    expect(picture.files).toEqual([{ name: expect.stringMatching(/\.png$/u), description: expect.stringMatching(/\w+/u) }]);
  });

  test('choose what they meant, also where the question is too long for a button', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const long = `please tell me and my colleagues of the monitoring team about all of the attacks that were recorded in 2023 near Zzyx`;
    const question = await ana.runs('/ask', { text: long }, channel);
    expect(question.text).not.toBe('');
    for (const row of question.raw.components ?? []) expect(JSON.stringify(row).length).toBeLessThan(2_000);
  });

  test('are helped while they type: places, actors and refs in both scripts, sources, commands', async () => {
    const { person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const values = async (command: string, option: string, text: string) =>
      (await ana.types(command, option, text)).map(({ value }) => value);
    expect(await values('/ask', 'text', 'attacks near Sukhn')).toContain('attacks near As-Sukhnah');
    expect((await values('/ask', 'text', 'هجمات قرب السخ'))[1]).toBe('هجمات قرب السخنة');
    expect(await values('/ask', 'text', 'attacks on Liwa')).toContainEqual(expect.stringMatching(/^attacks on Liwa al-Quds/u));
    expect((await values('/ask', 'text', '')).length).toBeGreaterThan(2);
    const refs = await ana.types('/incident', 'ref', 'bdy');
    expect(refs[0]?.value).toMatch(/^BDY-[2-9A-Z]{6}$/u);
    expect(await values('/incident', 'ref', refs[0]?.value.slice(0, 6).toLowerCase() ?? '')).toContain(refs[0]?.value);
    expect(await values('/source', 'name', 'observatory')).toContainEqual(expect.stringMatching(/Observatory/u));
    expect(await values('/help', 'command', 'inc')).toEqual(['incident']);
    const offered = await ana.types('/change', 'value', 'near Sukh', { incident: 'BDY-222222', field: 'where' });
    expect(offered.map(({ value }) => value)).toContain('near As-Sukhnah');
    expect(await values('/edit', 'field', 'kil')).toEqual(['killed']);
  });

  test('who correct a question see its answer change; a deleted one changes nothing', async () => {
    const { fake, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const question = ana.sends(QUESTION);
    const answers = () => ana.dm.messages.filter(({ author }) => author.id === fake.state.bot.id);
    await fake.until(() => answers().length === 1, 'an answer');
    ana.edits(question, 'attacks in Homs governorate in 2022');
    await fake.until(() => answers()[0]?.content.includes('2022'), 'an answer to the corrected question');
    expect(answers()).toHaveLength(1);
    ana.deletes(question);
    await ana.says('help');
    expect(answers()).toHaveLength(2);
  });
});
