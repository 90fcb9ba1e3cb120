import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Invocation } from '../../src/core/commands/command.ts';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import type { Speaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { codeFrom, memberWho, offerEnrolment } from '../../src/core/moderation/team.ts';
import { readLog } from '../../src/db/queries/decision.ts';
import type { TeamRole } from '../../src/db/schema/moderator.ts';
import { startOn, textOf } from '../support/core.ts';
import { freshStore } from '../support/store.ts';

let core: Core;
let now: Date;
beforeAll(async () => {
  core = await startOn(await freshStore());
});
beforeEach(() => {
  now = new Date('2025-06-01T12:00:00Z');
});

const GROUP = { chat: '-100', alone: false };

/** Somebody on Telegram who writes in a chat: their own unless said. */
function somebody(person: string, where: Partial<Pick<Speaker, 'chat' | 'alone'>> = {}) {
  const speaker: Speaker = {
    platform: 'telegram',
    bot: '1',
    person,
    chat: person,
    alone: true,
    here: { chat: where.chat ?? person },
    reach: { chat: person },
    ...where,
  };
  const says = async (text: string): Promise<string> => {
    const who = { conversation: `telegram:${person}`, role: 'member', speaker } as const;
    const invocation: Invocation = { ...who, cause: `${person}:${text}`, today: '2025-06-01', now };
    return textOf(await createDispatch(core)(invocation, { text }));
  };
  return { speaker, says };
}

let codes = 0;
async function codeFor(role: TeamRole): Promise<string> {
  const code = codeFrom(new Uint8Array(12).fill(++codes));
  await offerEnrolment(core.store.db, { code, role, moderatorId: null, madeBy: null }, { ...core, now });
  return code;
}

async function enrolled(person: string, role: TeamRole) {
  await somebody(person).says(`/enrol ${await codeFor(role)} ${person}`);
}

describe('the team', () => {
  it('takes in who has a code, once, and however the code is typed', async () => {
    const code = await codeFor('moderator');
    const typed = code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await somebody('rana').says(`/enrol ${typed} Rana`)).toContain('Welcome, Rana: you are in the team as moderator');
    expect(await memberWho(core.store.db, core.vault, somebody('rana').speaker)).toMatchObject({
      name: 'Rana',
      role: 'moderator',
    });
    expect(await somebody('eve').says(`/enrol ${code} Eve`)).toContain('That code is not good');
    expect(await memberWho(core.store.db, core.vault, somebody('eve').speaker)).toBeNull();
  });

  it('refuses a code that has expired, and keeps one whose name was taken', async () => {
    const late = await codeFor('lead');
    const taken = await codeFor('viewer');
    await enrolled('nour', 'viewer');
    expect(await somebody('sami').says(`/enrol ${taken} nour`)).toContain('Somebody in the team has that name');
    expect(await somebody('sami').says(`/enrol ${taken} Sami`)).toContain('Welcome, Sami');
    now = new Date(now.getTime() + 10 * 60_000);
    expect(await somebody('late').says(`/enrol ${late} Late`)).toContain('That code is not good');
  });

  it('gives no rights outside its own chats, and none to others in them', async () => {
    await enrolled('lead1', 'lead');
    await enrolled('mod1', 'moderator');
    const lead = somebody('lead1', GROUP);
    const moderator = somebody('mod1', GROUP);
    expect(await moderator.says('/team')).toContain('Your role may not use /team');
    expect(await moderator.says('/bind')).toContain('Only a lead');
    expect(await somebody('lead1').says('/bind')).toContain('A private chat cannot be the team’s');
    expect(await lead.says('/bind')).toContain('This chat is the team’s now');
    expect(await lead.says('/bind')).toContain('already');
    expect(await moderator.says('/team')).toContain('mod1 (moderator)');
    expect(await somebody('mod1').says('/team')).toContain('The team decides in its own chats');
    expect(await somebody('stranger', GROUP).says('/team')).toContain('Your role may not use /team');
    expect(await moderator.says('/team invite lead')).toContain('Only a lead');
    expect(await lead.says('/bind off')).toContain('no longer the team’s');
    expect(await moderator.says('/team')).toContain('Your role may not use /team');
    expect(await lead.says('/bind')).toContain('now');
  });

  it('grows by its leads: new members, and further accounts of old ones', async () => {
    const lead = somebody('lead1', GROUP);
    const invitation = await lead.says('/team invite moderator');
    const code = /\/enrol (\S+)/u.exec(invitation)?.[1];
    expect(await somebody('new1').says(`/enrol ${code} Newcomer`)).toContain('Welcome, Newcomer');
    const linking = /\/enrol (\S+)/u.exec(await lead.says('/team invite Newcomer'))?.[1];
    expect(await somebody('new1-other').says(`/enrol ${linking}`)).toContain('Newcomer’s too');
    const [one, other] = await Promise.all(
      ['new1', 'new1-other'].map((person) => memberWho(core.store.db, core.vault, somebody(person).speaker)),
    );
    expect(one?.id).toBe(other?.id);
    expect(await lead.says('/team invite nobody-here')).toContain('neither a role');
  });

  it('is left at once, on all accounts', async () => {
    const lead = somebody('lead1', GROUP);
    expect(await lead.says('/team revoke Newcomer')).toContain('no longer in the team');
    expect(await lead.says('/team revoke Newcomer')).toContain('neither a role');
    for (const person of ['new1', 'new1-other']) {
      expect(await somebody(person, GROUP).says('/team')).toContain('Your role may not use /team');
    }
  });

  it('keeps no id of anybody, and writes down who came, went and bound what', async () => {
    const tables = await core.store.sql<{ all: string }[]>`
      select (select json_agg(m)::text from moderator_account m) || (select json_agg(p)::text from team_place p) as all`;
    expect(tables[0]?.all).not.toMatch(/"-100"|rana|lead1|mod1/u);
    const events = (await readLog(core.store.db)).map(({ event }) => event);
    expect(new Set(events)).toEqual(new Set(['enrolled', 'bound', 'unbound', 'linked', 'revoked']));
  });
});
