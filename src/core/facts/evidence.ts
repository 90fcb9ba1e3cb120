import type { Attribution, Evidence, Party, Reliability, Stance } from '../../db/schema/vocabulary.ts';

/** One account as the rule sees it: who says it, whose side that source is on, and what it does in saying it. */
export interface EvidenceAccount {
  sourceId: string;
  side: Party | null;
  reliability: Reliability;
  stance: Stance;
}

export interface EvidenceCase {
  /** Parties of those that it is attributed to, and of those that it was aimed at. */
  perpetrators: readonly Party[];
  targets: readonly Party[];
  attribution: Attribution;
  accounts: readonly EvidenceAccount[];
  /** A moderator decided so; no rule does. */
  discounted?: boolean;
}

/** Admiralty A–C. F (cannot be judged) is no credit. */
const CREDIBLE: readonly Reliability[] = ['A', 'B', 'C'];

/**
 * The grade of an incident, by docs/evidence.md. Sources of one side speak with one voice; a source that takes no side in the incident
 * is a voice of its own and counts only if it is credible. An outlet that relays a statement is not an account: the statement is.
 */
export function gradeEvidence({ perpetrators, targets, attribution, accounts, discounted }: EvidenceCase): Evidence {
  if (discounted) return 'discounted';
  if (attribution === 'disputed' || accounts.some(({ stance }) => stance === 'denial')) return 'contested';
  const takesPart = ({ side }: EvidenceAccount, parties: readonly Party[]) => side !== null && parties.includes(side);
  const attackers = accounts.filter((a) => takesPart(a, perpetrators));
  const attacked = accounts.filter((a) => takesPart(a, targets) && !takesPart(a, perpetrators));
  const others = accounts.filter((a) => !takesPart(a, perpetrators) && !takesPart(a, targets));
  const independent = new Set(others.filter((a) => CREDIBLE.includes(a.reliability)).map((a) => a.side ?? a.sourceId)).size;
  const accepted = attackers.some(({ stance }) => stance === 'claim' || stance === 'acknowledgement');
  if (accepted && independent > 0) return 'confirmed';
  const belligerents = Number(attackers.length > 0) + Number(attacked.length > 0);
  return independent + belligerents >= 2 ? 'fair' : 'weak';
}
