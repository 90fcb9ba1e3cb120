import type { Command } from '../../../src/core/commands/command.ts';
import type { Core } from '../../../src/core/core.ts';
import { openTeamPlaces } from '../../../src/core/moderation/team-places.ts';
import { readLog } from '../../../src/db/queries/decision.ts';
import { tip } from '../../../src/db/schema/tip.ts';
import { type Cell, expected, nameOf, type Outcome } from './cells.ts';
import { isRefusal, wordsOf } from './said.ts';
import { teamOnWires } from './team-on-wires.ts';

/** What the log of decisions holds of a cell that may decide, by command; others decide nothing on a tip as it is here. */
const DECIDES: Record<string, string> = { claim: 'claim', note: 'note', decline: 'decline', spam: 'spam' };
const FIRST_TIP = 500_000;

/** So many tips, none of which was touched; in digits alone, as letters that look like others are read as these. */
export async function tipsFor(core: Core, count: number): Promise<string[]> {
  const refs = Array.from({ length: count }, (_, n) => `T-${FIRST_TIP + n}`);
  const receivedAt = new Date('2025-06-01T12:00:00Z');
  const shared = { trust: 'unknown', language: 'en', receivedAt, expiresAt: new Date(Date.now() + 86_400_000) } as const;
  for (let at = 0; at < refs.length; at += 1_000)
    await core.store.db.insert(tip).values(refs.slice(at, at + 1_000).map((ref) => ({ ...shared, id: `cell ${ref}`, ref })));
  return refs;
}

/**
 * Tries every cell over its wire, in one bot on both platforms, whose commands may be others than those that the cells were made of.
 * Returns what was not as the policy says, by cell.
 */
export async function tryCells(
  core: Core,
  cells: readonly Cell[],
  commands: readonly Command[] = core.commands,
): Promise<string[]> {
  const { store, vault } = core;
  const { hands, sayAll, wrong, close } = await teamOnWires(core, commands);
  const refs = await tipsFor(core, cells.length);
  // who is not heard is looked at when all is over
  await sayAll(cells.map((cell, n) => ({ words: wordsOf(cell, refs[n] ?? ''), isAwaited: expected(cell) !== 'silent' })));

  const t = core.translator('en');
  const outcomeOf = (cell: Cell, n: number): Outcome => {
    const answer = hands[cell.platform].answer(n);
    if (answer === null || answer === 'suggested') return answer ?? 'silent';
    return isRefusal(t, cell, answer.text) ? 'refused' : 'answered';
  };
  const log = await readLog(store.db);
  const decided = new Map<string, string[]>();
  for (const { subject, subjectId, event, moderatorId } of log)
    if (subject === 'tip') decided.set(subjectId, [...(decided.get(subjectId) ?? []), `${event} by ${moderatorId}`]);
  const deviations = cells.flatMap((cell, n) => {
    const wanted = expected(cell);
    const outcome = outcomeOf(cell, n);
    const event = wanted === 'answered' ? DECIDES[cell.command.name] : undefined;
    const events = decided.get(refs[n] ?? '') ?? [];
    const effects = event === undefined ? [] : [`${event} by ${cell.who}`];
    const isAsSaid = outcome === wanted && events.join() === effects.join();
    return isAsSaid ? [] : [`${nameOf(cell)}: ${outcome} [${events.join()}], not ${wanted} [${effects.join()}]`];
  });
  const may = new Set(['moderator', 'lead', 'lowered', 'departed']);
  const others = log.filter(({ moderatorId }) => moderatorId !== null && !may.has(moderatorId));
  const bound = await openTeamPlaces(store.db, vault);
  await close();
  return [
    ...deviations,
    ...others.map(({ event, moderatorId }) => `${event} by ${moderatorId}`),
    ...(bound.length === 2 ? [] : [`${bound.length} chats are bound`]),
    ...wrong(),
  ];
}
