import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import {
  type ContactRow,
  eraseContact,
  insertContact,
  liftBlock,
  readContact,
  readContactByLookup,
  saveBlock,
  saveLastSeen,
  saveRoute,
  saveTrust,
} from '../../db/queries/contacts.ts';
import type { Trust } from '../../db/schema/contact.ts';
import { SPEAKING_PLATFORMS } from '../../db/schema/moderator.ts';
import type { Speaker } from '../commands/speaker.ts';
import type { Destination } from '../post.ts';
import { codename } from './codenames.ts';
import { keyNameOf } from './sealing.ts';
import type { Vault } from './vault.ts';
import { weekKeyName } from './weeks.ts';

export interface Contact extends Pick<ContactRow, 'id' | 'code' | 'trust' | 'language' | 'deletesMessages'> {
  /** This is the first that was heard of them. */
  isNew: boolean;
  /** Nothing of theirs is to be kept, and nothing tells them so. */
  blocked: boolean;
}

const HOUR_MS = 3_600_000;
/** Times of contacts are kept no finer than this. */
export const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);

const routeSchema = z.object({
  platform: z.enum(SPEAKING_PLATFORMS),
  bot: z.string(),
  chat: z.string(),
  person: z.string(),
  reach: z.unknown(),
});

const lookupOf = (vault: Vault, { platform, person }: Speaker) => vault.hash('contact', platform, person);
const routePlace = (id: string) => ({ column: 'contact.route', row: id });

const routeOf = ({ platform, bot, chat, person, alone, reach }: Speaker): string =>
  // where others listen, answers wait for each other under the person's own name
  JSON.stringify({ platform, bot, chat: alone ? chat : person, person, reach: reach ?? null });

const toContact = (row: ContactRow, isNew: boolean): Contact => ({
  id: row.id,
  code: row.code,
  trust: row.trust,
  language: row.language,
  deletesMessages: row.deletesMessages,
  isNew,
  blocked: row.blockedAt !== null,
});

/** Of more than 20,000 codenames, so many in a row are not taken. */
const MOST_TRIES = 50;

/**
 * The contact who speaks, made at their first word. Their route is sealed anew once a week, so that it outlives the week of their last
 * word by no more than the route's time.
 */
export async function contactOf(tx: Database, vault: Vault, speaker: Speaker, now: Date, newId: () => string): Promise<Contact> {
  const lookup = lookupOf(vault, speaker);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = await readContactByLookup(tx, lookup);
    if (known) {
      await refresh(tx, vault, known, speaker, now);
      return toContact(known, false);
    }
    const id = newId();
    const hour = hourOf(now);
    const route = vault.seal(routeOf(speaker), routePlace(id), { until: 'week', now });
    const made = await insertContact(tx, { id, code: codename(newId()), lookup, route, firstSeen: hour, lastSeen: hour });
    if (made) return toContact(made, true);
  }
  throw new Error('no codename is left');
}

/** The contact who speaks, if they did before; nothing is written. */
export async function knownContact(tx: Database, vault: Vault, speaker: Speaker): Promise<Contact | null> {
  const known = await readContactByLookup(tx, lookupOf(vault, speaker));
  return known ? toContact(known, false) : null;
}

async function refresh(tx: Database, vault: Vault, { id, route, lastSeen }: ContactRow, speaker: Speaker, now: Date) {
  const current = routeOf(speaker);
  const kept = route && keyNameOf(route) === weekKeyName(now) ? vault.openText(route, routePlace(id)) : null;
  if (kept !== current) await saveRoute(tx, id, vault.seal(current, routePlace(id), { until: 'week', now }));
  if (lastSeen < hourOf(now)) await saveLastSeen(tx, id, hourOf(now));
}

/** Where a contact is reached; null: no more, or never. */
export async function reachContact(tx: Database, vault: Vault, contactId: string): Promise<Destination | null> {
  const row = await readContact(tx, contactId);
  const opened = row?.route ? vault.openText(row.route, routePlace(contactId)) : null;
  if (opened === null) return null;
  const { platform, bot, chat, reach } = routeSchema.parse(JSON.parse(opened));
  return reach === null || reach === undefined ? null : { platform, bot, chat, reach };
}

/** Who a contact is on their platform, for eyes that two leads allowed: "telegram 123456". Null: that is no longer known. */
export async function revealContact(tx: Database, vault: Vault, contactId: string): Promise<string | null> {
  const row = await readContact(tx, contactId);
  const opened = row?.route ? vault.openText(row.route, routePlace(contactId)) : null;
  if (opened === null) return null;
  const { platform, person } = routeSchema.parse(JSON.parse(opened));
  return `${platform} ${person}`;
}

/** False: there is no such codename. */
export const trustContact = (tx: Database, code: string, trust: Trust): Promise<boolean> => saveTrust(tx, code, trust);

/** False: nothing changed. `by`: a moderator's id. */
export const blockContact = (tx: Database, code: string, by: string | null, now: Date): Promise<boolean> =>
  saveBlock(tx, code, by, now);

/** False: nothing changed. */
export const unblockContact = (tx: Database, code: string): Promise<boolean> => liftBlock(tx, code);

/** They cannot be found or reached any more, and their next word is that of somebody new; a block stays. */
export const forgetContact = (tx: Database, contactId: string): Promise<void> => eraseContact(tx, contactId);
