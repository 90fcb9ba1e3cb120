import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { createNames, type Names } from '../names/names.ts';
import type { Suggestions } from '../names/suggestions.ts';
import { assemble } from './assemble/assemble.ts';
import type { Assembly } from './assemble/assembly.ts';
import { withoutSecondClause } from './assemble/clauses.ts';
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
import { withBareNames } from './recognisers/places.ts';
import { refsRecogniser } from './recognisers/refs.ts';
import { refusalsRecogniser } from './recognisers/refusals.ts';
import { shiftsRecogniser } from './recognisers/shifts.ts';
import { smallWordsRecogniser } from './recognisers/small-words.ts';
import { surroundingsRecogniser } from './recognisers/surroundings.ts';
import { resolveOverlaps } from './resolver.ts';
import { sentencesOf } from './sentences.ts';
import { createSpellingTable, unknownTokens, withMeantWords } from './spelling.ts';
import { readText, type Text } from './text.ts';
import { mendTyping } from './typing.ts';

/** What a period said by way of the one before is not: a date of its own, a time to come. */
const GIVES_WAY = new Set<Finding['kind']>(['time', 'unsupported', 'unanswerable', 'impossible']);

const ANY = new Set(['اي', 'any']);
const dropsAny = (finding: Finding, { tokens }: Text): boolean =>
  finding.kind === 'patch' &&
  (finding.patch === 'drop_place' || finding.patch === 'drop_actors') &&
  tokens.slice(finding.start, finding.end).some(({ forms }) => forms.some(({ norm }) => ANY.has(norm)));

const overlap = (a: Finding, b: Finding) => a.start < b.end && b.start < a.end;
const lengthOf = ({ start, end }: Finding) => end - start;

/** منذ آذار معارك: the date is whole, and no event that it hangs on. */
function withDatesOfTheirOwn(findings: readonly Finding[]): Finding[] {
  const times = findings.filter(({ kind }) => kind === 'time');
  const isWhole = ({ kind, start, end }: Finding) =>
    kind === 'unsupported' && times.some((time) => time.start === start && time.end < end && time.end > start + 1);
  return findings.filter((finding) => !isWhole(finding));
}

const SMALL = new Set<Finding['kind']>(['evidence', 'auxiliary', 'filler', 'intent', 'asker']);
/** "IS claimed operations": in capitals it is a name, and no part of other words. */
function ofCapitals(findings: readonly Finding[]): Finding[] {
  const named = findings.filter(({ by }) => by === 'capitals');
  const isCut = (finding: Finding) => SMALL.has(finding.kind) && named.some((name) => overlap(name, finding));
  return named.length === 0 ? [...findings] : findings.filter((finding) => !isCut(finding));
}

export interface QuestionReader {
  /** `previous`: the question that this one may follow up. Never throws; a text that says nothing gives `nothing`. */
  read(text: string, context: { now: string; previous?: Question | null }): Understanding;
  /**
   * What somebody tells and does not ask: each sentence by itself, as it was understood. `also`: words that only such texts use. Of a
   * long text the beginning is read.
   */
  tell(text: string, context: { now: string; also?: readonly Recogniser[] }): Assembly[];
  /** Names that somebody may be about to type. */
  suggest: Suggestions['suggest'];
  /** The places that a line names, best first. */
  resolve: Names['resolve'];
}

/** As much of a told text as is read: what a phone shows at once, several times over. */
const TOLD_CHARACTERS = 2_500;
const TOLD_TOKENS = 250;

function openingOf(told: string): Text {
  const text = readText(told.slice(0, TOLD_CHARACTERS));
  return { ...text, tokens: text.tokens.slice(0, TOLD_TOKENS) };
}

/** Text → Question. All tables are made here, once; reading is a pure function of text, day and the question before. */
export function createQuestionReader(gazetteer: Gazetteer): QuestionReader {
  const names = createNames(gazetteer);
  const spelling = createSpellingTable(LEXICONS, gazetteer.actors.values(), names.isEveryday);
  const knows = (word: string) => spelling.knows(word) || names.isName(word);
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

  function recognise(text: Text, now: string, previous: Question | null, also: readonly Recogniser[] = []): Finding[] {
    const all = [...recognisers, ...also].flatMap((recogniser) => recogniser(text, { now, gazetteer }));
    // أي منطقة asks for one where something is ranked, and drops the place where nothing is
    const isRanked = all.some(({ kind }) => kind === 'superlative');
    const isDeed = all.some(({ kind }) => kind === 'event' || kind === 'toll');
    const isAsked = (finding: Finding) => isRanked || (finding.start === 0 && isDeed);
    const known = all.filter((finding) => !(isAsked(finding) && dropsAny(finding, text)));
    const findings = withDatesOfTheirOwn(ofCapitals(known));
    const moved = previous?.time ? shifts(text, previous.time, now) : [];
    const dates = findings.filter(({ kind }) => GIVES_WAY.has(kind));
    // "on the 8th of May" is a date of its own
    const shifted = moved.filter((shift) => !dates.some((date) => overlap(date, shift) && lengthOf(date) > lengthOf(shift)));
    const isShifted = (finding: Finding) => shifted.some((shift) => overlap(finding, shift));
    return [...findings.filter((finding) => !GIVES_WAY.has(finding.kind) || !isShifted(finding)), ...shifted];
  }

  /** One sentence: recognise → settle overlaps → lay out → assemble. */
  function understand(typed: Text, now: string, previous: Question | null, also: readonly Recogniser[] = []) {
    let text = typed;
    let findings = recognise(text, now, previous, also);
    const parted = mendTyping(text, unknownTokens(text, findings), knows);
    if (parted) {
      text = parted;
      findings = recognise(text, now, previous, also);
    }
    const meant = withMeantWords(text, spelling, findings);
    if (meant) {
      text = meant;
      findings = recognise(text, now, previous, also);
    }
    const sentence = withoutSecondClause(layOut(text, resolveOverlaps(withBareNames(findings, text)), now));
    return { assembly: assemble(sentence, gazetteer), findings };
  }

  /** … → what is left over → what to ask back. */
  function readSentence(typed: Text, now: string, previous: Question | null): SentenceRead {
    const { assembly, findings } = understand(typed, now, previous);
    return { assembly, leftover: leftoverOf(assembly, findings), clarification: clarify(assembly, names) };
  }

  return {
    read: createConversation(readSentence),
    tell: (text, { now, also }) => sentencesOf(openingOf(text)).map((sentence) => understand(sentence, now, null, also).assembly),
    suggest: names.suggest,
    resolve: names.resolve,
  };
}
