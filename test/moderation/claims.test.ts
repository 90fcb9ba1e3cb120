import { beforeAll, describe, expect, it } from 'vitest';
import { tollsWith } from '../../src/core/moderation/publishing/reconcile.ts';
import type { Tolls } from '../../src/db/schema/columns.ts';
import { coreOfShippedFacts, type Person, textOf } from '../support/core.ts';
import { deskOf, moderator, saved } from './desk.ts';

const killed = (low: number, high = low): Tolls => ({ government: { killed: { low, high } } });
const BY_ISIS = { perpetrators: ['isis'], others: [] } as const;
const claim = { side: 'isis', stance: 'claim' } as const;

describe('what the attackers say of those they hit', () => {
  it('never widens a figure of others, claimed or only reported', () => {
    for (const stance of ['claim', 'report'] as const) {
      const { tolls, beside } = tollsWith(killed(4), { side: 'isis', stance, tolls: killed(20) }, BY_ISIS);
      expect([tolls, beside]).toEqual([killed(4), killed(20)]);
    }
  });

  it('stands alone where nobody else gives a figure, and gives way to the first who does', () => {
    const alone = tollsWith({}, { ...claim, tolls: killed(20) }, BY_ISIS);
    expect([alone.tolls, alone.alone]).toEqual([killed(20), killed(20)]);
    const others = [{ ...claim, tolls: killed(20) }];
    const then = tollsWith(killed(20), { side: null, stance: 'report', tolls: killed(5) }, { ...BY_ISIS, others });
    expect(then.tolls).toEqual(killed(5));
  });

  it('counts where it is against their interest: their own dead, and what they admit', () => {
    const own: Tolls = { isis: { killed: { low: 3, high: 3 } } };
    expect(tollsWith(killed(4), { ...claim, tolls: { ...own, ...killed(9) } }, BY_ISIS).tolls).toEqual({ ...killed(4), ...own });
    expect(tollsWith(killed(4), { side: 'isis', stance: 'acknowledgement', tolls: killed(9) }, BY_ISIS).tolls).toEqual(
      killed(4, 9),
    );
  });

  it('is the other side’s word where they are not the attackers', () => {
    const byGovernment = { perpetrators: ['government'], others: [] } as const;
    expect(tollsWith(killed(4), { side: 'isis', stance: 'report', tolls: killed(9) }, byGovernment).tolls).toEqual(killed(4, 9));
  });
});

describe('an incident that only its attackers tell of', () => {
  let ana: Person;
  let desk: ReturnType<typeof deskOf>;
  beforeAll(async () => {
    const core = await coreOfShippedFacts();
    ana = moderator(core, 'ana');
    desk = deskOf(core, ana);
  });

  it('has their figure, said to be theirs, until somebody else gives one', async () => {
    const ref = await desk.written('On 3 May 2025 ISIS ambushed a patrol near Kabajib');
    expect(textOf(await ana.says(`/account ${ref} Amaq: 20 soldiers killed, claim`))).toContain('Nobody but the attackers');
    await saved(ana, `/account ${ref} Amaq: 20 soldiers killed, claim`);
    expect(textOf(await ana.says(`/incident ${ref}`))).toContain('20 killed (government side)');
    await saved(ana, `/account ${ref} SOHR: 5 soldiers killed`);
    const file = textOf(await ana.says(`/incident ${ref}`));
    expect(file).toContain('5 killed (government side)');
    expect(file).toContain('Amaq (its own claim): 20 killed');
    expect(file).not.toContain('5 to 20');
  });
});
