import { Encrypter } from 'age-encryption';
import type { SealedPlace, Vault } from './vault.ts';

/**
 * Encrypts a file as it came, with all that it tells, to the coordinators: any of them opens it with `age -d` and their own key, which is on
 * no server. Null: there are no coordinators. Format: https://age-encryption.org/v1.
 */
export async function sealOriginal(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array | null> {
  if (recipients.length === 0) return null;
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** The same, sealed once more with the key of the week: so that time and a wipe reach it too, which know nothing of the coordinators' keys. */
export async function keepOriginal(
  { vault, recipients }: { vault: Vault; recipients: readonly string[] },
  bytes: Uint8Array,
  at: SealedPlace,
  now: Date,
): Promise<Uint8Array | null> {
  const encrypted = await sealOriginal(bytes, recipients);
  return encrypted && vault.seal(encrypted, at, { until: 'week', now });
}
