import type { Core } from '../core.ts';
import { type Amended, amend, counted, isRestated } from './amend.ts';
import { readAnswer } from './answers.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { pinOf, wordsOf } from './pieces.ts';
import type { Words } from './report-reader.ts';
import { type Correction, isNoMore, takenBack, toldAndTakenBack } from './taken-back.ts';
import type { Field, PartContent } from './tip-content.ts';

/** Fields that take the place of what was read. */
export type Revised = { [K in keyof Draft]?: Draft[K] | undefined };
type Deps = Pick<Core, 'reports' | 'gazetteer' | 'reportBug'>;
type Said = Words & { answers: Field | null };

/** Only what is there changes anything. */
export const withChanges = (draft: Draft, { ...revised }: Revised): Draft => ({
  ...draft,
  ...Object.fromEntries(Object.entries(revised).filter(([, value]) => value !== undefined)),
});

/** Messages of a tip from which the draft is read: all are kept, but a flood is not read again with each further word. */
const MOST_READ = 10;
/** What is longer tells more. */
const SHORT_WORDS = 6;

/**
 * What a tip's parts state, all of them together: a pure function of the parts as they stand now, whatever came first and however often.
 * What answers a question or corrects something wins over what was told, the later one over the earlier, and a moderator's correction over
 * all.
 */
export function draftOf(parts: readonly { content: PartContent }[], revised: Revised, core: Deps): Draft {
  try {
    return withChanges(readParts(parts, core), revised);
  } catch (error) {
    // a text that we stumble over is a tip all the same: it is kept, and people read it
    core.reportBug(error, 'tip');
    return withChanges(emptyDraft(), revised);
  }
}

/** A later message that corrects an earlier one, by a word that says so or by naming another day or place alone. */
export function correctionOf({ text, today }: Words, core: Pick<Deps, 'reports' | 'gazetteer'>): Correction | null {
  const correction = takenBack(text);
  if (correction) return correction;
  const isShort = text.trim().split(/\s+/u).length <= SHORT_WORDS;
  return isShort && isNoMore(text) && isRestated({ text, today }, core) ? { instead: text, not: '' } : null;
}

/** What is told, and what changes it afterwards, in order. */
function sorted(all: readonly Said[], core: Deps) {
  const told: Words[] = [];
  const changes: ((draft: Draft) => Amended | null)[] = [];
  for (const [at, { answers, ...words }] of all.entries()) {
    if (answers !== null) {
      told.push(words);
      changes.push(() => readAnswer(answers, words, core));
    } else if (at < MOST_READ) {
      const correction = told.length > 0 ? correctionOf(words, core) : null;
      const split = correction ? { told: '', corrections: [correction] } : toldAndTakenBack(words.text);
      if (split.told !== '') told.push({ ...words, text: split.told });
      changes.push((draft) => counted(draft, words, core));
      for (const one of split.corrections) changes.push((draft) => amend(draft, one, words.today, core));
    }
  }
  return { told, changes };
}

function readParts(parts: readonly { content: PartContent }[], core: Deps): Draft {
  const { told, changes } = sorted(wordsOf(parts), core);
  const pin = pinOf(parts);
  let draft = told.length > 0 || pin ? core.reports.draft({ words: told, pin }) : emptyDraft();
  for (const change of changes) {
    const changed = change(draft);
    // a pin is where it is, whatever the place is called
    if (changed?.place && pin && draft.place)
      changed.place = { ...changed.place, lat: pin.lat, lon: pin.lon, precision: 1, pinned: true };
    draft = { ...draft, ...changed };
  }
  return draft;
}
