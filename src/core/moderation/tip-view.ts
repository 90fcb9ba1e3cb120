import type { Database } from '../../db/client.ts';
import { readDecider, readTipIdByRef, readTipNamed, type TipRow } from '../../db/queries/moderation.ts';
import { readMedia, type TipMediaRow } from '../../db/queries/tip-parts.ts';
import type { Trust } from '../../db/schema/contact.ts';
import type { TipState } from '../../db/schema/tip.ts';
import type { Vault } from '../identity/vault.ts';
import { forPeople } from '../tips/for-people.ts';
import { openParts } from '../tips/pieces.ts';
import { openContent, type PartContent, type TipContent } from '../tips/tip-content.ts';
import { UserError } from '../user-error.ts';

/** A tip as the team may see it: a codename, cleaned words, and times to the hour. */
export interface TipView {
  row: TipRow;
  /** Null: the contact is forgotten. */
  code: string | null;
  trust: Trust;
  blocked: boolean;
  /** The name of whoever has it. */
  claimedBy: string | null;
  /** The name of whoever decided on it; null: nobody of the team has, or they took it back. */
  decidedBy: string | null;
  /** Null: it was destroyed. */
  content: TipContent | null;
  parts: readonly { kind: PartContent['kind']; text: string }[];
  media: readonly TipMediaRow[];
}

/** What the team decides. */
const DECIDED = ['accepted', 'merged', 'declined', 'spam'] as const satisfies readonly TipState[];

const textOf = (content: PartContent): string =>
  content.kind === 'pin' ? `${content.lat.toFixed(2)}, ${content.lon.toFixed(2)}` : forPeople(content.text);

/** `T-7K3Q9F` as typed, or with the version that was seen, as buttons carry it: `T-7K3Q9F@4`, or `T-7K3Q9F@4!` where it was said who has it. */
const TYPED = /^t?[\s-]?([0-9a-z]{6})(?:@(\d{1,9})(!)?)?$/iu;

export interface NamedTip {
  id: string;
  /** The version that whoever decides has seen; null: they typed the ref. */
  version: number | null;
  /** Whoever presses was told that somebody else has it. */
  isHeeded: boolean;
}

/** Throws UserError. */
export async function findTip(db: Database, typed: string): Promise<NamedTip> {
  const [, letters, version, heeded] = TYPED.exec(typed.trim()) ?? [];
  const ref = letters?.toUpperCase().replaceAll('O', '0').replace(/[IL]/gu, '1');
  const id = ref === undefined ? null : await readTipIdByRef(db, `T-${ref}`);
  if (id === null) throw new UserError('no-such-tip', { ref: typed.slice(0, 32) });
  return { id, version: version === undefined ? null : Number(version), isHeeded: heeded !== undefined };
}

/** Null: there is none. */
export async function viewTip(db: Database, vault: Vault, id: string): Promise<TipView | null> {
  const found = await readTipNamed(db, id);
  if (!found) return null;
  const { tip: row, code, trust, blockedAt, claimedBy } = found;
  const parts = await openParts(db, vault, id);
  return {
    row,
    code,
    trust: trust ?? row.trust,
    blocked: blockedAt !== null,
    claimedBy,
    decidedBy: DECIDED.some((state) => state === row.state) ? await readDecider(db, row) : null,
    content: openContent(vault, id, row.draft),
    parts: parts.map(({ content }) => ({ kind: content.kind, text: textOf(content) })),
    media: await readMedia(db, id),
  };
}

/** What buttons carry: the tip, and the version that was seen. */
export const seen = ({ row }: Pick<TipView, 'row'>): string => `${row.ref}@${row.version}`;
