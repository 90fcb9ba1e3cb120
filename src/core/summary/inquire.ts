import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Question, Understanding } from '../question/question.ts';
import type { Found, FoundIncident, SearchRequest } from '../search/found.ts';
import type { Answer } from './answer.ts';
import { answerFound, answerWithoutSearch } from './make-answer.ts';
import { type Search, searchAround } from './surroundings.ts';
import { incidentToll } from './toll.ts';

/** The day on which it is asked, the past day that is asked about, and which page. */
export type Moment = Pick<SearchRequest, 'now' | 'asOf' | 'offset' | 'limit' | 'after'>;

/** Incidents on one page of a list. */
export const PAGE = 10;

const killed = ({ tolls }: FoundIncident) => incidentToll(tolls, 'killed').best ?? 0;
const DEADLINESS: Partial<Record<NonNullable<Question['order']>, (incident: FoundIncident) => number>> = {
  killed_desc: killed,
  killed_or_wounded_desc: (incident) => killed(incident) + (incidentToll(incident.tolls, 'wounded').best ?? 0),
};

/** From a question to its answer, with as many searches as it takes. */
export async function inquire(
  understanding: Understanding,
  moment: Moment,
  { search, gazetteer }: { search: Search; gazetteer: Gazetteer },
): Promise<Answer> {
  const bare = answerWithoutSearch(understanding, moment.now);
  if (bare) return bare;
  const { question } = understanding;
  const request = { question, ...moment, asOf: moment.asOf ?? question.as_of };
  const { found, around } = await searchAround(request, (asked) => searchTied(asked, search), search);
  return answerFound(found, gazetteer, around);
}

const isLumped = ({ eventClarity }: FoundIncident) => eventClarity === 2;

/** "the deadliest" is one only where no other is as deadly: all that share the first place are found. */
async function searchTied(request: SearchRequest, search: Search): Promise<Found> {
  const { question } = request;
  const by =
    question.intent === 'top' && question.group_by === null && question.limit === 1 && question.order
      ? DEADLINESS[question.order]
      : undefined;
  if (!by) return search(request);
  const found = await search({ ...request, question: { ...question, limit: null } });
  const [first] = found.incidents;
  const tied = found.incidents.filter((incident) => first && by(incident) === by(first));
  // several that their source counted as one are no answer alone: as far as the page goes, one that stands for itself is found too
  const alone = tied.every(isLumped) ? found.incidents.findIndex((incident) => !isLumped(incident)) : -1;
  return { ...found, request, incidents: alone < 0 ? tied : found.incidents.slice(0, alone + 1) };
}
