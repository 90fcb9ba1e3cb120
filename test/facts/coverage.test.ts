import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { factRows } from '../../src/core/facts/rows.ts';
import type { Actor } from '../../src/core/gazetteer/gazetteer.ts';
import type { BreakdownLine } from '../../src/db/schema/statistic.ts';
import { packageRoot } from '../../src/package-root.ts';
import { type Figure, type ReducedFacts, reduceFacts, sourceFacts } from './source-figures.ts';

const expected: ReducedFacts = JSON.parse(readFileSync(join(packageRoot, 'test/facts/source-figures.json'), 'utf8'));
const asRead = join(packageRoot, '..', 'shared', 'data', 'source-facts.json');

const rows = factRows();
const { actors } = gazetteerFromFiles();
const incident = (key: string) => rows.incidents.find((i) => i.originId === key);
const accountsOf = (key: string) => rows.accounts.filter((a) => a.covers.includes(key));

/** The actor that the articles' own wording names, by its spellings here. */
const actorCalled = (words: string): Actor | undefined =>
  [...actors.values()].find((a) =>
    [a.name, ...a.spellings.map((s) => s.text)].some((s) => s.toLowerCase() === words.toLowerCase()),
  );

/** Targets that are no actor; the incident says in words or as an object what they are. */
const NOBODY = ['SDF-held area', 'military vehicle (side not told)'];

const partyOf = (words: string, country: string) => {
  if (words === 'government and allied forces' && country === 'Iraq') return 'iraq';
  return actorCalled(words)?.party;
};

describe.skipIf(!existsSync(asRead))('the facts as they were read', () => {
  test('are what these tests check for', () => {
    expect(reduceFacts(sourceFacts.parse(JSON.parse(readFileSync(asRead, 'utf8'))))).toEqual(expected);
  });
});

describe('sources and documents', () => {
  test.each(expected.sources)('$id', ({ id, name, kind, affiliation }) => {
    expect(rows.sources.find((s) => s.id === id)).toMatchObject({ name, kind, affiliation });
  });

  test.each(expected.documents)('$id', ({ id, source, title, published }) => {
    const row = rows.documents.find((d) => d.id === id);
    expect(row).toMatchObject({ sourceId: source, title });
    expect(row?.published.startsWith(published)).toBe(true);
  });
});

describe.each(expected.incidents)('the incident $key', (fact) => {
  const row = incident(fact.key);

  test('is dated, placed and typed as it was told', () => {
    expect(row).toMatchObject({
      eventDateStart: fact.event_date_start,
      eventDateEnd: fact.event_date_end,
      datePrec: fact.date_prec,
      wherePrec: fact.where_prec,
      country: fact.country === 'Iraq' ? 'IQ' : 'SY',
      admin1: fact.admin1?.replace(/^al-/u, '') ?? null,
      eventType: fact.event_type,
      subEventType: fact.sub_event_type,
      attributionCertainty: fact.attribution_certainty,
      placeEn: fact.place,
    });
  });

  test('names who did it, who claimed it and whom it hit', () => {
    const ids = (words: string[]) => words.filter((w) => !NOBODY.includes(w)).map((w) => actorCalled(w)?.id);
    expect(row?.attributedTo).toEqual(ids([fact.attributed_to]));
    expect(row?.claimedBy).toEqual(ids(fact.claimed_by));
    expect(row?.targets).toEqual(ids(fact.target));
  });

  test('has every account, claims told from reports', () => {
    for (const told of fact.accounts) {
      const account = accountsOf(fact.key).find((a) => a.sourceId === told.source);
      expect(account?.covers, told.source).toEqual(told.covers);
      if (told.claim) expect(account?.stance).toBe('claim');
      if (told.approximate) expect(account?.approximate).toBe(true);
      expect(account?.documentId).toBe(fact.document);
    }
    const told = expected.incidents.flatMap((i) => i.accounts).filter((a) => a.covers.includes(fact.key));
    const once = new Set(told.map((a) => `${a.source} ${a.covers.join()}`));
    expect(accountsOf(fact.key)).toHaveLength(once.size);
  });

  test('keeps every figure in the account that gives it', () => {
    for (const { source, party, measure, low, best, high } of fact.figures) {
      const side = partyOf(party, fact.country);
      const tolls = accountsOf(fact.key).find((a) => a.sourceId === source)?.tolls ?? {};
      const range = Object.entries(tolls).find(([p]) => p === side)?.[1];
      const said = Object.entries(range ?? {}).find(([m]) => m === measure)?.[1];
      expect(said, `${source}: ${party} ${measure}`).toMatchObject({ low, high });
      if (best !== null && measure === 'killed') expect(said?.best).toBe(best);
    }
  });
});

describe('an incident whose figures come from one account alone', () => {
  const alone = expected.incidents.filter((i) => i.figures.length > 0 && i.key !== 'kabajib-2020-05-17');
  const own = (i: (typeof alone)[number]): Figure[] =>
    i.figures.filter((f) => !['killed_or_missing', 'escaped'].includes(f.measure));

  test.each(alone.filter((i) => own(i).length > 0))('$key has them as its own toll', (fact) => {
    for (const { party, measure, low, high } of own(fact)) {
      const toll = Object.entries(incident(fact.key)?.tolls ?? {}).find(([p]) => p === partyOf(party, fact.country))?.[1];
      expect(Object.entries(toll ?? {}).find(([m]) => m === measure)?.[1]).toMatchObject({ low, high });
    }
  });
});

describe.each(expected.statistics)('the statistic $key', (fact) => {
  const row = rows.statistics.find((s) => s.id === fact.key);

  test('is as published', () => {
    expect(row).toMatchObject({
      sourceId: fact.source,
      documentId: fact.document,
      metric: fact.metric,
      low: fact.low,
      high: fact.high,
      approximate: fact.approximate,
      periodFrom: fact.period_from,
      periodTo: fact.period_to,
      areaEn: fact.area,
    });
    if (fact.perpetrator) expect(row?.perpetrators).toEqual([actorCalled(fact.perpetrator)?.id]);
    if (fact.party) expect(row?.subjectEn).toBe(fact.party);
  });

  test('keeps every further number, in its breakdown or its note', () => {
    const inLines = (lines: BreakdownLine[]): number[] =>
      lines.flatMap((l) => [l.value, l.low, l.high, ...inLines(l.ofWhich ?? [])].filter((n) => n !== undefined));
    const inNote = (row?.noteEn ?? '').match(/\d+/gu)?.map(Number) ?? [];
    const kept = [...inLines(row?.breakdown ?? []), ...inNote];
    expect(fact.numbers.filter((n) => !kept.includes(n))).toEqual([]);
  });
});

test('nothing is there that was not told', () => {
  expect(rows.incidents.map((i) => i.originId).sort()).toEqual(expected.incidents.map((i) => i.key).sort());
  expect(rows.statistics.map((s) => s.id).sort()).toEqual(expected.statistics.map((s) => s.key).sort());
  expect(rows.sources.map((s) => s.id).sort()).toEqual(expected.sources.map((s) => s.id).sort());
});
