import { isSaid, saidFields } from './answers.ts';
import type { Draft } from './draft.ts';
import { FIELDS, type Field, type TipContent } from './tip-content.ts';

/** In the order in which they are asked, each in one sentence; of a photo alone, first what happened. */
const QUESTIONS: readonly (readonly Field[])[] = [['words'], ['place', 'day'], ['toll', 'attacker']];
/** Messages of ours that ask: with the last word a whole tip takes three. */
const MOST_ASKING = 2;

interface Stands {
  draft: Draft;
  settled: readonly Field[];
  /** Not only a picture or a pin. */
  hasWords: boolean;
}

const isMissing = (field: Field, { draft, settled, hasWords }: Stands): boolean =>
  !settled.includes(field) && (field === 'words' ? !hasWords : !isSaid(field, draft));

/** What is asked next; nothing: all is said, or enough was asked. `said`: messages of ours about this tip so far. */
export function missingFields(stands: Stands, said: number): Field[] {
  if (said >= MOST_ASKING) return [];
  return QUESTIONS.map((fields) => fields.filter((field) => isMissing(field, stands))).find(({ length }) => length > 0) ?? [];
}

export interface Next extends Pick<TipContent, 'settled' | 'asking'> {
  /** It is put as a question now; else the next words may answer it all the same. */
  isPut: boolean;
}

/** Who answers the team is asked nothing more by us. */
export const NOTHING_MORE: Next = { settled: [...FIELDS], asking: [], isPut: false };

/** What is asked after one more message: what was taken back, what is open of the question before, or the next. */
export function nextAsked(
  before: TipContent,
  now: { draft: Draft; former: Draft; hasWords: boolean; answers: Field | null },
): Next {
  const { draft, former, hasWords, answers } = now;
  const gone = saidFields(former).filter((field) => !isSaid(field, draft));
  const settled = [...new Set([...before.settled, ...(answers ? [answers] : [])])].filter((field) => !gone.includes(field));
  const stands = { draft, settled, hasWords };
  const open = before.asking.filter((field) => isMissing(field, stands));
  const asking = gone.length > 0 ? gone : open.length > 0 ? open : missingFields(stands, before.said);
  return { settled, asking, isPut: asking.length > 0 && (gone.length > 0 || before.said < MOST_ASKING) };
}
