import { loadFacts } from '../../src/core/facts/load.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import type { AskedPlace, Assumption, Question } from '../../src/core/question/question.ts';
import { emptyQuestion } from '../../src/core/question/question.ts';
import { compactText } from '../../src/core/reply/reply-text.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import { search } from '../../src/core/search/search.ts';
import type { Answer } from '../../src/core/summary/answer.ts';
import { inquire, PAGE } from '../../src/core/summary/inquire.ts';
import { present } from '../../src/core/summary/present.ts';
import type { Language } from '../../src/db/schema/vocabulary.ts';
import { freshStore } from '../support/store.ts';

export interface Asking {
  question: Partial<Omit<Question, 'places'>> & { places?: readonly string[] };
  now?: string;
  assumptions?: Assumption[];
  language?: Language;
  answerId?: string;
  offset?: number;
}

/** The shipped facts in a store of their own, asked by Question objects: what readers of texts make of them is theirs to prove. */
export async function factsDesk() {
  const store = await freshStore();
  await loadFacts(store, { now: new Date('2024-06-01T00:00:00Z') });
  const gazetteer = await readGazetteer(store);
  const translator = createTranslators();
  const named = (id: string): AskedPlace => {
    const place = gazetteer.places.get(id);
    if (!place) throw new Error(`no place ${id}`);
    return { id, name: place.name, name_ar: place.nameAr, kind: place.kind, lat: place.lat, lon: place.lon };
  };
  const ask = async ({
    question: asked,
    now = '2023-05-02',
    assumptions = [],
    language = 'en',
    answerId,
    offset = 0,
  }: Asking) => {
    const { places = [], ...slots } = asked;
    const question: Question = { ...emptyQuestion(), ...slots, places: places.map(named) };
    const understanding = { question, assumptions, clarification: null, language, nothing: false, trace: [] };
    const moment = { now, asOf: null, offset, limit: PAGE };
    const answer: Answer = await inquire(understanding, moment, {
      gazetteer,
      search: (request) => search(store, gazetteer, request),
    });
    const reply = present(answer, understanding, { gazetteer, t: translator(language), answerId: answerId ?? null });
    return { answer, reply, text: compactText(reply) };
  };
  return { ask, gazetteer };
}
