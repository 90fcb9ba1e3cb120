import type { Action, Block, Reply } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { saidFields } from './answers.ts';
import type { Draft } from './draft.ts';
import type { Field } from './tip-content.ts';
import { changedFields, understoodBlocks, understoodFacts } from './understood.ts';

/** Where a tip stands when something is said about it. */
export interface Standing {
  tipId: string;
  draft: Draft;
  /** What the next words may answer. */
  asking: readonly Field[];
  /** It is asked now. */
  isPut: boolean;
  /** All of it was asked before. */
  wasAsked?: boolean;
  /** It may have been meant as a question. */
  unclear: boolean;
  /** It may be no tip. */
  doubted?: boolean;
}

export const sentence = (text: string): Block => ({ kind: 'text', content: [text] });
export const privately = ({ language }: Voice, blocks: Block[]): Reply => ({ language, blocks, visibility: 'private' });
/** Others read along. It repeats nothing, and is said there: to who never wrote to the bot nothing can be sent in private. */
export const notHere = ({ t, language }: Voice): Reply => ({
  language,
  blocks: [sentence(t('tip-not-here'))],
  visibility: 'quiet',
});
/** Nothing is said: a tenth photo needs no tenth receipt. */
export const silence = (voice: Voice): Reply => privately(voice, []);

/** Answers that need no typing. */
const QUICK: Partial<Record<Field, readonly string[]>> = { day: ['today', 'yesterday'], toll: ['nobody'] };

function buttons({ tipId: tip, asking, unclear, doubted }: Standing, { t }: Voice, corrections: readonly Field[]): Block[] {
  const quick = asking.flatMap((field) => (QUICK[field] ?? []).map((word) => ({ field, word: t(`tip-quick.${word}`) })));
  const actions: Action[] = [
    ...quick.map(({ field, word }) => ({ label: word, command: 'say', args: { field, text: word } })),
    ...(asking.length > 0 ? [{ label: t('tip-button.skip'), command: 'skip', args: { tip } }] : []),
    { label: t('tip-button.done'), command: 'done', args: { tip } },
    ...corrections.map((field) => ({
      label: t(`tip-fix.${field}`),
      command: 'fix',
      args: { field, tip },
    })),
    ...(doubted ? [{ label: t('tip-button.no-tip'), command: 'withdraw', args: {} }] : []),
    ...(unclear ? [{ label: t('tip-button.question'), command: 'question', args: { tip } }] : []),
  ];
  return [{ kind: 'actions', actions }];
}

const asks = ({ asking, isPut }: Standing, { t }: Voice): Block[] =>
  isPut ? [sentence(t(`tip-ask.${asking.join('-')}`))] : [sentence(t('tip-enough'))];

/** The first word about a tip: that it is kept, the receipt, what was understood, what is missing. */
export function firstReply(standing: Standing, receipt: string, files: number, voice: Voice): Reply {
  const { t } = voice;
  return privately(voice, [
    sentence(t(standing.doubted ? 'tip-kept-doubted' : 'tip-kept')),
    { kind: 'facts', facts: [{ label: t('tip-receipt'), value: [{ style: 'code', text: receipt }] }] },
    { kind: 'note', tone: 'plain', content: [t('tip-receipt-note')] },
    ...(files > 0 ? [sentence(t('tip-files', { n: files }))] : []),
    ...understoodBlocks(standing.draft, voice),
    ...asks(standing, voice),
    ...buttons(standing, voice, saidFields(standing.draft)),
  ]);
}

/** A later message of the same tip. */
interface Later {
  /** The draft before it. */
  former: Draft;
  /** What it was an answer to. */
  answered: Field | null;
  /** Whether that was understood. */
  understood: boolean;
  /** It takes something back. */
  corrects: boolean;
  files: number;
}

/** What it changed, and what is asked next. */
export function nextReply(standing: Standing, { former, answered, understood, corrects, files }: Later, voice: Voice): Reply {
  const { t } = voice;
  const { draft } = standing;
  const fields = [...new Set([...changedFields(former, draft, voice), ...(answered ? [answered] : [])])];
  const facts = understoodFacts(draft, voice, fields);
  const isLost = answered ? !understood : corrects && fields.length === 0;
  const noted: Block[] = isLost
    ? [sentence(t('tip-not-understood'))]
    : facts.length > 0
      ? [sentence(t('tip-noted')), { kind: 'facts', facts }]
      : [];
  const added = files > 0 ? [sentence(t('tip-files', { n: files }))] : [];
  const words = noted.length + added.length === 0 ? [sentence(t('tip-added'))] : [];
  const wrong = saidFields(draft).filter((field) => fields.includes(field));
  // whoever writes in pieces is not asked the same after each
  const isPiece = standing.wasAsked === true && fields.length === 0 && !isLost;
  const next = isPiece ? [] : asks(standing, voice);
  return privately(voice, [...added, ...noted, ...words, ...next, ...buttons(standing, voice, wrong)]);
}

/** The very words came before. */
export const againReply = (voice: Voice): Reply => privately(voice, [sentence(voice.t('tip-again'))]);
/** The team asked, and this is for them. */
export const answeredReply = (voice: Voice): Reply => privately(voice, [sentence(voice.t('tip-answered'))]);

/** What a field should be instead. */
export const fixReply = (standing: Standing, voice: Voice): Reply =>
  privately(voice, [...asks(standing, voice), ...buttons(standing, voice, [])]);

/** The last word: the same whatever there was. */
export const doneReply = (voice: Voice): Reply => privately(voice, [sentence(voice.t('tip-done'))]);
