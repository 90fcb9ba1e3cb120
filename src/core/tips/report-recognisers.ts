import { addDays } from '../question/calendar.ts';
import type { Finding, Recogniser } from '../question/finding.ts';
import { LEXICONS } from '../question/lexicon/index.ts';
import type { Wordings } from '../question/lexicon/lexicon.ts';
import { wordClass } from '../question/phrases.ts';
import { wordingsRecogniser } from '../question/recognisers/wordings.ts';
import { LAST_NIGHT, TODAY, TOLD } from './lexicon/report-words.ts';

/** Days that only somebody who was there says so: a calendar day that is said too is surer. */
export const BY_REPORT = 'report-words';

const numbers = wordClass(LEXICONS.flatMap((lexicon) => lexicon.numbers));

function relativeDays(wordings: Wordings, from: number): Recogniser {
  const recognise = wordingsRecogniser(BY_REPORT, [[{ kind: 'filler' }, wordings]], { number: numbers });
  return (text, context) =>
    recognise(text, context).map(
      (finding): Finding => ({ ...finding, kind: 'time', period: { from: addDays(context.now, from), to: context.now } }),
    );
}

/** What the recognisers of questions do not know: told in the first person, in haste, in dialect. All tables are made here. */
export const createReportRecognisers = (): readonly Recogniser[] => [
  relativeDays(TODAY, 0),
  relativeDays(LAST_NIGHT, -1),
  wordingsRecogniser(BY_REPORT, TOLD, { number: numbers }),
];
