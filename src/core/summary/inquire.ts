import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Understanding } from '../question/question.ts';
import type { SearchRequest } from '../search/found.ts';
import type { Answer } from './answer.ts';
import { answerFound, answerWithoutSearch } from './make-answer.ts';
import { type Search, surroundings } from './surroundings.ts';

/** The day on which it is asked, the past day that is asked about, and which page. */
export type Moment = Pick<SearchRequest, 'now' | 'asOf' | 'offset' | 'limit'>;

/** Incidents on one page of a list. */
export const PAGE = 10;

/** From a question to its answer, with as many searches as it takes. */
export async function inquire(
  understanding: Understanding,
  moment: Moment,
  { search, gazetteer }: { search: Search; gazetteer: Gazetteer },
): Promise<Answer> {
  const bare = answerWithoutSearch(understanding, moment.now);
  if (bare) return bare;
  const found = await search({ question: understanding.question, ...moment });
  return answerFound(found, gazetteer, await surroundings(found, search));
}
