/**
 * Encrypts files as they came to the coordinators' public keys (age, https://age-encryption.org/v1), whose private keys are on no server:
 * dalil cannot open them again. Null where there are no such keys: then no original is kept.
 */
export function createOriginals(coordinators: readonly string[]): (bytes: Uint8Array) => Promise<Uint8Array | null> {
  return async (bytes) => {
    if (coordinators.length === 0) return null;
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    for (const key of coordinators) encrypter.addRecipient(key);
    return encrypter.encrypt(bytes);
  };
}
