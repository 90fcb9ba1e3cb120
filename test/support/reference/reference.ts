import type { Gazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { SearchRequest } from '../../../src/core/search/found.ts';
import { PARTIES } from '../../../src/db/schema/vocabulary.ts';
import type { Records } from '../records.ts';
import { contentTest, figure, ranges } from './belongs.ts';
import { groundOf } from './ground.ts';
import { sharedFigures, totals } from './how-many.ts';
import { type Held, keptIn, type Reference } from './kept.ts';
import { rows } from './lines.ts';
import { whenRule, whereRule } from './when-and-where.ts';

/**
 * docs/counting.md once more, plain: every record is looked at in memory, one after the other. It shares no query, no selection and no
 * arithmetic with core/search; only types, the line of a road, and the geometry of outlines, which has tests of its own. What is the same
 * for all records of a question is worked out before the first, so that a hundred thousand take a fraction of a second.
 */

const older = (a: Held, b: Held) =>
  a.eventDateStart < b.eventDateStart ? -1 : a.eventDateStart > b.eventDateStart ? 1 : a.id - b.id;

function ordered(held: readonly Held[], order: Question['order']): Held[] {
  if (order === 'date_desc') return [...held].sort((a, b) => older(b, a));
  if (order !== 'killed_desc' && order !== 'killed_or_wounded_desc') return [...held].sort(older);
  const figures = ({ tolls }: Held) => [
    ...ranges(tolls, 'killed', PARTIES).map((r) => figure(r, 'killed')),
    ...(order === 'killed_desc' ? [] : ranges(tolls, 'wounded', PARTIES).map((r) => figure(r, 'wounded'))),
  ];
  const size = (list: number[]) => (list.length === 0 ? -1 : list.reduce((a, b) => a + b, 0));
  return held
    .map((one) => ({ one, size: size(figures(one)) }))
    .sort((a, b) => b.size - a.size || older(a.one, b.one))
    .map(({ one }) => one);
}

/** Everything that a question finds, without pages. `grouping` is the one in effect. */
export type Answering = (request: SearchRequest, grouping: string | null) => Reference;

export function referenceOf(records: Records, gazetteer: Gazetteer): Answering {
  const ground = groundOf(gazetteer);
  const keptAt = keptIn(records);
  return ({ question, asOf }, grouping) => {
    const kept = keptAt(asOf);
    const [fits, when, where] = [contentTest(ground, question, kept), whenRule(question.time), whereRule(ground, question)];
    const counted: Held[] = [];
    const open: { one: Held; because: string }[] = [];
    for (const one of kept.incidents) {
      const day = when(one);
      if (day === 'no' || !fits(one)) continue;
      const place = where(one);
      if (place === 'no') continue;
      if (day === 'sure' && place === 'sure') counted.push(one);
      else open.push({ one, because: day === 'sure' ? 'place' : place === 'sure' ? 'date' : 'both' });
    }
    open.sort((a, b) => older(a.one, b.one));
    const countedIds = new Set(counted.map((one) => one.id));
    const possibleIds = new Set(open.map(({ one }) => one.id));
    const figures = sharedFigures(kept, countedIds, possibleIds);
    return {
      totals: totals(ground, question, counted, open.length, figures),
      refs: ordered(counted, question.order).map((one) => one.ref),
      possible: open.map(({ one, because }) => [one.ref, because]),
      joint: figures.map(({ account, adds }) => ({
        accountId: account.id,
        counted: adds === 'whole',
        amongCounted: account.covers.filter((id) => countedIds.has(id)).length,
        amongPossible: account.covers.filter((id) => possibleIds.has(id)).length,
      })),
      rows: rows(ground, grouping, counted, figures),
      storeVersion: kept.storeVersion,
      dataEnds: kept.dataEnds,
    };
  };
}
