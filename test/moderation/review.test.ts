import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { firstBroken } from '../../src/core/moderation/chain.ts';
import { readLog } from '../../src/db/queries/decision.ts';
import { button, coreOfShippedFacts, type Person, person, textOf } from '../support/core.ts';

const TODAY = '2025-06-01';
let core: Core;
let ana: Person;
let ben: Person;
let contacts = 0;

beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = person(core, { name: 'ana', role: 'moderator', today: TODAY });
  ben = person(core, { name: 'ben', role: 'moderator', today: TODAY });
});

const CLEAR = 'Yesterday ISIS ambushed an army patrol near Sukhnah, 3 soldiers killed and 2 wounded';

/** A contact of their own tells something; the ref that the team calls it by. */
async function told(text = CLEAR): Promise<{ contact: Person; ref: string }> {
  const contact = person(core, { name: `contact${++contacts}`, role: 'contact', today: TODAY });
  await contact.says(text);
  const seen = textOf(await ana.says('/queue new'));
  const refs = [...seen.matchAll(/^\d+\. (T-\w{6})/gmu)].map(([, ref]) => ref ?? '');
  return { contact, ref: refs.at(-1) ?? '' };
}

const incidentIn = (text: string) => /BDY-[2-9A-Z]{6}/u.exec(text)?.[0] ?? '';

describe('a card', () => {
  it('shows what was told and understood, and nothing that leads to the contact', async () => {
    const { ref } = await told(`${CLEAR}. My name is Samir, call 0999 123 456, @samir_88, t.me/samir`);
    const card = textOf(await ana.says(`/review ${ref}`));
    expect(card).toContain('near As-Sukhnah');
    expect(card).toContain('3 killed');
    expect(card).toMatch(/From: [a-z]+-[a-z]+ \(unknown\)/u);
    expect(card).not.toMatch(/Samir|0999|samir|console|contact\d/u);
    await ana.says(`/decline ${ref}`);
  });

  it('says what is missing before it could be published', async () => {
    const { ref } = await told('three soldiers were killed by gunmen in an ambush');
    expect(textOf(await ana.says(`/review ${ref}`))).toContain('No place is known');
    expect(textOf(await ana.says(`/approve ${ref}`))).toContain('cannot be published yet');
    await ana.says(`/decline ${ref}`);
  });
});

describe('a moderator', () => {
  it('decides a clear tip with two taps', async () => {
    const { ref } = await told();
    const card = await ana.says(`/review ${ref}`);
    const shown = await ana.presses(button(card, 'approve'));
    expect(textOf(shown)).toContain('This will be published');
    const done = await ana.presses(button(shown, 'approve'));
    expect(textOf(done)).toMatch(/is published as BDY-/u);
  });

  it('is told who was faster, with the card as it is now', async () => {
    const { ref } = await told();
    const [hers, his] = [await ana.says(`/review ${ref}`), await ben.says(`/review ${ref}`)];
    await ana.presses(button(hers, 'decline'));
    const late = await ben.presses(button(his, 'decline'));
    expect(textOf(late)).toContain('Somebody was faster: ana declined it');
    expect(textOf(late)).toContain('State: declined');
  });

  it('sees that the contact has added something since', async () => {
    const { contact, ref } = await told();
    const card = await ana.says(`/review ${ref}`);
    await contact.says('two of the wounded died, so 5 soldiers killed');
    const late = await ana.presses(button(card, 'claim'));
    expect(textOf(late)).toContain('has changed since');
    expect(textOf(late)).toContain('State: new');
    await ana.says(`/decline ${ref}`);
  });

  it('corrects a field in plain words and sees it before it is saved', async () => {
    const { ref } = await told();
    const shown = await ana.says(`/edit ${ref} place near Palmyra`);
    expect(textOf(shown)).toContain('Not saved yet');
    expect(textOf(await ana.says(`/review ${ref}`))).toContain('Place: near As-Sukhnah');
    expect(textOf(await ana.presses(button(shown, 'revise')))).toContain('Place: near Palmyra');
    expect(textOf(await ana.says(`/edit ${ref} date abracadabra`))).toContain('I do not understand “abracadabra”');
    expect(textOf(await ana.says(`/history ${ref}`))).toContain('place: near As-Sukhnah became near Palmyra');
    await ana.says(`/decline ${ref}`);
  });

  it('keeps notes for colleagues and reasons for the contact', async () => {
    const { contact, ref } = await told();
    await ana.says(`/note ${ref} I doubt the figure`);
    await ana.says(`/decline ${ref} thank you, ana could not find the place`);
    const history = textOf(await ben.says(`/history ${ref}`));
    expect(history).toContain('I doubt the figure');
    expect(history).toContain('ana declined it');
    const status = textOf(await contact.says('/status'));
    expect(status).not.toContain('I doubt');
    expect(textOf(await ana.says('/stats'))).toMatch(/Half were decided within: .* hours?/u);
  });
});

describe('a published tip', () => {
  it('is found by the next question in both languages, under a source without a name', async () => {
    const { ref } = await told('On 28 May 2025 ISIS attacked a checkpoint near Uqayribat with machine guns, 4 soldiers killed');
    const done = textOf(await ana.says(`/approve ${ref} publish`));
    const incident = incidentIn(done);
    for (const question of ['attacks near Uqayribat in May 2025', 'الهجمات قرب عقيربات في أيار 2025']) {
      expect(textOf(await person(core, { name: 'reader', today: TODAY }).says(question))).toContain(incident);
    }
    const file = textOf(await ben.says(`/incident ${incident}`));
    expect(file).toContain('Field contact (unknown)');
    expect(file).toContain('Evidence: weak');
    expect(file).not.toMatch(/ana|ben|[a-z]+-[a-z]+ \(unknown\)/u);
  });

  it('can be published so coarsely that nobody is seen: the week and the district', async () => {
    const { ref } = await told('On 28 May 2025 ISIS attacked a checkpoint near Sukhnah, 4 soldiers killed');
    const incident = incidentIn(textOf(await ana.says(`/approve ${ref} coarse`)));
    const file = textOf(await ben.says(`/incident ${incident}`));
    expect(file).toContain('week of 26 May to 1 June 2025');
    expect(file).toContain('district level');
    expect(file).not.toContain('28 May');
  });

  it('is retracted by undo, and nothing of it is deleted', async () => {
    const { ref } = await told('On 27 May 2025 ISIS attacked a checkpoint near Salamiyah, 4 soldiers killed');
    const incident = incidentIn(textOf(await ana.says(`/approve ${ref} publish`)));
    expect(textOf(await ben.says(`/undo ${ref} wrong tip`))).toContain('taken back');
    expect(textOf(await ben.says(`/incident ${incident}`))).toContain('has been retracted');
    expect(textOf(await ana.says('attacks near Salamiyah on 27 May 2025'))).not.toContain(incident);
    expect(textOf(await ben.says(`/approve ${ref} publish`))).toContain(incident);
    expect(textOf(await ana.says('attacks near Salamiyah on 27 May 2025'))).toContain(incident);
  });

  it('is not taken back after a day', async () => {
    const { ref } = await told('On 26 May 2025 ISIS attacked a checkpoint near Salamiyah, 4 soldiers killed');
    await ana.says(`/approve ${ref} publish`);
    const later = person(core, { name: 'later', role: 'moderator', today: '2025-06-03' });
    later.hasPassed(25);
    expect(textOf(await later.says(`/undo ${ref}`))).toContain('can be taken back for 24 hours');
  });

  it('joins an incident that is there as one more account, and leaves it as it was when that is undone', async () => {
    const first = await told('On 25 May 2025 ISIS ambushed a patrol near Palmyra, 4 soldiers killed');
    const incident = incidentIn(textOf(await ana.says(`/approve ${first.ref} publish`)));
    const second = await told('25 May 2025: ISIS ambush on a patrol near Palmyra, 6 soldiers killed');
    expect(textOf(await ana.says(`/approve ${second.ref}`))).toContain('Likely the same');
    const card = await ana.says(`/review ${second.ref}`);
    expect(textOf(card)).toContain('Likely the same');
    const shown = await ana.presses(button(card, 'merge'));
    expect(textOf(await ana.presses(button(shown, 'unite')))).toContain(`is merged into ${incident}`);
    expect(textOf(await ana.says(`/incident ${incident}`))).toContain('4 to 6 killed');
    await ana.says(`/undo ${second.ref}`);
    const after = textOf(await ana.says(`/incident ${incident}`));
    expect(after).not.toContain('4 to 6 killed');
    expect(after).toContain('Version of the record: 3');
  });
});

describe('a contact', () => {
  it('is asked through dalil, without a name, and answers onto the card', async () => {
    const { contact, ref } = await told();
    const asked = await ana.says(`/ask ${ref} did Ana or ben see the road?`);
    expect(textOf(asked)).toContain('waits for an answer – ana');
    expect(textOf(await ben.says(`/review ${ref}`))).toContain('did ▒▒▒ or ▒▒▒ see the road?');
    await contact.says('yes, 4 soldiers killed on the Palmyra road');
    const card = textOf(await ben.says(`/review ${ref}`));
    expect(card).toContain('State: claimed – ana');
    expect(card).toContain('yes, 4 soldiers killed');
    await ana.says(`/decline ${ref}`);
  });
});

describe('the log of decisions', () => {
  it('is whole after all of this', async () => {
    const log = await readLog(core.store.db);
    expect(log.length).toBeGreaterThan(20);
    expect(firstBroken(log)).toBeNull();
  });
});
