import type { Core } from '../core.ts';
import { readAnswer } from './answers.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { pinOf, wordsOf } from './pieces.ts';
import type { PartContent } from './tip-content.ts';

/** Fields that take the place of what was read. */
export type Revised = { [K in keyof Draft]?: Draft[K] | undefined };

/** Only what is there changes anything. */
export const withChanges = (draft: Draft, { ...revised }: Revised): Draft => ({
  ...draft,
  ...Object.fromEntries(Object.entries(revised).filter(([, value]) => value !== undefined)),
});

/** Messages of a tip from which the draft is read: all are kept, but a flood is not read again with each further word. */
const MOST_READ = 10;

/**
 * What a tip's parts state, all of them together: a pure function of the parts as they stand now, whatever came first and however often.
 * What answers a question wins over what was told before it, and a moderator's correction over both.
 */
export function draftOf(
  parts: readonly { content: PartContent }[],
  revised: Revised,
  core: Pick<Core, 'reports' | 'reportBug'>,
): Draft {
  try {
    return withChanges(readParts(parts, core), revised);
  } catch (error) {
    // a text that we stumble over is a tip all the same: it is kept, and people read it
    core.reportBug(error, 'tip');
    return withChanges(emptyDraft(), revised);
  }
}

function readParts(parts: readonly { content: PartContent }[], core: Pick<Core, 'reports'>): Draft {
  const words = wordsOf(parts).filter(({ answers }, at) => at < MOST_READ || answers !== null);
  const pin = pinOf(parts);
  let draft = words.length > 0 || pin ? core.reports.draft({ words, pin }) : emptyDraft();
  for (const { answers, ...said } of words) {
    if (answers === null) continue;
    const changed = readAnswer(answers, said, core);
    // a pin is where it is, whatever the place is called
    if (changed?.place && pin && draft.place)
      changed.place = { ...changed.place, lat: pin.lat, lon: pin.lon, precision: 1, pinned: true };
    draft = { ...draft, ...changed };
  }
  return draft;
}
