import type { Database } from '../../db/client.ts';
import { holdMedia, readLooks, saveMedia } from '../../db/queries/tip-parts.ts';
import { readContactRow, saveTipContent } from '../../db/queries/tips.ts';
import type { TipFlag } from '../../db/schema/tip.ts';
import type { SealedPlace, Vault } from '../identity/vault.ts';
import { compareCaptured, hashDistance } from '../media/compare.ts';
import type { Captured, Cleaned, MediaCleaner } from '../media/media.ts';
import type { MediaArrived } from '../post.ts';
import { withFlags } from './flags.ts';
import { openContent } from './tip-content.ts';

export interface MediaArrivedDeps {
  /** Started when the first file comes. */
  cleaner(): Promise<Pick<MediaCleaner, 'clean'>>;
  /** To the coordinators' offline keys, and sealed; null: there are none, and no original is kept. */
  keepOriginal(vault: Vault, bytes: Uint8Array, at: SealedPlace, now: Date): Promise<Uint8Array | null>;
}

type Held = NonNullable<Awaited<ReturnType<typeof holdMedia>>>;

/** Up to here it is the same picture, resized or saved again: see `hashDistance`. */
const SAME_PICTURE = 6;

const cleanPlace = (id: string) => ({ column: 'tip_media.clean', row: id });

/** A cleaned file; null: there is none, or its key is destroyed. */
export const openMedia = (vault: Vault, { id, clean }: { id: string; clean: Uint8Array | null }): Uint8Array | null =>
  clean && vault.open(clean, cleanPlace(id));

/** What a file says of itself beside what the tip says; then it is thrown away. */
function agreementOf(captured: Captured | null, { tip }: Held, vault: Vault) {
  const draft = openContent(vault, tip.id, tip.draft)?.draft;
  return compareCaptured(captured, {
    lat: draft?.place?.lat ?? null,
    lon: draft?.place?.lon ?? null,
    fromDay: draft?.day?.from ?? null,
    toDay: draft?.day?.to ?? null,
  });
}

const isSeen = (cleaned: Cleaned) => cleaned.kind === 'photo' || cleaned.kind === 'video';

async function keepSeen(tx: Database, vault: Vault, held: Held, cleaned: Cleaned, now: Date): Promise<TipFlag[]> {
  if (cleaned.kind !== 'photo' && cleaned.kind !== 'video') return [];
  const { id } = held.media;
  const agrees = agreementOf(cleaned.captured, held, vault);
  const looks = cleaned.kind === 'photo' ? cleaned.hash : null;
  const others = looks === null ? [] : await readLooks(tx, held.tip.id);
  const clean = vault.seal(cleaned.bytes, cleanPlace(id), { until: 'week', now });
  await saveMedia(tx, id, { state: 'clean', clean, mime: cleaned.mime, looks, ...agrees });
  return withFlags([], {
    reused_image: looks !== null && others.some((other) => hashDistance(looks, other) <= SAME_PICTURE),
    place_differs: agrees.place === 'differs',
    time_differs: agrees.time === 'differs',
  });
}

/**
 * A file of a tip is here: cleaned for the team, sealed for the coordinators, compared with what the tip says. How it was fetched is
 * forgotten, whatever became of it.
 */
export const createMediaArrived =
  ({ cleaner, keepOriginal }: MediaArrivedDeps): MediaArrived =>
  async (core, tx, id, arrived, now) => {
    const held = await holdMedia(tx, id);
    if (held?.media.state !== 'waiting') return;
    const { tip } = held;
    const contact = tip.contactId === null ? undefined : await readContactRow(tx, tip.contactId);
    if (!(arrived instanceof Uint8Array) || tip.state === 'withdrawn' || contact?.blockedAt) {
      await saveMedia(tx, id, { state: 'refused', fetch: null });
      return;
    }
    const cleaned = await (await cleaner()).clean(arrived);
    const isTooLarge = cleaned.kind === 'refused' && cleaned.reason === 'too-large';
    const original = isTooLarge ? null : await keepOriginal(core.vault, arrived, { column: 'tip_media.original', row: id }, now);
    if (cleaned.kind === 'refused') {
      // cut off on a bad line, perhaps: a coordinator may make something of it
      await saveMedia(tx, id, { state: 'refused', fetch: null, original });
      return core.tipChanged?.(core, tx, tip.id, now);
    }
    // one update puts the state first: nothing may be fetched twice
    await saveMedia(tx, id, { state: 'unseen', fetch: null, original });
    if (isSeen(cleaned)) {
      const noticed = await keepSeen(tx, core.vault, held, cleaned, now);
      await saveTipContent(tx, tip.id, { flags: withFlags(tip.flags, Object.fromEntries(noticed.map((flag) => [flag, true]))) });
    } else if (original === null) {
      // nobody can look at it now; sealed, it can be looked at by who has the keys before the week's is gone
      await saveMedia(tx, id, { clean: core.vault.seal(arrived, cleanPlace(id), { until: 'week', now }) });
    }
    await core.tipChanged?.(core, tx, tip.id, now);
  };
