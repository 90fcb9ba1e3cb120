import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { type AskedPlace, emptyQuestion, type Question } from '../../src/core/question/question.ts';
import type { SearchRequest } from '../../src/core/search/found.ts';
import { askedOf } from './question-arbitraries.ts';

export const askedPlace = (gazetteer: Gazetteer, id: string): AskedPlace => {
  const place = gazetteer.places.get(id);
  if (!place) throw new Error(`no place ${id}`);
  return askedOf(place);
};

/** A question by the slots that it sets, places by id. */
export const ask = (
  gazetteer: Gazetteer,
  {
    places = [],
    asOf = null,
    offset = 0,
    limit = 10,
    ...slots
  }: Partial<Omit<Question, 'places'>> & Partial<Pick<SearchRequest, 'asOf' | 'offset' | 'limit'>> & { places?: string[] },
): SearchRequest => ({
  question: { ...emptyQuestion(), ...slots, limit: null, places: places.map((id) => askedPlace(gazetteer, id)) },
  now: '2024-06-12',
  asOf,
  offset,
  limit,
});
