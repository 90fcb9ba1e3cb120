import { beforeAll, describe, expect, test } from 'vitest';
import { askOnce } from '../../src/core/ask.ts';
import type { Core } from '../../src/core/core.ts';
import { PAGE } from '../../src/core/summary/inquire.ts';
import type { Store } from '../../src/db/client.ts';
import { button, buttonsOf, person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

const vault = freshVault();

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store, vault);
});

describe('a follow-up', () => {
  test('changes the question before', async () => {
    const ana = person(core);
    await ana.says('attacks near Sukhnah in April 2023');
    expect(textOf(await ana.says('and in May?'))).toContain('May 2023');
  });

  test('is understood after a restart', async () => {
    await person(core, { name: 'bo' }).says('attacks near Sukhnah in April 2023');
    const again = await startOn(store, vault);
    expect(textOf(await person(again, { name: 'bo' }).says('and in May?'))).toContain('Sukhnah');
  });

  test('is not understood from what somebody else asked', async () => {
    await person(core, { name: 'cem' }).says('attacks near Sukhnah in April 2023');
    expect(textOf(await person(core, { name: 'dia' }).says('and in May?'))).not.toContain('Sukhnah');
  });

  test('goes on from the last question that was understood', async () => {
    const ana = person(core, { name: 'eli' });
    await ana.says('attacks near Sukhnah in April 2023');
    await ana.says('lorem ipsum dolor');
    expect(textOf(await ana.says('and in May?'))).toContain('Sukhnah');
  });

  test('has nothing to go on from without the keys, as what is asked may name who asks', async () => {
    await person(core, { name: 'gil' }).says('attacks near Sukhnah in April 2023 by kanarie');
    const rows = await store.sql`select previous from conversation union all select question from shown_answer`;
    expect(rows.length).toBeGreaterThan(1);
    for (const { previous } of rows) expect(Buffer.from(previous).toString('latin1')).not.toMatch(/kanarie|Sukhnah/u);
    const elsewhere = person(await startOn(store), { name: 'gil' });
    expect(textOf(await elsewhere.says('and in May?'))).not.toContain('Sukhnah');
  });

  test('has nothing to go on from after a day', async () => {
    const ana = person(core, { name: 'fay' });
    await ana.says('attacks near Sukhnah in April 2023');
    ana.hasPassed(25);
    expect(textOf(await ana.says('and in May?'))).not.toContain('Sukhnah');
  });
});

describe('the buttons of an answer', () => {
  test('turn its pages, to the end, each incident once', async () => {
    const ana = person(core, { name: 'gus' });
    let reply = await ana.says('all attacks since 2018');
    const refs: string[] = [];
    for (let page = 0; page < 20; page++) {
      const list = reply.blocks.find((block) => block.kind === 'list' && block.ordered);
      const lines = list?.kind === 'list' ? list.items.map(({ content }) => JSON.stringify(content)) : [];
      refs.push(...lines.flatMap((line) => /BDY-[A-Z0-9]{6}/u.exec(line) ?? []));
      if (!buttonsOf(reply).some(({ command }) => command === 'more')) break;
      reply = await ana.presses(button(reply, 'more'));
    }
    const { answer } = await askOnce(core, { text: 'all attacks since 2018', today: '2023-05-02', asOf: null, turns: [] });
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.length).toBe(answer.total?.incidents);
    expect(refs.length).toBeGreaterThan(PAGE);
  });

  test('work after a restart, for as long as it is kept', async () => {
    const ana = person(core, { name: 'hal' });
    const answer = await ana.says('attacks near Sukhnah in April 2023');
    const later = person(await startOn(store, vault), { name: 'hal' });
    later.hasPassed(24 * 29);
    expect(textOf(await later.presses(button(answer, 'sources')))).toContain('SOHR');
    later.hasPassed(24 * 2);
    expect(textOf(await later.presses(button(answer, 'sources')))).toBe('That answer is no longer kept. Ask the question again.');
  });

  test('change the radius, and the reply says the new one as asked for and not as assumed', async () => {
    const ana = person(core, { name: 'ira' });
    const answer = await ana.says('attacks near Sukhnah in April 2023');
    expect(textOf(answer)).toContain('taken as within 30 km');
    const wider = await ana.presses(button(answer, 'radius'));
    expect(textOf(wider)).toContain('20 km');
    expect(textOf(wider)).not.toContain('taken as within');
    expect(textOf(await ana.says('and in May?'))).toContain('20 km');
  });

  test('offer no command that there is not', async () => {
    const names = core.commands.map(({ name }) => name);
    for (const { command } of buttonsOf(await person(core, { name: 'jo' }).says('attacks since 2018')))
      expect(names).toContain(command);
  });

  test('of nobody before do not exist', async () => {
    expect(textOf(await person(core, { name: 'kim' }).says('/more'))).toContain('There is no earlier answer here');
  });

  test('say when that was all', async () => {
    const ana = person(core, { name: 'lu' });
    await ana.says('attacks near Sukhnah in April 2023');
    expect(textOf(await ana.says('/more'))).toBe('That was all of it.');
  });

  test('ask for some grades of evidence only', async () => {
    const ana = person(core, { name: 'mo' });
    await ana.says('attacks since 2018');
    const text = textOf(await ana.says('/grade fair'));
    const [row] = await store.sql<{ n: number }[]>`
      select count(*)::int as n from incident where event_type <> 'Strategic developments' and evidence = 'fair'`;
    expect(text).toContain(`${row?.n} attacks`);
    expect(textOf(await ana.says('/grade good'))).toContain('GRADES must be one of confirmed, fair, weak, contested, not “good”');
  });
});

describe('the language of replies', () => {
  test('is that of the message until one is chosen, and again after that is given up', async () => {
    const ana = person(core, { name: 'nur' });
    expect((await ana.says('attacks near Sukhnah in April 2023')).language).toBe('en');
    expect((await ana.says('هجمات قرب السخنة في نيسان 2023')).language).toBe('ar');
    expect((await ana.says('/language ar')).language).toBe('ar');
    expect((await ana.says('attacks near Sukhnah in April 2023')).language).toBe('ar');
    expect((await ana.says('/help')).language).toBe('ar');
    await ana.says('/language auto');
    expect((await ana.says('attacks near Sukhnah in April 2023')).language).toBe('en');
  });

  test('stays chosen for months, while the question before is forgotten', async () => {
    const ana = person(core, { name: 'oli' });
    await ana.says('attacks near Sukhnah in April 2023');
    await ana.says('/language ar');
    ana.hasPassed(24 * 100);
    const reply = await ana.says('and in May?');
    expect(reply.language).toBe('ar');
    expect(textOf(reply)).not.toContain('السخنة');
  });

  test('of a command without words is that of the last answer', async () => {
    const ana = person(core, { name: 'pia' });
    await ana.says('هجمات قرب السخنة في نيسان 2023');
    expect((await ana.says('/sources')).language).toBe('ar');
    expect((await ana.says('/help')).language).toBe('ar');
  });
});

describe('cards', () => {
  test('of an incident tell every account and its history, however its ref is typed', async () => {
    const ana = person(core, { name: 'quy' });
    const [row] = await store.sql<{ ref: string; accounts: number }[]>`
      select ref, (select count(*)::int from account_incident where incident_id = i.id) as accounts
      from incident i order by accounts desc, ref limit 1`;
    const ref = row?.ref ?? '';
    const text = textOf(await ana.says(`/incident ${ref}`));
    expect(text).toContain(ref);
    expect(text).toContain('History');
    expect(textOf(await ana.says(`/incident ${ref.toLowerCase().replace('-', '')}`))).toBe(text);
    expect(textOf(await ana.says('/incident BDY-222222'))).toContain('There is no incident BDY-222222.');
  });

  test('of a source say what it is and what the store has from it', async () => {
    const ana = person(core, { name: 'ros' });
    const text = textOf(await ana.says('/source sohr'));
    expect(text).toContain('Syrian Observatory for Human Rights');
    expect(text).toMatch(/(?:one account|\d+ accounts) of (?:one|\d+) incidents?/u);
    expect(textOf(await ana.says('/source nobody'))).toContain('I know no source called “nobody”');
    expect(textOf(await ana.says('/source the'))).toContain('Several sources fit');
  });
});
