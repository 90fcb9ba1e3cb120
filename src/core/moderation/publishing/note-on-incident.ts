import type { Database } from '../../../db/client.ts';
import type { Vault } from '../../identity/vault.ts';
import { record } from '../record.ts';
import type { Member } from '../team.ts';
import type { IncidentEvent } from './incident-events.ts';

/** What a decision on a tip did to an incident, in the incident's log too: the last that its transaction does to the incident. */
export const noteOnIncident = (
  tx: Database,
  vault: Vault,
  { event, ref, by, content }: { event: IncidentEvent; ref: string; by: Member; content: Record<string, unknown> },
  now: Date,
): Promise<number> =>
  record(
    tx,
    vault,
    { subject: 'incident', subjectId: ref, event, by: { kind: 'moderator', id: by.id }, cause: null, content },
    now,
  );
