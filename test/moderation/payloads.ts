import fc from 'fast-check';
import type { RawArgs } from '../../src/core/commands/arguments.ts';
import type { Invocation } from '../../src/core/commands/command.ts';
import { createDispatch, type Said } from '../../src/core/commands/dispatch.ts';
import { commands } from '../../src/core/commands/index.ts';
import type { Speaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { NOW } from './team.ts';

/** Who presses what was not theirs to press: strangers in the team's chat, and people of the team outside it. */
export type Presser = Pick<Speaker, 'platform' | 'person' | 'chat' | 'alone'>;

const ofTheTeam = commands.filter(({ access }) => !access.includes('member')).map(({ name }) => name);

const noise = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '0', '-1', 'yes', 'publish', 'coarse', 'lead', '; drop table tip'),
);

/** A real payload, one with a part of it exchanged, or noise in its shape. */
const payload = (refs: readonly string[]): fc.Arbitrary<{ command: string; args: RawArgs }> => {
  const version = fc.integer({ min: 0, max: 12 });
  const tip = fc
    .tuple(fc.constantFrom(...refs), version, fc.boolean())
    .map(([ref, n, versioned]) => (versioned ? `${ref}@${n}` : ref));
  const args = fc.record({
    tip: fc.oneof({ weight: 4, arbitrary: tip }, noise),
    how: fc.constantFrom('publish', 'coarse', 'show'),
    incident: fc.oneof(fc.constantFrom('BDY-222222', 'BDY-222222@1'), noise),
    field: fc.constantFrom('date', 'place', 'summary', 'status'),
    value: noise,
    about: fc.constantFrom('where', 'when'),
    contact: noise,
    text: noise,
    reason: noise,
  });
  return fc.record({ command: fc.constantFrom(...ofTheTeam), args }).map(({ command, args: given }) => {
    const known = commands.find(({ name }) => name === command)?.options ?? {};
    return { command, args: Object.fromEntries(Object.entries(given).filter(([name]) => name in known)) };
  });
};

/** What decisions can change, in short. */
export async function standing({ store }: Core): Promise<unknown> {
  const [row] = await store.sql`
    select (select count(*)::int from decision) as decisions, (select count(*)::int from edit) as edits,
      (select count(*)::int from consent) as consents, (select count(*)::int from incident) as incidents,
      (select string_agg(ref || state || version, ',' order by ref) from tip) as tips,
      (select count(*)::int from moderator where revoked_at is null) as members,
      (select count(*)::int from contact where blocked_at is not null) as blocked`;
  return row;
}

/** Has so many payloads pressed by those who may not, at most 8 at once. */
export async function pressAll(
  core: Core,
  times: number,
  { refs, pressers, seed }: { refs: string[]; pressers: Presser[]; seed: number },
) {
  const dispatch = createDispatch(core);
  const made = fc.sample(fc.tuple(payload(refs), fc.constantFrom(...pressers)), { numRuns: times, seed });
  let at = 0;
  const one = async () => {
    for (let n = at++; n < made.length; n = at++) {
      const [said, presser] = made[n] ?? [];
      if (!said || !presser) return;
      const speaker: Speaker = { bot: 'bot', here: {}, reach: {}, ...presser };
      const invocation: Invocation = {
        conversation: `${speaker.chat}:${speaker.person}`,
        role: 'member',
        speaker,
        cause: `payload ${seed} ${n}`,
        today: '2025-06-01',
        now: NOW,
      };
      await dispatch(invocation, said satisfies Said);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
}
