import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { tellingOfDraft } from '../../../src/core/moderation/duplicates/from-draft.ts';
import { LIKELY, suggestDuplicates } from '../../../src/core/moderation/duplicates/suggest.ts';
import type { Telling } from '../../../src/core/moderation/duplicates/telling.ts';
import { type Draft, emptyDraft } from '../../../src/core/tips/draft.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { drawing } from '../../support/drawing.ts';
import { toldAgain, ucdpTellings } from '../../support/told-again.ts';
import { ucdpText } from '../../support/ucdp.ts';
import { rankings } from './ranking.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

interface Row {
  ref: string;
  day: string;
  placeEn: string;
  placeAr: string | null;
  lat: number;
  lon: number;
  summaryEn: string;
}
const datedIncidents = () => core.store.sql<Row[]>`
  select ref, event_date_start::text as day, place_en as "placeEn", place_ar as "placeAr", lat, lon, summary_en as "summaryEn"
  from incident where date_prec = 1 and where_prec <= 2 and status = 'published' order by ref`;

const draftNear = ({ day, placeEn, placeAr, lat, lon }: Row): Draft => ({
  ...emptyDraft(),
  day: { from: day, to: day, precision: 1 },
  place: { id: null, name: placeEn, nameAr: placeAr ?? placeEn, lat: lat + 0.03, lon: lon - 0.03, precision: 2, pinned: false },
});
const suggestFor = async (draft: Draft, words: Telling['words'] = []) => {
  const telling = tellingOfDraft(draft, words, core.gazetteer);
  return telling === null ? [] : suggestDuplicates(telling, core);
};

describe('likely duplicates', () => {
  it('are found for what the store holds, first, with the days and kilometres between', async () => {
    const rows = await datedIncidents();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [first] = await suggestFor(draftNear(row), [{ language: 'en', text: row.summaryEn }]);
      expect(first?.ref, row.summaryEn).toBe(row.ref);
      expect(first?.days).toBe(0);
      expect(first?.km).toBeLessThan(5);
      expect(first?.weight).toBeGreaterThanOrEqual(LIKELY);
    }
  });

  it('are found by an Arabic name as by an English one', async () => {
    const [row] = (await datedIncidents()).filter(({ placeAr }) => placeAr !== null);
    if (!row) throw new Error('no incident has an Arabic name');
    const draft = draftNear(row);
    const arabic = draft.place && { ...draft, place: { ...draft.place, name: '' } };
    const [first] = await suggestFor(arabic ?? draft);
    expect(first?.ref).toBe(row.ref);
    expect(first?.levels.name).toBe('same');
  });

  it('are not suggested for another month, another place or another name', async () => {
    const [row] = await datedIncidents();
    if (!row) throw new Error('no incident');
    const draft = draftNear(row);
    const place = draft.place ?? { lat: 0, lon: 0 };
    expect(await suggestFor({ ...draft, day: { from: '2019-03-03', to: '2019-03-03', precision: 1 } })).toEqual([]);
    expect(
      (
        await suggestFor({
          ...draft,
          place: draft.place && { ...draft.place, lat: place.lat + 1.2, name: 'Nowhere', nameAr: 'لا مكان' },
        })
      ).map(({ ref }) => ref),
    ).not.toContain(row.ref);
    expect(await suggestFor({ ...draft, day: null })).toEqual([]);
  });
});

const text = ucdpText();

describe.skipIf(text === null)('likely duplicates among UCDP’s 16,566 events', () => {
  const events = ucdpTellings(text ?? '');

  it('hold the event told again among the first three, and seldom another', () => {
    const random = drawing(2025);
    const rank = rankings(events);
    const N = 300;
    let found = 0;
    let mistaken = 0;
    for (let n = 0; n < N; n++) {
      const [known, unknown, other] = [0, 0, 0].map(() => Math.floor(random() * events.length));
      const again = (at: number | undefined) => toldAgain(events[at ?? 0] as Telling, events[other ?? 0] as Telling, random);
      if (
        rank(again(known))
          .slice(0, 3)
          .includes(known ?? -1)
      )
        found++;
      if (rank(again(unknown), unknown).length > 0) mistaken++;
    }
    // the very figures that docs/duplicates.md gives
    const written = readFileSync(new URL('../../../docs/duplicates.md', import.meta.url), 'utf8');
    const percent = (n: number) => `${Math.round((100 * n) / N)} % of ${N}`;
    expect(written).toContain(`the event told again is among the first three | ${percent(found)}`);
    expect(written).toContain(`gets a suggestion all the same | ${percent(mistaken)}`);
    expect(found / N).toBeGreaterThan(0.85);
    expect(mistaken / N).toBeLessThan(0.26);
  });
});
