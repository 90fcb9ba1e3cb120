import type { Block } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';

/** One thing that is about to change: what it is, and values with what they are of, each on a line of its own: for a phone. */
export interface ChangeShown {
  name: string;
  values: readonly (readonly [of: string, value: string])[];
}

const line = ([of, value]: readonly [string, string], { t }: Voice): [string] => [t('shown-value', { of, value })];

export const changesShown = (changes: readonly ChangeShown[], voice: Voice): Block[] =>
  changes.length === 0
    ? []
    : [
        {
          kind: 'list',
          ordered: false,
          items: changes.map(({ name, values }) => ({ content: [name], lines: values.map((value) => line(value, voice)) })),
        },
      ];

/** As it is, and as it would be. */
export const nowAndThen = (name: string, now: string, then: string, { t }: Voice): ChangeShown => ({
  name,
  values: [
    [t('edit-before'), now],
    [t('edit-after'), then],
  ],
});

export const warning = (sentence: string): Block => ({ kind: 'note', tone: 'warning', content: [sentence] });

/** What of a value was not used, before anything is saved. */
export const unusedShown = (unused: readonly string[], { t }: Voice): Block[] =>
  unused.length === 0 ? [] : [warning(t('edit-unused', { words: t.list(unused.map(t.quote)) }))];
