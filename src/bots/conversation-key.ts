import { createHmac } from 'node:crypto';
import { createKeyring, type KeyringDeps } from '../core/identity/keyring.ts';
import type { Platform } from '../db/schema/delivery.ts';

/**
 * Conversations are told apart by a keyed hash of platform, chat and person: who has the database without the key cannot find a person
 * in it by trying all ids. The key is `conversation.key`, made at the first start. Throws KeysWiped.
 */
export function createConversationKey(deps: KeyringDeps): (platform: Platform, chat: string, person: string) => string {
  const keys = createKeyring(deps);
  return (platform, chat, person) =>
    `${platform}:${createHmac('sha256', keys.make('conversation').bytes)
      .update(JSON.stringify([platform, chat, person]))
      .digest('base64url')
      .slice(0, 22)}`;
}
