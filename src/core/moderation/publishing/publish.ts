import type { Database } from '../../../db/client.ts';
import {
  addAccount,
  addIncident,
  addSource,
  holdIncidentOf,
  type IncidentRow,
  type JudgedAccount,
  judgedAccounts,
  reviseIncident,
  type Writing,
} from '../../../db/queries/incident-writing.ts';
import type { TipRow } from '../../../db/queries/moderation.ts';
import type { Evidence } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import { gradeEvidence } from '../../facts/evidence.ts';
import { importedRef } from '../../imports/incident-row.ts';
import type { Draft } from '../../tips/draft.ts';
import { UserError } from '../../user-error.ts';
import { accountPrefix, fieldSource, originIdOf } from './field-source.ts';
import { WHY } from './incident-events.ts';
import { incidentOfDraft, partiesOf } from './incident-of-draft.ts';

const ORIGIN = 'tip';

type Judged = Pick<IncidentRow, 'id' | 'attributedTo' | 'targets' | 'attributionCertainty' | 'evidence'>;

/** The grade by all accounts that count, and by one that is about to; what a moderator discounted stays so. */
export async function gradeOf(
  tx: Database,
  incident: Judged,
  { gazetteer }: Pick<Core, 'gazetteer'>,
  coming: readonly JudgedAccount[] = [],
): Promise<Evidence> {
  return gradeEvidence({
    perpetrators: partiesOf(incident.attributedTo, gazetteer),
    targets: partiesOf(incident.targets, gazetteer),
    attribution: incident.attributionCertainty,
    accounts: [...(await judgedAccounts(tx, incident.id)), ...coming],
    discounted: incident.evidence === 'discounted',
  });
}

/** The contact's account of an incident: their figures, under the source of all contacts of that trust. */
export async function tellOf(tx: Database, tip: TipRow, draft: Draft, incidentId: number, writing: Writing): Promise<void> {
  const source = fieldSource(tip.trust);
  await addSource(tx, source, writing);
  await addAccount(
    tx,
    {
      id: `${accountPrefix(tip.id)}${tip.version}`,
      sourceId: source.id,
      stance: 'report',
      tolls: draft.tolls,
      language: tip.language,
      credibility: 6,
      recordedAt: writing.now,
    },
    incidentId,
    writing,
  );
}

/** A ref that no incident has; in a million incidents some hundreds of refs are taken. */
async function freeRef(
  tx: Database,
  originId: string,
  isTaken: (tx: Database, ref: string) => Promise<boolean>,
): Promise<string> {
  for (let salt = 0; ; salt++) {
    const ref = importedRef(ORIGIN, originId, salt);
    if (!(await isTaken(tx, ref))) return ref;
  }
}

/**
 * Makes an incident of a tip, in the transaction of the decision. What was published of it before and taken back is published again as a
 * new version. Throws UserError where its day or place is not known.
 */
export async function publish(
  tx: Database,
  tip: TipRow,
  draft: Draft,
  { core, now, isTaken }: { core: Core; now: Date; isTaken(tx: Database, ref: string): Promise<boolean> },
): Promise<IncidentRow> {
  const content = incidentOfDraft(draft, core);
  if (!content) throw new UserError('tip-incomplete', { words: '' });
  const writing: Writing = { why: WHY.published, now };
  const originId = originIdOf(tip.id);
  const held = await holdIncidentOf(tx, ORIGIN, originId);
  const state = { status: 'published', evidence: 'weak' } as const;
  const incident = held
    ? await reviseIncident(tx, held, { ...content, ...state }, writing)
    : await addIncident(
        tx,
        {
          ...content,
          ...state,
          origin: ORIGIN,
          originId,
          ref: await freeRef(tx, originId, isTaken),
          recordedAt: now,
          changedAt: now,
        },
        writing,
      );
  await tellOf(tx, tip, draft, incident.id, writing);
  // one witness is weak by the rule; a contact of the other side may make it more
  return reviseIncident(tx, incident, { evidence: await gradeOf(tx, incident, core) }, writing);
}
