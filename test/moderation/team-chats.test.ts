import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtTelegram } from '../../src/cli/look-at-bots.ts';
import type { Core } from '../../src/core/core.ts';
import { readLog } from '../../src/db/queries/decision.ts';
import { linkAccount } from '../../src/db/queries/team.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { delivered } from '../contract/delivered.ts';
import { person as onTelegram } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { coreOfShippedFacts } from '../support/core.ts';
import { aTip, enrol, NOW } from './team.ts';

const GROUP = -5_001;
const SUPERGROUP = -1_005_001;
let telegram: FakeTelegram;
let core: Core;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  core = await coreOfShippedFacts();
  for (const [name, id] of [
    ['lina', 1],
    ['omar', 2],
  ] as const) {
    await enrol(core.store, name, 'lead');
    const lookup = core.vault.hash('moderator_account', 'telegram', String(id));
    await linkAccount(core.store.db, { platform: 'telegram', lookup, moderatorId: name, linkedAt: NOW });
  }
  startTelegram(core, telegram);
});
afterAll(() => telegram.close());

const inGroup = (id: number, group: number) => onTelegram(telegram, { id, group });
const menuOf = (chat: number) =>
  telegram.state.menus.find(
    ({ scope, language_code }) =>
      JSON.stringify(scope) === JSON.stringify({ type: 'chat', chat_id: String(chat) }) && !language_code,
  );
const commandsOf = (menu: Record<string, unknown> | undefined) => JSON.stringify(menu?.commands ?? []);
const events = async () => (await readLog(core.store.db)).map(({ event }) => event);

describe('a chat of the team on Telegram', () => {
  test('has the team’s menu while it is bound; in private it is never there', async () => {
    const lina = inGroup(1, GROUP);
    await lina.says('/bind');
    const menu = await telegram.until(() => menuOf(GROUP), 'the team’s menu');
    expect(commandsOf(menu)).toContain('"approve"');
    await lina.says('/bind off');
    await telegram.until(() => !menuOf(GROUP), 'no menu of the team');
    await lina.says('/bind');
    const of = (type: string) => telegram.state.menus.find(({ scope }) => JSON.stringify(scope) === JSON.stringify({ type }));
    expect(commandsOf(of('all_private_chats'))).not.toMatch(/"(?:approve|queue|bind)"/u);
    expect(commandsOf(of('all_private_chats'))).toContain('"tip"');
  });

  test('is the team’s for those alone who are in it, and not where Telegram does not say', async () => {
    const omar = inGroup(2, GROUP);
    telegram.fail({ method: 'getChatMember', how: { status: 400 } });
    expect((await omar.says('/queue')).text).toContain('could not find out whether you are in this chat');
    expect((await omar.says('/queue')).text).not.toContain('could not find out');
    telegram.state.standings.set(`${GROUP}/2`, 'kicked');
    telegram.push({
      chat_member: {
        chat: omar.chat,
        from: omar.from,
        date: telegram.state.seconds(),
        old_chat_member: { status: 'member', user: omar.from },
        new_chat_member: { status: 'kicked', user: omar.from, until_date: 0 },
      },
    });
    expect((await omar.says('/queue')).text).toContain('no longer in this chat');
    telegram.state.standings.clear();
    expect((await omar.says('/queue')).text).not.toContain('no longer in this chat');
    telegram.state.standings.set(`${GROUP}/2`, 'left');
    omar.shares({ left_chat_member: omar.from });
    expect((await omar.says('/queue')).text).toContain('no longer in this chat');
    telegram.state.standings.clear();
  });

  test('is looked at by the doctor: the bot should be its administrator', async () => {
    const look = async () => (await lookAtTelegram(telegram, [String(GROUP)])).at(-1);
    expect(await look()).toMatchObject({
      about: 'Telegram chat',
      advice: expect.stringContaining('make the bot an administrator'),
    });
    telegram.state.standings.set(`${GROUP}/${telegram.state.bot.id}`, 'administrator');
    expect(await look()).toMatchObject({ about: 'Telegram chat', advice: null });
    telegram.fail({ method: 'getChatMember', how: { status: 400 } });
    expect(await look()).toMatchObject({ advice: expect.stringContaining('/bind off') });
  });

  test('says what is for one person’s eyes in their private chat, and a line in the group', async () => {
    const alone = onTelegram(telegram, { id: 1 });
    const here = await inGroup(1, GROUP).says('/team invite viewer');
    expect(here.text).toContain('in our private chat');
    const code = await telegram.until(() => alone.replies().find(({ text }) => /\/enrol \S+/u.test(text)), 'the code in private');
    const inTheGroup = inGroup(1, GROUP)
      .replies()
      .map(({ text }) => text)
      .join('\n');
    expect(inTheGroup).not.toContain(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(code.text)?.[0] ?? code.text);
  });

  test('is told what takes a second person, and who asked cannot be that', async () => {
    const [lina, omar] = [inGroup(1, GROUP), inGroup(2, GROUP)];
    expect((await lina.says('/wipe')).text).toContain('in our private chat');
    const wanted = await telegram.until(() => lina.replies().find(({ buttons }) => buttons.includes('Agree')), 'the wish');
    expect(wanted.text).toMatch(/lina wants all keys to be destroyed[\s\S]*by \d\d:\d\d \(Damascus\)/u);
    const [linaAlone, omarAlone] = [onTelegram(telegram, { id: 1 }), onTelegram(telegram, { id: 2 })];
    await lina.presses('Agree');
    await telegram.until(() => linaAlone.replies().some(({ buttons }) => buttons.includes('Destroy all keys')), 'once more');
    await lina.says('/wipe');
    await telegram.until(() => linaAlone.replies().some(({ text }) => text.includes('You asked for this yourself')), 'not alone');
    await omar.presses('Agree');
    const sure = await telegram.until(
      () => omarAlone.replies().find(({ buttons }) => buttons.includes('Destroy all keys')),
      'once more',
    );
    expect(sure.text).toContain('There is no way back');
    expect(core.vault.wiped()).toBe(false);
    expect(lina.replies().filter(({ buttons }) => buttons.includes('Agree'))).toHaveLength(1);
  });

  test('stays the team’s when the group becomes a supergroup, once, and the log says so', async () => {
    const service = { date: telegram.state.seconds(), from: { id: 1, is_bot: false, first_name: 'Person' } };
    const old = { id: GROUP, type: 'group', title: 'Team' };
    const now = { id: SUPERGROUP, type: 'supergroup', title: 'Team' };
    for (let times = 0; times < 3; times++) {
      telegram.push({ message: { ...service, message_id: 90_001, chat: old, migrate_to_chat_id: SUPERGROUP } });
      telegram.push({ message: { ...service, message_id: 1, chat: now, migrate_from_chat_id: GROUP } });
    }
    expect((await inGroup(1, SUPERGROUP).says('/queue')).text).not.toContain('may not use');
    await telegram.until(() => menuOf(SUPERGROUP), 'the team’s menu');
    await delivered(core.store);
    expect((await events()).filter((event) => event === 'moved')).toHaveLength(1);
    expect((await inGroup(1, GROUP).says('/queue')).text).toContain('may not use');
    const places = await core.store.sql`select 1 from team_place where unbound_at is null`;
    expect(places).toHaveLength(1);
    const before = inGroup(1, SUPERGROUP).replies().length;
    await core.tipChanged?.(core, core.store.db, await aTip(core.store), new Date());
    await telegram.until(() => inGroup(1, SUPERGROUP).replies()[before], 'a card in the new chat');
  });
});
