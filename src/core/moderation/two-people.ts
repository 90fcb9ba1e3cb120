import type { Database } from '../../db/client.ts';
import { askConsent, type ConsentKind, grantConsent } from '../../db/queries/consents.ts';
import { holdModerator } from '../../db/queries/decision.ts';
import type { TeamRole } from '../../db/schema/moderator.ts';
import type { Core } from '../core.ts';
import type { Action, Reply } from '../reply/reply.ts';
import type { Translator } from '../reply/translator.ts';
import type { Voice } from '../summary/voice.ts';
import { UserError } from '../user-error.ts';
import { isAtLeast } from './policy.ts';
import { tellTeam } from './show-card.ts';
import type { Member } from './team.ts';
import { minuteSaid } from './times.ts';

const MINUTE_MS = 60_000;
/** A second person answers within this, or it is asked anew. */
export const CONSENT_MIN = 30;

export interface Wanted {
  kind: ConsentKind;
  /** What it is about: the same words from both. */
  about: string;
  by: Member;
  least: TeamRole;
}

export interface WantedOfTeam extends Wanted {
  /** What whoever agrees presses. */
  agree: Pick<Action, 'command' | 'args'>;
  /** What is wanted, as it follows "wants". */
  said(voice: Voice): string;
}

/** Nobody else has agreed yet. */
export interface Waits {
  until: Date;
  /** They had asked before. */
  isOwn: boolean;
}

/**
 * Whether two people want the same: the first asks, another one grants; null: granted. Both must be in the team at this moment, in a role
 * that may. In the transaction of what they want.
 */
async function want(
  tx: Database,
  { kind, about, by, least }: Wanted,
  { now, newId }: { now: Date; newId(): string },
): Promise<(Waits & { id: string }) | null> {
  const member = await holdModerator(tx, by.id);
  if (!member || member.revokedAt !== null || !isAtLeast(by.role, least)) throw new UserError('not-allowed', { command: kind });
  if (await grantConsent(tx, { kind, subjectId: about }, by.id, now)) return null;
  const id = newId();
  const expiresAt = new Date(now.getTime() + CONSENT_MIN * MINUTE_MS);
  const asked = await askConsent(tx, { id, kind, subjectId: about, askedBy: by.id, askedAt: now, expiresAt });
  return { id, until: asked.expiresAt, isOwn: !asked.isNew };
}

/** At a terminal, where no chat of the team is told. */
export const twoWant = async (...wanted: Parameters<typeof want>): Promise<'granted' | 'asked'> =>
  (await want(...wanted)) ? 'asked' : 'granted';

/** The same, and where somebody else is still to agree, all chats of the team are told once, with a button. Null: granted. */
export async function agreedByTwo(core: Core, tx: Database, wanted: WantedOfTeam, now: Date): Promise<Waits | null> {
  const waits = await want(tx, wanted, { now, newId: core.newId });
  if (!waits || waits.isOwn) return waits;
  const reply = (voice: Voice): Reply => {
    const { t, language } = voice;
    const words = t('consent-wanted', { who: wanted.by.name, what: wanted.said(voice), time: minuteSaid(waits.until) });
    return {
      language,
      visibility: 'public',
      blocks: [
        { kind: 'text', content: [words] },
        { kind: 'actions', actions: [{ label: t('consent-agree'), ...wanted.agree }] },
      ],
    };
  };
  await tellTeam(core, tx, { key: `consent:${waits.id}`, reply }, now);
  return waits;
}

export const waitsSaid = ({ until, isOwn }: Waits, t: Translator): string =>
  t(isOwn ? 'consent-own' : 'consent-asked', { time: minuteSaid(until) });
