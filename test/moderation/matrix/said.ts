import type { Command } from '../../../src/core/commands/command.ts';
import type { Translator } from '../../../src/core/reply/translator.ts';
import type { Cell } from './cells.ts';

/** Values of the right shape that, but for the tip, name nothing that there is. */
const VALUES: Record<string, string> = {
  incident: 'BDY-222222',
  contact: 'no-body',
  text: 'nothing at all',
  told: 'Nobody: nothing',
  value: 'nothing',
  names: 'nothing = nothing',
  name: '/',
  reason: 'no reason',
};

/** What a command cannot do without. */
function argsOf({ options }: Command, tip: string): Record<string, string> {
  const required = Object.entries(options).filter(([, option]) => option.required);
  return Object.fromEntries(
    required.map(([name, option]) => [
      name,
      option.kind === 'choice' ? (option.choices[0] ?? '') : name === 'tip' ? tip : (VALUES[name] ?? 'x'),
    ]),
  );
}

const REFUSALS = [
  'not-allowed',
  'decided-elsewhere',
  'not-own-words',
  'not-in-chat',
  'presence-unknown',
  'no-role-there',
] as const;

export const isRefusal = (t: Translator, { command }: Cell, text: string): boolean =>
  REFUSALS.some((code) => plain(text).includes(plain(t(`error-${code}`, { command: command.name }))));

/** Letters alone: each platform escapes and isolates in its own way. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** What somebody says somewhere, in some way. */
export interface Words extends Pick<Cell, 'who' | 'place' | 'platform' | 'way'> {
  command: string;
  args: Record<string, string>;
  /** What stands behind the button instead. */
  data?: string;
}

export const wordsOf = (cell: Cell, tip: string): Words => ({
  ...cell,
  command: cell.command.name,
  args: argsOf(cell.command, tip),
});

/** Words on a wire, by number. */
export interface Hand {
  /** Says them, and says them again where they are replayed. */
  say(words: Words, n: number): void;
  /** What came of it so far. */
  answer(n: number): { text: string } | 'suggested' | null;
}
