import type { Database } from '../../../db/client.ts';
import { readDecisions } from '../../../db/queries/decision.ts';
import type { Vault } from '../../identity/vault.ts';
import { contentOf } from '../record.ts';
import { type IncidentEvent, isIncidentEvent, TAKES_BACK } from './incident-events.ts';

/** Something that the team has done to an incident. */
export interface Done {
  /** The decision's number. */
  id: number;
  event: Exclude<IncidentEvent, (typeof TAKES_BACK)[number]>;
  at: Date;
  moderatorId: string | null;
  /** Null: its key is gone. */
  content: Record<string, unknown> | null;
}

const takesBack = (event: IncidentEvent): event is (typeof TAKES_BACK)[number] => TAKES_BACK.some((one) => one === event);

export interface WorkOnIncident {
  /** What still stands, oldest first. */
  standing: Done[];
  /** What was taken back. */
  gone: Done[];
}

/** What the team has done to an incident. */
export async function workOn(tx: Database, ref: string, vault: Vault): Promise<WorkOnIncident> {
  const standing: Done[] = [];
  const gone: Done[] = [];
  for (const decision of await readDecisions(tx, 'incident', ref)) {
    const { id, event, at, moderatorId } = decision;
    const content = contentOf(decision, vault);
    if (!isIncidentEvent(event)) continue;
    if (!takesBack(event)) standing.push({ id, event, at, moderatorId, content });
    else {
      // what is not said took the last one back
      const undid = content?.undid ?? standing.at(-1)?.id;
      const where = standing.findIndex((one) => one.id === undid);
      if (where >= 0) gone.push(...standing.splice(where, 1));
    }
  }
  return { standing, gone };
}
