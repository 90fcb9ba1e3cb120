import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { createReader } from '../names/reader.ts';
import { assemble } from './assemble/assemble.ts';
import type { Assembly } from './assemble/assembly.ts';
import { layOut } from './assemble/sentence.ts';
import { leftoverOf } from './coverage.ts';
import type { Finding, Recogniser } from './finding.ts';
import { LEXICONS } from './lexicon/index.ts';
import type { Question, Understanding } from './question.ts';
import { createConversation } from './reading.ts';
import { actorsRecogniser } from './recognisers/actors.ts';
import { askingRecogniser } from './recognisers/asking.ts';
import { casualtiesRecogniser } from './recognisers/casualties.ts';
import { createDateRecogniser } from './recognisers/dates/dates.ts';
import { eventsRecogniser } from './recognisers/events.ts';
import { filtersRecogniser } from './recognisers/filters.ts';
import { groupingRecogniser } from './recognisers/grouping.ts';
import { objectsRecogniser } from './recognisers/objects.ts';
import { orderingRecogniser } from './recognisers/ordering.ts';
import { placesRecogniser } from './recognisers/places.ts';
import { refsRecogniser } from './recognisers/refs.ts';
import { refusalsRecogniser } from './recognisers/refusals.ts';
import { smallWordsRecogniser } from './recognisers/small-words.ts';
import { sourcesRecogniser } from './recognisers/sources.ts';
import { surroundingsRecogniser } from './recognisers/surroundings.ts';
import { resolveOverlaps } from './resolver.ts';
import { createSpellingTable, withMeantWords } from './spelling.ts';
import type { Text } from './text.ts';

export interface QuestionReader {
  /** `previous`: the question that this one may follow up. Never throws; a text that says nothing gives `nothing`. */
  read(text: string, context: { now: string; previous?: Question | null }): Understanding;
}

/** Text → Question. All tables are made here, once; reading is a pure function of text, day and the question before. */
export function createQuestionReader(gazetteer: Gazetteer): QuestionReader {
  const names = createReader(gazetteer);
  const spelling = createSpellingTable(LEXICONS);
  const recognisers: readonly Recogniser[] = [
    createDateRecogniser(LEXICONS.map((lexicon) => lexicon.dates)),
    actorsRecogniser(names),
    placesRecogniser(names),
    sourcesRecogniser(names),
    refsRecogniser,
    eventsRecogniser(LEXICONS),
    casualtiesRecogniser(LEXICONS),
    objectsRecogniser(LEXICONS),
    surroundingsRecogniser(LEXICONS),
    groupingRecogniser(LEXICONS),
    orderingRecogniser(LEXICONS),
    filtersRecogniser(LEXICONS),
    askingRecogniser(LEXICONS),
    refusalsRecogniser(LEXICONS),
    smallWordsRecogniser(LEXICONS),
  ];

  const recognise = (text: Text, now: string): Finding[] =>
    recognisers.flatMap((recogniser) => recogniser(text, { now, gazetteer }));

  /** One sentence: recognise → settle overlaps → lay out → assemble → what is left over. */
  function readSentence(typed: Text, now: string): { assembly: Assembly; leftover: string[] } {
    let text = typed;
    let findings = recognise(text, now);
    const known = new Set(
      findings
        .filter((f) => f.exactness !== 'fuzzy')
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    const meant = withMeantWords(text, spelling, (token) => !known.has(token));
    if (meant) {
      text = meant;
      findings = recognise(text, now);
    }
    const assembly = assemble(layOut(text, resolveOverlaps(findings), now), gazetteer);
    return { assembly, leftover: leftoverOf(assembly, findings) };
  }

  return { read: createConversation(readSentence) };
}
