import type { Database } from '../../../db/client.ts';
import { type IncidentRow, type JudgedAccount, judgedAccounts } from '../../../db/queries/incident-writing.ts';
import type { Tolls } from '../../../db/schema/columns.ts';
import type { Core } from '../../core.ts';
import { partiesOf } from './incident-of-draft.ts';
import { gradeOf } from './publish.ts';
import { tollsWith } from './reconcile.ts';
import { type Settled, settled } from './summaries.ts';

/** Somebody has changed the incident since it was shown: nothing is written, and it is to be shown anew. */
export class ChangedSince extends Error {}

/** Throws ChangedSince. `seen`: the version that was. */
export function asSeen({ version }: Pick<IncidentRow, 'version'>, seen: number): void {
  if (seen !== version) throw new ChangedSince();
}

/** What somebody is about to do to an incident. */
export interface Work {
  change?: Partial<IncidentRow>;
  /** One more account of it. */
  account?: JudgedAccount;
}

export interface Outcome extends Settled {
  /** The attackers' own figures that are no part of the toll. */
  beside: Tolls;
  /** The attackers' own figures that are the toll, as there are no others. */
  alone: Tolls;
}

/** What a piece of work makes of an incident: the same for those who are shown it first and for whoever writes it. */
export async function outcomeOf(
  db: Database,
  held: IncidentRow,
  { change = {}, account }: Work,
  core: Pick<Core, 'gazetteer' | 'translator'>,
): Promise<Outcome> {
  const perpetrators = partiesOf(held.attributedTo, core.gazetteer);
  const told = account && tollsWith(held.tolls, account, { perpetrators, others: await judgedAccounts(db, held.id) });
  const { change: whole, stale } = settled(held, { ...change, ...(told ? { tolls: told.tolls } : {}) }, core);
  const evidence = await gradeOf(db, { ...held, ...whole }, core, account ? [account] : []);
  return { change: { ...whole, evidence }, stale, beside: told?.beside ?? {}, alone: told?.alone ?? {} };
}
