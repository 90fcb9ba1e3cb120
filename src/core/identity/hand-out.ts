import type { Store } from '../../db/client.ts';
import { readOriginal, readOriginalIds, readTipsWithOriginals } from '../../db/queries/originals.ts';
import type { MEDIA_KINDS } from '../../db/schema/tip.ts';
import { record } from '../moderation/record.ts';
import type { Member } from '../moderation/team.ts';
import { twoWant } from '../moderation/two-people.ts';
import { sealOriginal } from './originals.ts';
import type { Vault } from './vault.ts';

type Kind = (typeof MEDIA_KINDS)[number];

export interface HandOutDeps {
  store: Store;
  vault: Vault;
  /** Public keys of age. */
  coordinators: readonly string[];
  newId(): string;
}

/** A tip and what is kept of it as it came. Nothing in it leads to its contact, not even their codename. */
export interface TipWithOriginals {
  id: string;
  ref: string;
  state: string;
  /** To the hour. */
  receivedAt: Date;
  files: { kind: Kind; count: number }[];
}

export async function tipsWithOriginals({ db }: Store): Promise<TipWithOriginals[]> {
  const tips = new Map<string, TipWithOriginals>();
  for (const { kind, files, ...row } of await readTipsWithOriginals(db)) {
    const tip = tips.get(row.id) ?? { ...row, files: [] };
    tip.files.push({ kind, count: files });
    tips.set(row.id, tip);
  }
  return [...tips.values()];
}

export interface Wish {
  tips: readonly TipWithOriginals[];
  by: Member;
  reason: string;
}

/** What more than one tip is asked for under: the same words from both leads. */
const MANY = 'originals';

/**
 * Writes down who takes which originals and why, before any is given out; of several tips at once it takes two leads. Throws UserError for
 * who may not.
 */
export async function permitHandOut(
  { tips, by, reason }: Wish,
  { store, vault, newId }: HandOutDeps,
  now: Date,
): Promise<'granted' | 'asked'> {
  return store.db.transaction(async (tx) => {
    const wanted =
      tips.length > 1 ? await twoWant(tx, { kind: 'export', about: MANY, by, least: 'lead' }, { now, newId }) : 'granted';
    const decided = { by: { kind: 'moderator', id: by.id }, cause: null, content: { reason } } as const;
    if (wanted === 'asked') {
      await record(tx, vault, { ...decided, subject: 'store', subjectId: MANY, event: 'originals-asked' }, now);
      return wanted;
    }
    for (const { ref } of tips) await record(tx, vault, { ...decided, subject: 'tip', subjectId: ref, event: 'originals' }, now);
    return wanted;
  });
}

/** `T-7K3Q9F-2-audio.age`; null: its key is destroyed. `unencrypted`: kept when there were no coordinators, and there are none yet. */
export interface HandedOut {
  name: string;
  bytes: Uint8Array | null;
  unencrypted?: true;
}

/** Every file of these tips, encrypted to the coordinators; one is held in memory at a time. */
export async function* originalsOf(tips: readonly TipWithOriginals[], deps: HandOutDeps): AsyncGenerator<HandedOut> {
  for (const { id: tipId, ref } of tips) {
    const files = await readOriginalIds(deps.store.db, [tipId]);
    for (const [at, { id, kind }] of files.entries()) yield { name: `${ref}-${at + 1}-${kind}.age`, ...(await opened(id, deps)) };
  }
}

async function opened(id: string, { store, vault, coordinators }: HandOutDeps): Promise<Omit<HandedOut, 'name'>> {
  const row = await readOriginal(store.db, id);
  if (row?.original) return { bytes: vault.open(row.original, { column: 'tip_media.original', row: id }) };
  if (coordinators.length === 0) return { bytes: null, unencrypted: true };
  const plain = row?.clean ? vault.open(row.clean, { column: 'tip_media.clean', row: id }) : null;
  return { bytes: plain && (await sealOriginal(plain, coordinators)) };
}
