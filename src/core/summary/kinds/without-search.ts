import { IMPOSSIBLE, type Understanding } from '../../question/question.ts';
import type { Action, Block } from '../../reply/reply.ts';
import type { BareAnswer } from '../answer.ts';
import { bold, text } from '../headline.ts';
import type { Voice } from '../voice.ts';

type BareOf<K extends BareAnswer['kind']> = Extract<BareAnswer, { kind: K }>;

const asking = (said: string, label = said): Action => ({ label, command: 'ask', args: { text: said } });

/** Examples as a list to read and as buttons to press. */
const examples = (texts: readonly string[]): Block[] => [
  { kind: 'list', ordered: false, items: texts.map((example) => ({ content: [example] })) },
  { kind: 'actions', actions: texts.map((example) => asking(example)) },
];

const help = (voice: Voice): Block[] => {
  const { t } = voice;
  return [
    bold(t('help')),
    text(t('help-figures')),
    text(t('help-examples')),
    ...examples([t('example.near'), t('example.count'), t('example.trend'), t('example.compare'), t('example.claimed')]),
    text(t('help-tips')),
  ];
};

const notUnderstood = (voice: Voice, { question }: Understanding): Block[] => {
  const { t } = voice;
  const words = question.leftover.map((word) => t('quoted', { word }));
  return [
    bold(words.length > 0 ? t('not-understood-words', { words: t.list(words) }) : t('not-understood')),
    text(t('not-understood-try')),
    ...examples([t('example.near'), t('example.count')]),
  ];
};

const isImpossible = (about: string) => IMPOSSIBLE.some((one) => one === about);

const clarification = ({ clarification: { about, said, choices } }: BareOf<'clarification'>, voice: Voice): Block[] => {
  const { t } = voice;
  const named = choices.map(({ label, labelAr, text: reworded }) => ({ label: voice.either(label, labelAr), reworded }));
  if (isImpossible(about)) return [bold(t(`clarify-${about.replaceAll('_', '-')}`, { said }))];
  if (named.length === 0) return [bold(t('clarify.nothing-like-it', { said }))];
  return [
    bold(t(about === 'unknown_name' ? 'clarify.unknown-name' : `clarify.${about}`, { said })),
    { kind: 'list', ordered: true, items: named.map(({ label }) => ({ content: [label] })) },
    { kind: 'actions', actions: named.map(({ label, reworded }) => asking(reworded, label)) },
  ];
};

const unanswerable = ({ why }: BareOf<'unanswerable'>, { t }: Voice): Block[] => [
  bold(t(`declined.${why === null ? 'any' : why.replaceAll('_', '-')}`)),
  text(t('declined-instead')),
];

const failed = ({ id }: BareOf<'failed'>, { t }: Voice): Block[] => [bold(t('failed', { id }))];

/** What needs no search says so in a few lines of its own. */
export const BARE = {
  help: (_, voice) => help(voice),
  not_understood: (_, voice, understanding) => notUnderstood(voice, understanding),
  clarification,
  unanswerable,
  failed,
} satisfies { [K in BareAnswer['kind']]: (answer: BareOf<K>, voice: Voice, understanding: Understanding) => Block[] };
