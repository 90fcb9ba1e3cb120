import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Understanding } from '../question/question.ts';
import { plainThroughout } from '../reply/plain.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { compactLengths } from '../reply/reply-text.ts';
import { remembering, type Translator } from '../reply/translator.ts';
import { actionBlocks } from './actions.ts';
import type { Answer, BareAnswer, FoundAnswer, FoundKind } from './answer.ts';
import { caveatBlocks } from './caveat-lines.ts';
import { leftoverBlocks, stampBlocks, understoodBlocks } from './footer.ts';
import { compare } from './kinds/compare.ts';
import { count } from './kinds/count.ts';
import { latest } from './kinds/latest.ts';
import { list } from './kinds/list.ts';
import { lookup } from './kinds/lookup.ts';
import { nothingFound } from './kinds/nothing-found.ts';
import { summary } from './kinds/summary.ts';
import { top } from './kinds/top.ts';
import { trend } from './kinds/trend.ts';
import { BARE } from './kinds/without-search.ts';
import { perDetail } from './per-detail.ts';
import { jointBlocks, possibleBlocks } from './possible.ts';
import { publishedBlocks } from './published.ts';
import type { Detail, Presenter, View } from './view.ts';
import { createVoice, type Voice } from './voice.ts';

export interface Presenting {
  gazetteer: Gazetteer;
  t: Translator;
  /** Under which the caller keeps the answer, for its buttons; null: none are offered. */
  answerId: string | null;
}

const PRESENTERS = {
  list,
  count,
  summary,
  trend,
  compare,
  top,
  latest,
  lookup,
  nothing_found: nothingFound,
} satisfies Record<FoundKind, Presenter>;

/** Characters that an ordinary answer may have: two screens of a phone. */
const FITS = 1500;

/** From all that there is to what fits: the first that is short enough, else the last. */
const DETAILS: readonly [Detail, ...Detail[]] = [
  { incidents: 'full', page: 3, possible: 5, statistics: 3, elsewhere: 2, rows: 24 },
  { incidents: 'full', page: 3, possible: 5, statistics: 3, elsewhere: 0, rows: 24 },
  { incidents: 'short', page: 10, possible: 5, statistics: 3, elsewhere: 1, rows: 24 },
  { incidents: 'short', page: 10, possible: 5, statistics: 3, elsewhere: 0, rows: 24 },
  { incidents: 'line', page: 10, possible: 5, statistics: 3, elsewhere: 0, rows: 18 },
  { incidents: 'line', page: 10, possible: 3, statistics: 2, elsewhere: 0, rows: 12 },
  { incidents: 'line', page: 5, possible: 3, statistics: 2, elsewhere: 0, rows: 12 },
  { incidents: 'line', page: 5, possible: 2, statistics: 1, elsewhere: 0, rows: 8 },
];

/** All blocks of an answer in any detail; what does not change from one to the next is made once. */
function blocksOf(
  bare: Omit<View, 'detail'>,
  understanding: Understanding,
  answerId: string | null,
): (detail: Detail) => Block[] {
  const { answer, voice, question, saying } = bare;
  const said = perDetail((detail) => PRESENTERS[answer.kind]({ ...bare, detail }));
  const after = new Map<number, (detail: Detail) => Block[]>();
  const afterListed = (listed: number) => {
    const known =
      after.get(listed) ??
      perDetail((detail) => [...possibleBlocks({ ...bare, detail }, listed), ...jointBlocks({ ...bare, detail }, listed)]);
    after.set(listed, known);
    return known;
  };
  const published = perDetail((detail) => publishedBlocks({ ...bare, detail }));
  // what a figure leaves out belongs to the figure
  const leftOut = leftoverBlocks(question.leftover, voice);
  const end = [...caveatBlocks(answer.caveats, voice), ...understoodBlocks(understanding, saying), ...stampBlocks(answer, voice)];
  return (detail) => {
    const { head, body, listed } = said(detail);
    return [
      ...head.slice(0, 1),
      ...leftOut,
      ...head.slice(1),
      ...body,
      ...afterListed(listed)(detail),
      ...published(detail),
      ...end,
      ...actionBlocks({ ...bare, detail }, answerId, listed),
    ];
  };
}

const reply = (blocks: Block[], { language }: Voice): Reply => ({ language, blocks, visibility: 'public' });

function presentFound(
  answer: FoundAnswer,
  understanding: Understanding,
  voice: Voice,
  { gazetteer, answerId }: Presenting,
): Reply {
  const { question } = understanding;
  const saying = { voice, radiusKm: answer.radius_km, gazetteer };
  const longest = DETAILS.filter(({ incidents, page }) => incidents !== 'full' || answer.incidents.length <= page);
  const blocks = blocksOf({ answer, question, voice, saying }, understanding, answerId);
  const lengthOf = compactLengths();
  let made = reply([], voice);
  for (const detail of longest) {
    made = reply(blocks(detail), voice);
    if (lengthOf(made) <= FITS) return made;
  }
  return made;
}

function presentBare(answer: BareAnswer, understanding: Understanding, voice: Voice): Reply {
  // TypeScript cannot see that an answer's kind picks the presenter of that kind
  const present = BARE[answer.kind] as (a: BareAnswer, v: Voice, u: Understanding) => Block[];
  return reply(present(answer, voice, understanding), voice);
}

/** An answer in words, in the translator's language. Figures and records come from the answer, never from here. */
export function present(answer: Answer, unsafe: Understanding, presenting: Presenting): Reply {
  const voice = createVoice(remembering(presenting.t), presenting.gazetteer);
  const understanding = plainThroughout(unsafe);
  return answer.total === null
    ? presentBare(answer, understanding, voice)
    : presentFound(answer, understanding, voice, presenting);
}
