import type { Database } from '../../db/client.ts';
import { readDecisions } from '../../db/queries/decision.ts';
import { readMemberNames, type TipRow } from '../../db/queries/moderation.ts';
import type { Invocation } from '../commands/command.ts';
import type { Core } from '../core.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { UserError } from '../user-error.ts';
import { cardOf } from './card.ts';
import { decide, type Outcome } from './decide.ts';
import { decisionSaid } from './decision-said.ts';
import { furtherOf } from './further.ts';
import { showCard } from './show-card.ts';
import type { TipEvent } from './states.ts';
import type { Member } from './team.ts';
import { findTip, type TipView, viewTip } from './tip-view.ts';

/** A member of the team decides something on a tip. */
export interface Act {
  /** The tip as typed or pressed. */
  tip: string;
  event: TipEvent;
  by: Member;
  content?: Record<string, unknown>;
  effect?(tx: Database, held: TipRow): Promise<Partial<TipRow>>;
  /** What is said when it is done. */
  said(voice: Voice, view: TipView): Block[];
}

const text = (sentence: string): Block => ({ kind: 'text', content: [sentence] });

/** The tip as it is now. Throws UserError where it is gone. */
export async function present(core: Core, db: Database, id: string): Promise<TipView> {
  const view = await viewTip(db, core.vault, id);
  if (!view) throw new UserError('no-such-tip', { ref: '' });
  return view;
}

/** The present card below what is said of it. */
export async function withCard(core: Core, view: TipView, voice: Voice, said: readonly Block[]): Promise<Reply> {
  const further = await furtherOf(core, view);
  const card = cardOf(view, voice, further(voice));
  return { ...card, blocks: [...said, ...card.blocks] };
}

/** The table of a tip's life does not have it: which state that is, above the card. */
export async function cannot(core: Core, view: TipView, voice: Voice): Promise<Block[]> {
  const sentence = voice.t('mod-cannot', { state: voice.t(`mod-state.${view.row.state}`) });
  return (await withCard(core, view, voice, [text(sentence)])).blocks;
}

/** Who was faster, in a sentence; where nobody decided, the contact has added something. */
async function sinceThen(core: Core, view: TipView, voice: Voice): Promise<Block> {
  const last = (await readDecisions(core.store.db, 'tip', view.row.ref)).at(-1);
  const isLast = last?.by === 'moderator' && last.toState === view.row.state;
  if (!last || !isLast) return text(voice.t('mod-changed-since'));
  const names = await readMemberNames(core.store.db);
  return text(voice.t('mod-faster', { what: decisionSaid(last, { names, vault: core.vault, voice }).sentence }));
}

async function refused(core: Core, outcome: Outcome, id: string, voice: Voice): Promise<Reply> {
  if (outcome.kind === 'forbidden') throw new UserError('not-allowed', { command: '' });
  const view = await present(core, core.store.db, id);
  if (outcome.kind === 'stale') return withCard(core, view, voice, [await sinceThen(core, view, voice)]);
  if (outcome.kind === 'repeated') return withCard(core, view, voice, []);
  return withCard(core, view, voice, [text(voice.t('mod-cannot', { state: voice.t(`mod-state.${view.row.state}`) }))]);
}

/**
 * Decides, shows the new card in every chat of the team, and says what was done; whoever comes too late is told who was faster. At a
 * terminal, which has no chat of the team, the card follows what is said.
 */
export async function act(
  core: Core,
  { speaker, cause, now }: Invocation,
  language: Reply['language'],
  act: Act,
): Promise<Reply> {
  const voice = createVoice(core.translator(language), core.gazetteer);
  const { event, by, content = null, effect } = act;
  const { outcome, id } = await core.store.db.transaction(async (tx) => {
    const { id, version } = await findTip(tx, act.tip);
    const outcome = await decide(
      tx,
      core.vault,
      {
        tipId: id,
        version,
        event,
        by: { kind: 'moderator', id: by.id },
        cause,
        content,
        ...(effect ? { effect: (held) => effect(tx, held) } : {}),
      },
      now,
    );
    if (outcome.kind === 'done') await showCard(core, tx, id, now);
    return { outcome, id };
  });
  if (outcome.kind !== 'done') return refused(core, outcome, id, voice);
  const view = await present(core, core.store.db, id);
  const said = act.said(voice, view);
  if (speaker.platform === 'console') return withCard(core, view, voice, said);
  return { language, blocks: said, visibility: 'public' };
}
