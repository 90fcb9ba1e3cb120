import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';

const { actors, actorNamed, actorsUnder } = gazetteerFromFiles();
const all = [...actors.values()];
const idOf = (name: string) => actorNamed(name)?.id ?? `nobody called ${name}`;

test.each([
  'ISIS',
  'SAA',
  'Liwa al-Quds',
  'NDF',
  'Fifth Corps',
  '4th Division',
  '17th Division',
  '18th Division',
  'Pro-government militias',
  'Iran-backed militias',
  'IRGC',
  'Hezbollah',
  'Liwa Fatemiyoun',
  'Wagner',
  'Russia',
  'US-led Coalition',
  'SDF',
  'Asayish',
  'SNA',
  'Turkey',
  'HTS',
  'Iraqi security forces',
  'PMF',
  'civilians',
  'shepherds',
  'truffle hunters',
])('there is an actor called %s', (name) => {
  expect(actorNamed(name)).toBeDefined();
});

describe('groups hold their parts', () => {
  test.each([
    [
      'Pro-government forces',
      ['SAA', 'Liwa al-Quds', 'NDF', 'Fifth Corps', '18th Division', 'IRGC', 'Syrian Air Force Intelligence'],
    ],
    ['Government and allied forces', ['Pro-government forces', 'SAA', 'Russia', 'Wagner', 'Hezbollah']],
    ['SAA', ['4th Division', '17th Division', '18th Division', 'Fifth Corps']],
    ['Pro-government militias', ['Liwa al-Quds', 'NDF', 'Pro-government tribal militia']],
    ['Iran-backed militias', ['IRGC', 'Hezbollah', 'Liwa Fatemiyoun']],
    ['Iraqi forces', ['Iraqi security forces', 'PMF', 'PMF 23rd Brigade']],
    ['civilians', ['shepherds', 'truffle hunters']],
    ['Russia', ['Wagner']],
  ])('%s', (group, parts) => {
    for (const part of parts) expect([...actorsUnder(idOf(group))], part).toContain(idOf(part));
  });

  test('and nothing of the other side', () => {
    expect([...actorsUnder(idOf('Government and allied forces'))]).not.toContain('isis');
    expect([...actorsUnder(idOf('SAA'))]).not.toContain('liwa-al-quds');
    expect([...actorsUnder(idOf('SDF'))]).not.toContain('turkey');
  });
});

test('the unqualified army and regime are the SAA, the qualified forces the group', () => {
  const known = (id: string) => actors.get(id)?.spellings.map((s) => s.text) ?? [];
  for (const s of ['soldiers', 'regime forces', 'government forces', 'the army', 'الجيش', 'قوات النظام'])
    expect(known('saa')).toContain(s);
  for (const s of ['pro-government forces', 'pro-regime forces', 'القوات الموالية'])
    expect(known('pro-government-forces')).toContain(s);
});

test('every parent exists and none is its own ancestor', () => {
  for (const actor of all) {
    const seen = new Set([actor.id]);
    for (let at = actor; at.parentId !== null; ) {
      const parent = actors.get(at.parentId);
      expect(parent, at.id).toBeDefined();
      if (!parent) break;
      expect(seen.has(parent.id), actor.id).toBe(false);
      seen.add(parent.id);
      at = parent;
    }
  }
});

test('no spelling names two actors', () => {
  const owners = new Map<string, Set<string>>();
  for (const actor of all) {
    for (const s of [actor.name, actor.nameAr, ...actor.spellings.map((one) => one.text)]) {
      const folded = s.toLowerCase();
      owners.set(folded, (owners.get(folded) ?? new Set()).add(actor.id));
    }
  }
  expect([...owners].filter(([, ids]) => ids.size > 1).map(([s]) => s)).toEqual([]);
});

test('victims are civilians', () => {
  for (const actor of all.filter((a) => a.kind === 'victims')) expect(actor.party, actor.id).toBe('civilians');
});
