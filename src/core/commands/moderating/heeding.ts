import { readDecisions } from '../../../db/queries/decision.ts';
import { WAITING } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import { damascusDay } from '../../damascus-day.ts';
import { minuteSaid } from '../../moderation/times.ts';
import { findTip, seen, type TipView, viewTip } from '../../moderation/tip-view.ts';
import type { Reply } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import type { Command, Invocation } from '../command.ts';
import { text } from './on-tips.ts';

/** What gives a tip to somebody. */
const TAKES = ['claim', 'ask', 'undo'];

/** Since when somebody has it, in words; it was taken before decisions were written down where there is none. */
async function sinceSaid(core: Core, { row }: TipView, { days }: Voice): Promise<string | null> {
  const decisions = await readDecisions(core.store.db, 'tip', row.ref);
  const taken = decisions.findLast(({ event, moderatorId }) => moderatorId === row.claimedBy && TAKES.includes(event));
  return taken ? `${minuteSaid(taken.at)}, ${days.day(damascusDay(taken.at))}` : null;
}

type Args = Record<string, string | number | undefined>;

/** The tip as it is, where somebody else has it and this was not said yet; null: go ahead. */
async function heldByAnother(core: Core, args: Args, { member }: Invocation): Promise<TipView | null> {
  const { db } = core.store;
  const { id, version, isHeeded } = await findTip(db, String(args.tip ?? ''));
  // a second tap, on what was shown at the first
  const isSecondTap = version !== null && args.how !== undefined;
  const view = isHeeded || isSecondTap ? null : await viewTip(db, core.vault, id);
  if (!view || !WAITING.some((state) => state === view.row.state)) return null;
  // who saw another version is told so by the command itself
  if (version !== null && version !== view.row.version) return null;
  return view.row.claimedBy === null || view.row.claimedBy === member?.id ? null : view;
}

/** A command on a tip that first says, once, who has the tip and since when, and goes ahead at a tap. */
export const heeding = (command: Command): Command => ({
  ...command,
  async run(core, args, invocation, context): Promise<Reply> {
    const view = await heldByAnother(core, args, invocation);
    if (!view) return command.run(core, args, invocation, context);
    const voice = createVoice(core.translator(context.language), core.gazetteer);
    const { t, language } = voice;
    const since = await sinceSaid(core, view, voice);
    const held = { ref: view.row.ref, name: view.claimedBy ?? '', ...(since === null ? {} : { since }) };
    const label = t(`heed-button.${command.name}`);
    const again = {
      ...Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)])),
      tip: `${seen(view)}!`,
    };
    return {
      language,
      visibility: 'public',
      blocks: [
        text(t(since === null ? 'heed' : 'heed-since', held)),
        { kind: 'actions', actions: [{ label, command: command.name, args: again }] },
      ],
    };
  },
});
