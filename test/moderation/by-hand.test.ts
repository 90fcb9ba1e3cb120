import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { reconciled } from '../../src/core/moderation/publishing/reconcile.ts';
import { remind } from '../../src/core/moderation/reminders.ts';
import { bind } from '../../src/core/moderation/team.ts';
import { withoutNames } from '../../src/core/moderation/without-names.ts';
import type { Posting } from '../../src/core/post.ts';
import { button, coreOfShippedFacts, type Person, person, textOf } from '../support/core.ts';
import { saved } from './desk.ts';
import { aTip, enrol, NOW } from './team.ts';

const TODAY = '2025-06-01';
let core: Core;
let ana: Person;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = person(core, { name: 'ana', role: 'moderator', today: TODAY });
});

const incidentIn = (text: string) => /BDY-[2-9A-Z]{6}/u.exec(text)?.[0] ?? '';

async function written(text: string): Promise<string> {
  const shown = await ana.says(`/new ${text}`);
  return incidentIn(textOf(await ana.presses(button(shown, 'create'))));
}

describe('work on incidents themselves', () => {
  it('shows what was understood before an incident is written', async () => {
    const shown = await ana.says('/new On 3 May 2025 ISIS ambushed an army bus near Sukhnah, 7 soldiers killed');
    expect(textOf(shown)).toContain('Nothing is written yet');
    expect(textOf(await ana.says('attacks near Sukhnah on 3 May 2025'))).toContain('No record');
    const incident = incidentIn(textOf(await ana.presses(button(shown, 'create'))));
    expect(textOf(await ana.says('attacks near Sukhnah on 3 May 2025'))).toContain(incident);
    expect(textOf(await ana.says('/new soldiers were killed'))).toContain('I see no day in it');
  });

  it('changes a field as it was seen, and not as somebody else has changed it since', async () => {
    const ref = await written('On 4 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/change ${ref} casualties 5 soldiers killed`);
    expect(textOf(shown)).toMatch(/Now: 2 killed.*\s+Then: 5 killed/u);
    await ana.says(`/rewrite ${ref} casualties 3 soldiers killed`);
    expect(textOf(await ana.presses(button(shown, 'rewrite')))).toContain('Somebody has changed');
    expect(textOf(await ana.says(`/incident ${ref}`))).toContain('3 killed');
    await ana.says(`/undo ${ref}`);
    expect(textOf(await ana.says(`/incident ${ref}`))).toContain('2 killed');
    const history = textOf(await ana.says(`/history ${ref}`));
    expect(history).toContain('ana corrected it');
    expect(history).toContain('ana took work back');
    expect(history).toContain('casualties: 2 killed (government side) became 3 killed (government side)');
  });

  it('adds what a source says, grades anew, and takes it back', async () => {
    const ref = await written('On 5 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    expect(textOf(await saved(ana, `/account ${ref} SOHR: 4 soldiers killed https://example.org/a`))).toContain(
      'evidence is weak',
    );
    expect(textOf(await ana.says(`/incident ${ref}`))).toMatch(/2 to 4 killed[\s\S]*SOHR/u);
    expect(textOf(await saved(ana, `/account ${ref} SANA: denial`))).toContain('evidence is contested');
    await ana.says(`/undo ${ref}`);
    expect(textOf(await ana.says(`/incident ${ref}`))).not.toContain('contested');
    expect(textOf(await ana.says(`/account ${ref} 4 killed`))).toContain('Write the source, a colon');
  });

  it('learns sources and spellings at once', async () => {
    expect(textOf(await saved(ana, '/addsource C media independent Steppe Post / بريد السهب'))).toContain('is a source now (C)');
    const ref = await written('On 6 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    expect(textOf(await saved(ana, `/account ${ref} Steppe Post: 2 soldiers killed`))).toContain('now tells of');
    expect(textOf(await saved(ana, '/alias place Arak = Arrakis'))).toContain('“Arrakis” means Arak');
    expect(textOf(await ana.says('attacks near Arrakis on 6 May 2025'))).toContain(ref);
    expect(textOf(await ana.says('/alias place Nowhere at all = X'))).toContain('I know no place');
  });
});

describe('what takes two people', () => {
  it('is asked by one lead and granted by another', async () => {
    const contact = person(core, { name: 'samir', role: 'contact', today: TODAY });
    await contact.says('Yesterday ISIS ambushed an army patrol near Sukhnah, 3 soldiers killed');
    const card = textOf(await ana.presses(button(await ana.says('/queue'), 'review')));
    const code = /From: ([a-z]+-[a-z]+)/u.exec(card)?.[1] ?? '';
    const [lina, omar] = ['lina', 'omar'].map((name) => person(core, { name, role: 'lead', today: TODAY }));
    if (!lina || !omar) throw new Error('two leads');
    expect(textOf(await ana.says(`/reveal ${code} danger`))).toContain('may not use');
    expect(textOf(await lina.says(`/reveal ${code} danger`))).toContain('Somebody else must agree by');
    expect(textOf(await lina.says(`/reveal ${code} danger`))).toContain('You asked for this yourself');
    expect(textOf(await omar.says(`/reveal ${code} danger`))).toBe('console samir');
    expect(textOf(await omar.says(`/reveal ${code} danger`))).toContain('Somebody else must agree by');
    expect(textOf(await lina.says(`/trust ${code} known`))).toContain('is known from now on');
    expect(textOf(await lina.says('/wipe'))).toContain('Somebody else must agree by');
    expect(core.vault.wiped()).toBe(false);
  });

  it('is a stranger’s tip too, where the team wants it so', async () => {
    const strict: Core = { ...core, twoToPublish: true };
    const [ben, cara] = ['ben', 'cara'].map((name) => person(strict, { name, role: 'moderator', today: TODAY }));
    if (!ben || !cara) throw new Error('two moderators');
    await person(core, { name: 'wael', role: 'contact', today: TODAY }).says(
      'Yesterday ISIS attacked a checkpoint near Arak, 2 soldiers killed',
    );
    const ref = /T-\w{6}/u.exec(textOf(await ben.says('/queue new 2')))?.[0] ?? '';
    expect(textOf(await ben.says(`/approve ${ref} publish`))).toContain('Somebody else must agree by');
    expect(textOf(await ben.says(`/approve ${ref} publish`))).toContain('Somebody else');
    expect(textOf(await cara.says(`/approve ${ref} publish`))).toContain('is published as');
  });
});

describe('figures of two accounts', () => {
  it('become a range that holds both, and are never added', () => {
    const held = { government: { killed: { low: 4, best: 4, high: 4 } } };
    expect(reconciled(held, { government: { killed: { low: 6, high: null } } })).toEqual({
      government: { killed: { low: 4, best: 4, high: null } },
    });
    expect(reconciled(held, { unknown: { killed: { low: 9, high: 9 } } })).toEqual(held);
    expect(reconciled(held, { civilians: { wounded: { low: 1, high: 1 } } })).toEqual({
      ...held,
      civilians: { wounded: { low: 1, high: 1 } },
    });
  });
});

describe('names of the team', () => {
  it('are taken out of words as whole words, in any case and script', () => {
    expect(withoutNames('Ana asks; banana; لينا تسأل', ['ana', 'لينا'])).toBe('▒▒▒ asks; banana; ▒▒▒ تسأل');
  });
});

describe('tips that wait', () => {
  it('are said in the team’s chats, by day, under a name that makes it once a day', async () => {
    const said: Posting[] = [];
    const quiet: Core = { ...core, post: async (_tx, posting) => void said.push(posting) };
    const lead = await enrol(core.store, 'the lead', 'lead');
    const speaker = { platform: 'telegram', bot: 'b', person: 'p', chat: 'team', alone: false, here: {}, reach: {} } as const;
    const { vault, newId } = core;
    await bind(core.store.db, speaker, { id: lead, name: lead, role: 'lead' }, { vault, newId, now: NOW }, 'ar');
    await aTip(core.store);
    const at = (time: string) => remind(quiet, new Date(time));
    expect(await at('2025-06-02T02:00:00Z')).toBe(0);
    expect(await at('2025-06-02T06:00:00Z')).toBeGreaterThan(0);
    const keys = said.map(({ key }) => key);
    await at('2025-06-02T09:00:00Z');
    expect(said.slice(keys.length).map(({ key }) => key)).toEqual(keys);
    expect(said[0]?.reply.language).toBe('ar');
  });
});

describe('whoever was shown a figure that was wrong', () => {
  it('is told so once, where they saw it, when the team says so; nobody else is', async () => {
    const said: Posting[] = [];
    const heard: Core = { ...core, post: async (_tx, posting) => void said.push(posting) };
    const rima = person(heard, { name: 'rima', role: 'moderator', today: TODAY });
    const ref = await written('On 20 May 2025 ISIS ambushed a patrol near Kabajib, 2 soldiers killed');
    await person(heard, { name: 'reader', today: TODAY }).says('الهجمات قرب كباجب في أيار 2025');
    await rima.says(`/rewrite ${ref} casualties 5 soldiers killed`);
    await person(heard, { name: 'late reader', today: TODAY }).says('attacks near Kabajib in May 2025');
    expect(textOf(await rima.says(`/correct ${ref}`))).toContain('Told in one chat');
    expect(textOf(await rima.says(`/correct ${ref}`))).toContain('Nobody was shown');
    expect(said.map(({ to, reply }) => [to.chat, reply.language])).toEqual([['reader', 'ar']]);
    const offered = await rima.says(`/undo ${ref}`);
    expect(textOf(await rima.presses(button(offered, 'correct')))).toContain('Told in 2 chats');
  });
});
