import { describe, expect, it } from 'vitest';
import { actorsIn, findings, names, sourcesIn } from './found.ts';

const assumptions = (text: string) => findings(names.actors, text).flatMap((finding) => finding.assumptions);

describe('actors in a question', () => {
  it.each([
    ['attacks by ISIS on the Syrian army', ['ISIS → ISIS', 'the Syrian army → SAA']],
    ["ISIS's attacks on regime forces", ["ISIS's → ISIS", 'regime forces → SAA']],
    ['what about the Al-Quds Brigade', ['the Al-Quds Brigade → Liwa al-Quds']],
    ['how many truffle hunters were killed', ['truffle hunters → truffle hunters']],
    ['اشتباكات بين داعش وقوات النظام', ['داعش → ISIS', 'وقوات النظام → SAA']],
    ['حوادث تتعلق بفاغنر', ['بفاغنر → Wagner']],
    ['خسائر لواء القدس', ['لواء القدس → Liwa al-Quds']],
    ['قتلى جامعي الكمأة', ['جامعي الكمأة → truffle hunters']],
    ['Iranian-backed militias attacked', ['Iranian-backed militias → Iran-backed militias']],
    ['attacks by Turkey', ['Turkey → Turkey']],
  ])('%s', (text, found) => {
    expect(actorsIn(text)).toEqual(found);
  });

  it('are found by spellings that nobody listed, said as an assumption', () => {
    expect(actorsIn('Fatemioun fighters killed')).toEqual(['Fatemioun → Liwa Fatemiyoun']);
    expect(assumptions('Liwa al-Qods losses')).toMatchObject([{ kind: 'spelling', said: 'Liwa al-Qods', name: 'Liwa al-Quds' }]);
  });

  it('say whose army "the army" is taken to be', () => {
    expect(assumptions('soldiers killed')).toEqual([{ kind: 'actor_meaning', said: 'soldiers', actor: 'SAA' }]);
    expect(assumptions('هجمات على الجيش')).toEqual([{ kind: 'actor_meaning', said: 'الجيش', actor: 'SAA' }]);
    expect(assumptions('وهجمات للجيش')).toMatchObject([{ kind: 'actor_meaning', actor: 'SAA' }]);
    expect(assumptions('Syrian soldiers killed')).toEqual([]);
  });

  it('are not where something happened', () => {
    expect(actorsIn('attacks in Turkey')).toEqual([]);
  });

  it('are not guessed', () => {
    for (const text of ['attacks by the Phantom Battalion', 'هجمات كتيبة الأشباح', 'who attacked them'])
      expect(actorsIn(text)).toEqual([]);
  });
});

describe('sources in a question', () => {
  it.each([
    ['attacks reported by SOHR', ['SOHR → sohr']],
    ['according to the Syrian Observatory for Human Rights', ['Syrian Observatory for Human Rights → sohr']],
    ['بحسب سانا', ['سانا → sana']],
    ['وفق المرصد السوري', ['المرصد السوري → sohr']],
    ['what did Amaq claim', ['Amaq → amaq']],
  ])('%s', (text, found) => {
    expect(sourcesIn(text)).toEqual(found);
  });

  it('give way to the place of that name unless a source is spoken of', () => {
    expect(sourcesIn('attacks in Al Mayadeen')).toEqual([]);
    expect(sourcesIn('according to Al Mayadeen')).toEqual(['Al Mayadeen → almayadeen']);
  });
});
