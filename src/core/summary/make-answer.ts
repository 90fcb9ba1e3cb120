import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Understanding } from '../question/question.ts';
import { plainThroughout } from '../reply/plain.ts';
import type { Found } from '../search/found.ts';
import type { BareAnswer, FoundAnswer, FoundKind, Surroundings } from './answer.ts';
import { comparedOf, groupingOf, rowsOf, statisticOf } from './breakdown.ts';
import { caveatsOf } from './caveats.ts';
import { incidentOf, jointOf, possibleOf } from './incidents.ts';
import { totalOf } from './toll.ts';

const bare = (day: string) => ({
  total: null,
  rows: [] as [],
  incidents: [] as [],
  possible: [] as [],
  statistics: [] as [],
  sources: [] as [],
  day,
});

/**
 * What can be answered without the store, and must be: a question back, a refusal, help, or that nothing was understood. Null: search.
 * `day`: on which it is asked.
 */
export function answerWithoutSearch(understanding: Understanding, day: string): BareAnswer | null {
  const { question, clarification, nothing } = understanding;
  if (question.unanswerable) return { ...bare(day), kind: 'unanswerable', why: understanding.declined ?? null };
  if (clarification) return { ...bare(day), kind: 'clarification', clarification: plainThroughout(clarification) };
  if (nothing) return notUnderstoodAnswer(day);
  if (question.intent === 'help') return { ...bare(day), kind: 'help' };
  return null;
}

export const notUnderstoodAnswer = (day: string): BareAnswer => ({ ...bare(day), kind: 'not_understood' });

/** `id`: under which the log keeps what happened. */
export const failedAnswer = (id: string, day: string): BareAnswer => ({ ...bare(day), kind: 'failed', id });

const NOWHERE: Surroundings = { before: null, wider: null, any_time: null, empty_period: false, heaviest_lumped: [] };

/** What was found, as figures that add up and records that can be quoted. Every text in it is plain. */
export function answerFound(unsafe: Found, gazetteer: Gazetteer, around: Surroundings = NOWHERE): FoundAnswer {
  const found = plainThroughout(unsafe);
  const { question, now, asOf, offset } = found.request;
  const total = totalOf(found.totals);
  const incidents = found.incidents.map((incident) => incidentOf(incident, found, gazetteer));
  const intent: FoundKind = question.intent === 'help' ? 'list' : question.intent;
  return {
    kind: total.incidents + total.possible === 0 ? 'nothing_found' : intent,
    total,
    grouped_by: groupingOf(found),
    rows: rowsOf(found, gazetteer),
    compared: comparedOf(found, gazetteer),
    incidents,
    offset,
    possible: possibleOf(found, gazetteer),
    joint: jointOf(found, gazetteer),
    statistics: found.statistics.map((statistic) => statisticOf(statistic, gazetteer)),
    sources: found.sourceIds.flatMap((id) => {
      const source = gazetteer.sources.get(id);
      if (!source) return [];
      const { name, nameAr, kind, side, reliability } = source;
      return [{ id, name, name_ar: nameAr, kind, side, reliability }];
    }),
    caveats: caveatsOf({ found, gazetteer, incidents, around }),
    radius_km: found.radiusKm,
    store_version: found.storeVersion,
    data_ends: found.dataEnds,
    as_of: asOf,
    day: now,
    ...around,
  };
}
