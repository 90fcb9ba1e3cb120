import fc from 'fast-check';
import { customId } from '../../../src/bots/discord/custom-id.ts';
import { encodeAction } from '../../../src/bots/telegram/actions.ts';
import { commands } from '../../../src/core/commands/index.ts';
import { ofTheTeam, PLATFORMS, type Platform, WHO } from './cells.ts';
import type { Words } from './said.ts';

const DECISIONS = ['claim', 'decline', 'spam', 'note', 'release', 'approve'] as const;

/** Enough for each of them; what a command does not take is not read. */
const argsFor = (tip: string): Record<string, string> => ({ tip, text: 'x', how: 'publish' });

const written = (platform: Platform, command: string, args: Record<string, string>): string =>
  platform === 'telegram' ? encodeAction({ command, args }) : customId({ command, args });

/** Letters put in, left out or exchanged. */
const damaged = (data: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(data.length), fc.nat(3), fc.string({ maxLength: 4 }))
    .map(([at, cut, put]) => (data.slice(0, at) + put + data.slice(at + cut)).slice(0, 60) || 'x');

/**
 * A button's payload that must have no effect: a real one pressed by somebody or somewhere that may not, on a message that was passed on,
 * or altered so that it names another version, another tip, or nothing at all.
 */
export function payload(refs: readonly string[]): fc.Arbitrary<Words> {
  const ref = fc.constantFrom(...refs);
  const platform = fc.constantFrom(...PLATFORMS);
  const real = fc.record({ platform, ref, command: fc.constantFrom(...DECISIONS), who: fc.constantFrom(...WHO) });
  const anything = fc.constantFrom(
    ...ofTheTeam(commands)
      .filter(({ options }) => 'tip' in options)
      .map(({ name }) => name),
  );
  const foreign = fc
    .tuple(real, fc.constantFrom('group', 'foreign', 'private'))
    .map(([{ ref, ...one }, place]) => ({ ...one, place, way: 'pressed', args: argsFor(`${ref}@1`) }) as const);
  const notTheirs = fc
    .tuple(real, fc.constantFrom('stranger', 'viewer', 'departed', 'revoked'))
    .map(([{ ref, ...one }, who]) => ({ ...one, who, place: 'bound', way: 'pressed', args: argsFor(`${ref}@1`) }) as const);
  const passedOn = real.map(
    ({ ref, ...one }) => ({ ...one, place: 'bound', way: 'pressed elsewhere', args: argsFor(`${ref}@1`) }) as const,
  );
  const otherVersion = fc
    .tuple(real, fc.integer({ min: 2, max: 999_999_999 }))
    .map(([{ ref, ...one }, n]) => ({ ...one, place: 'bound', way: 'pressed', args: argsFor(`${ref}@${n}`) }) as const);
  const noise = fc
    .tuple(real, fc.oneof(anything, fc.constantFrom(...DECISIONS)))
    // nothing that damage can leave of it names a tip or anybody that there is
    .chain(([{ ref: _, ...one }, command]) =>
      damaged(written(one.platform, command, { tip: 'T-ZZZZZZ@1', how: 'publish' })).map(
        (data) => ({ ...one, command, place: 'bound', way: 'pressed', args: {}, data }) as const,
      ),
    );
  const often = [foreign, notTheirs, passedOn].map((arbitrary) => ({ weight: 3, arbitrary }));
  // whoever may press is shown the whole card, which takes longer
  return fc.oneof(...often, { weight: 1, arbitrary: otherVersion }, { weight: 2, arbitrary: noise });
}
