import type { Shown } from '../conversation/memory.ts';
import type { Core } from '../core.ts';
import type { FoundAnswer } from '../summary/answer.ts';
import { inquire } from '../summary/inquire.ts';
import type { View } from '../summary/view.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { UserError } from '../user-error.ts';
import type { Context } from './command.ts';
import { understandingOf } from './shown-answer.ts';

const PAGE = 1000;
/** More rows than a chat can carry as a file; wider exports are the command line's. */
const MOST = 20_000;

/** A shown answer with all of its incidents, not one page. Throws UserError where there are too many for a chat. */
async function wholeAnswer(core: Core, shown: Shown): Promise<FoundAnswer> {
  const { now, asOf } = shown;
  const page = (offset: number, after: string | null) =>
    inquire(understandingOf(shown), { now, asOf, offset, after, limit: PAGE }, core);
  const first = await page(0, null);
  if (first.total === null) throw new UserError('nothing-to-continue');
  if (first.total.incidents > MOST) throw new UserError('too-many-rows', { n: MOST });
  const incidents = [...first.incidents];
  while (incidents.length < first.total.incidents) {
    const next = await page(incidents.length, incidents.at(-1)?.ref ?? null);
    if (next.total === null || next.incidents.length === 0) break;
    incidents.push(...next.incidents);
  }
  return { ...first, incidents };
}

/** The whole of a shown answer, as presenters and pictures see it. */
export async function wholeView(core: Core, shown: Shown, { memory }: Context): Promise<View> {
  const answer = await wholeAnswer(core, shown);
  return viewOf(core, shown, answer, createVoice(core.translator(memory.chosen ?? shown.language), core.gazetteer));
}

/** An answer with room for all of it. */
export function viewOf(core: Core, shown: Shown, answer: FoundAnswer, voice: Voice): View {
  return {
    answer,
    question: shown.question,
    voice,
    saying: { voice, radiusKm: answer.radius_km, gazetteer: core.gazetteer },
    detail: { incidents: 'line', page: PAGE, possible: PAGE, statistics: PAGE, elsewhere: PAGE, rows: PAGE },
  };
}
