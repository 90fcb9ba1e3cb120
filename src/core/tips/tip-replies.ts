import type { Action, Block, Reply } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { saidFields } from './answers.ts';
import type { Draft } from './draft.ts';
import type { Field } from './tip-content.ts';
import { understoodBlocks, understoodFacts } from './understood.ts';

/** Where a tip stands when something is said about it. */
export interface Standing {
  tipId: string;
  draft: Draft;
  asking: Field | null;
  /** It may have been meant as a question. */
  unclear: boolean;
}

export const sentence = (text: string): Block => ({ kind: 'text', content: [text] });
export const privately = ({ language }: Voice, blocks: Block[]): Reply => ({ language, blocks, visibility: 'private' });
/** Nothing is said: a tenth photo needs no tenth receipt. */
export const silence = (voice: Voice): Reply => privately(voice, []);

/** Answers that need no typing. */
const QUICK: Partial<Record<Field, readonly string[]>> = { day: ['today', 'yesterday'], toll: ['nobody'] };

function buttons({ tipId: tip, draft, asking, unclear }: Standing, { t }: Voice, corrections: boolean): Block[] {
  const quick = (asking && QUICK[asking]) ?? [];
  const actions: Action[] = [
    ...quick.map((word) => ({
      label: t(`tip-quick.${word}`),
      command: 'say',
      args: { field: asking ?? '', text: t(`tip-quick.${word}`) },
    })),
    ...(asking ? [{ label: t('tip-button.skip'), command: 'skip', args: { tip } }] : []),
    { label: t('tip-button.done'), command: 'done', args: { tip } },
    ...(corrections ? saidFields(draft) : []).map((field) => ({
      label: t(`tip-fix.${field}`),
      command: 'fix',
      args: { field, tip },
    })),
    ...(unclear ? [{ label: t('tip-button.question'), command: 'question', args: { tip } }] : []),
  ];
  return [{ kind: 'actions', actions }];
}

const asks = (asking: Field | null, { t }: Voice): Block[] =>
  asking ? [sentence(t(`tip-ask.${asking}`))] : [sentence(t('tip-enough'))];

/** The first word about a tip: that it is kept, the receipt, what was understood, what is missing. */
export function firstReply(standing: Standing, receipt: string, files: number, voice: Voice): Reply {
  const { t } = voice;
  return privately(voice, [
    sentence(t('tip-kept')),
    { kind: 'facts', facts: [{ label: t('tip-receipt'), value: [{ style: 'code', text: receipt }] }] },
    { kind: 'note', tone: 'plain', content: [t('tip-receipt-note')] },
    ...(files > 0 ? [sentence(t('tip-files', { n: files }))] : []),
    ...understoodBlocks(standing.draft, voice),
    ...asks(standing.asking, voice),
    ...buttons(standing, voice, true),
  ]);
}

/** A later message of the same tip. `answered`: what it was an answer to; `understood`: whether that was understood. */
export function nextReply(
  standing: Standing,
  told: { answered: Field | null; understood: boolean; files: number },
  voice: Voice,
): Reply {
  const { t } = voice;
  const { answered, understood, files } = told;
  const facts = understoodFacts(standing.draft, voice, answered ? [answered] : undefined);
  const noted: Block[] =
    answered && !understood
      ? [sentence(t('tip-not-understood'))]
      : facts.length > 0
        ? [sentence(t('tip-noted')), { kind: 'facts', facts }]
        : [];
  const added = files > 0 ? [sentence(t('tip-files', { n: files }))] : [];
  const words = noted.length + added.length === 0 ? [sentence(t('tip-added'))] : [];
  return privately(voice, [...added, ...noted, ...words, ...asks(standing.asking, voice), ...buttons(standing, voice, false)]);
}

/** What a field should be instead. */
export const fixReply = (standing: Standing, voice: Voice): Reply =>
  privately(voice, [sentence(voice.t(`tip-ask.${standing.asking ?? 'words'}`)), ...buttons(standing, voice, false)]);

/** The last word: the same whatever there was. */
export const doneReply = (voice: Voice): Reply => privately(voice, [sentence(voice.t('tip-done'))]);
