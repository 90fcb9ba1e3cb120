import type { Gazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { SearchRequest } from '../../../src/core/search/found.ts';
import { PARTIES } from '../../../src/db/schema/vocabulary.ts';
import type { Records } from '../records.ts';
import { figure, fits, ranges } from './belongs.ts';
import { sharedFigures, totals } from './how-many.ts';
import { endOf, type Held, heldAccounts, heldIncidents, type Reference } from './kept.ts';
import { rows } from './lines.ts';
import { whenVerdict, whereVerdict } from './when-and-where.ts';

/**
 * docs/counting.md once more, slow and plain: every record is looked at in memory, one after the other. It shares no query, no
 * selection and no arithmetic with core/search; only types, the line of a road, and the geometry of outlines, which has tests of its own.
 */

const ordered = (held: Held[], order: Question['order']): Held[] => {
  const dead = (one: Held) => ranges(one.tolls, 'killed', PARTIES).map((r) => figure(r, 'killed'));
  const hurt = (one: Held) => [...dead(one), ...ranges(one.tolls, 'wounded', PARTIES).map((r) => figure(r, 'wounded'))];
  const size = (list: number[]) => (list.length === 0 ? -1 : list.reduce((a, b) => a + b, 0));
  const oldest = (a: Held, b: Held) => a.eventDateStart.localeCompare(b.eventDateStart) || a.id - b.id;
  const by: Partial<Record<NonNullable<Question['order']>, (a: Held, b: Held) => number>> = {
    date_desc: (a, b) => oldest(b, a),
    killed_desc: (a, b) => size(dead(b)) - size(dead(a)) || oldest(a, b),
    killed_or_wounded_desc: (a, b) => size(hurt(b)) - size(hurt(a)) || oldest(a, b),
  };
  return [...held].sort((order && by[order]) || oldest);
};

/** Everything that a question finds, without pages. `grouping` is the one in effect. */
export function reference(records: Records, gazetteer: Gazetteer, request: SearchRequest, grouping: string | null): Reference {
  const { question, asOf } = request;
  const held = heldIncidents(records, asOf);
  const accounts = heldAccounts(records, asOf);
  const judged = held
    .filter((one) => fits(gazetteer, one, question, accounts))
    .map((one) => ({ one, when: whenVerdict(one, question.time), where: whereVerdict(gazetteer, one, question) }));
  const counted = judged.filter(({ when, where }) => when === 'sure' && where === 'sure').map(({ one }) => one);
  const sure = new Set(counted);
  const open = judged.filter(({ one, when, where }) => when !== 'no' && where !== 'no' && !sure.has(one));
  const possible = ordered(
    open.map(({ one }) => one),
    null,
  );
  const verdicts = new Map(judged.map((verdict) => [verdict.one, verdict]));
  const reason = (one: Held) => {
    const verdict = verdicts.get(one);
    return verdict?.when === 'sure' ? 'place' : verdict?.where === 'sure' ? 'date' : 'both';
  };
  const figures = sharedFigures(accounts, held, counted, possible);
  const ids = (all: Held[]) => new Set(all.map((one) => one.id));
  const [countedIds, possibleIds] = [ids(counted), ids(possible)];
  const published = held.filter((one) => one.status === 'published').map((one) => one.eventDateEnd);
  return {
    totals: totals(gazetteer, question, counted, possible, figures),
    refs: ordered(counted, question.order).map((one) => one.ref),
    possible: possible.map((one) => [one.ref, reason(one)]),
    joint: figures.map(({ account, adds }) => ({
      accountId: account.id,
      counted: adds === 'whole',
      amongCounted: account.covers.filter((id) => countedIds.has(id)).length,
      amongPossible: account.covers.filter((id) => possibleIds.has(id)).length,
    })),
    rows: rows(gazetteer, grouping, counted, figures),
    storeVersion: records.edits.filter((at) => asOf === null || Date.parse(at) < endOf(asOf)).length,
    dataEnds: published.sort().at(-1) ?? null,
  };
}
