import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { createNames } from '../names/names.ts';
import type { Suggestions } from '../names/suggestions.ts';
import { assemble } from './assemble/assemble.ts';
import { layOut } from './assemble/sentence.ts';
import { clarify } from './clarification.ts';
import { leftoverOf } from './coverage.ts';
import type { Finding, Recogniser } from './finding.ts';
import { LEXICONS } from './lexicon/index.ts';
import type { Question, Understanding } from './question.ts';
import { createConversation, type SentenceRead } from './reading.ts';
import { askingRecogniser } from './recognisers/asking.ts';
import { capitalsRecogniser } from './recognisers/capitals.ts';
import { casualtiesRecogniser } from './recognisers/casualties.ts';
import { createDateRecogniser } from './recognisers/dates/dates.ts';
import { eventsRecogniser } from './recognisers/events.ts';
import { filtersRecogniser } from './recognisers/filters.ts';
import { groupingRecogniser } from './recognisers/grouping.ts';
import { objectsRecogniser } from './recognisers/objects.ts';
import { orderingRecogniser } from './recognisers/ordering.ts';
import { refsRecogniser } from './recognisers/refs.ts';
import { refusalsRecogniser } from './recognisers/refusals.ts';
import { shiftsRecogniser } from './recognisers/shifts.ts';
import { smallWordsRecogniser } from './recognisers/small-words.ts';
import { surroundingsRecogniser } from './recognisers/surroundings.ts';
import { resolveOverlaps } from './resolver.ts';
import { createSpellingTable, withMeantWords } from './spelling.ts';
import type { Text } from './text.ts';

export interface QuestionReader {
  /** `previous`: the question that this one may follow up. Never throws; a text that says nothing gives `nothing`. */
  read(text: string, context: { now: string; previous?: Question | null }): Understanding;
  /** Names that somebody may be about to type. */
  suggest: Suggestions['suggest'];
}

/** Text → Question. All tables are made here, once; reading is a pure function of text, day and the question before. */
export function createQuestionReader(gazetteer: Gazetteer): QuestionReader {
  const names = createNames(gazetteer);
  const spelling = createSpellingTable(LEXICONS);
  const recognisers: readonly Recogniser[] = [
    createDateRecogniser(LEXICONS.map((lexicon) => lexicon.dates)),
    names.actors,
    names.places,
    names.sources,
    capitalsRecogniser,
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

  const shifts = shiftsRecogniser(LEXICONS);

  function recognise(text: Text, now: string, previous: Question | null): Finding[] {
    const findings = recognisers.flatMap((recogniser) => recogniser(text, { now, gazetteer }));
    const shifted = previous?.time ? shifts(text, previous.time) : [];
    const isShifted = ({ start, end }: Finding) => shifted.some((shift) => start < shift.end && shift.start < end);
    return [...findings.filter((finding) => finding.kind !== 'time' || !isShifted(finding)), ...shifted];
  }

  /** One sentence: recognise → settle overlaps → lay out → assemble → what is left over → what to ask back. */
  function readSentence(typed: Text, now: string, previous: Question | null): SentenceRead {
    let text = typed;
    let findings = recognise(text, now, previous);
    const meant = withMeantWords(text, spelling, findings);
    if (meant) {
      text = meant;
      findings = recognise(text, now, previous);
    }
    const assembly = assemble(layOut(text, resolveOverlaps(findings), now), gazetteer);
    return { assembly, leftover: leftoverOf(assembly, findings), clarification: clarify(assembly, names) };
  }

  return { read: createConversation(readSentence), suggest: names.suggest };
}
