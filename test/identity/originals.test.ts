import { randomBytes } from 'node:crypto';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { keepOriginal, sealOriginal } from '../../src/core/identity/originals.ts';
import { freshVault } from '../support/vault.ts';

const photo = new Uint8Array(randomBytes(300_000));
const AT = { column: 'tip_media.original', row: 'm1' };
const now = new Date('2026-11-21T12:00:00Z');

async function opensWith(identity: string, encrypted: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(encrypted);
}

describe('an original', () => {
  test('is opened by each coordinator’s own key, and by no other', async () => {
    const [one, two, stranger] = [await generateIdentity(), await generateIdentity(), await generateIdentity()];
    const sealed = await sealOriginal(photo, [await identityToRecipient(one), await identityToRecipient(two)]);
    if (!sealed) throw new Error('it was not sealed');
    expect(Buffer.from(await opensWith(one, sealed)).equals(photo)).toBe(true);
    expect(Buffer.from(await opensWith(two, sealed)).equals(photo)).toBe(true);
    await expect(opensWith(stranger, sealed)).rejects.toThrow();
    expect(Buffer.from(sealed).includes(Buffer.from(photo.subarray(1000, 1016)))).toBe(false);
  });

  test('is not kept where there are no coordinators', async () => {
    expect(await sealOriginal(photo, [])).toBeNull();
    expect(await keepOriginal({ vault: freshVault(), recipients: [] }, photo, AT, now)).toBeNull();
  });

  test('is out of the coordinators’ reach too once its week’s key is gone', async () => {
    const identity = await generateIdentity();
    const vault = freshVault();
    const kept = await keepOriginal({ vault, recipients: [await identityToRecipient(identity)] }, photo, AT, now);
    if (!kept) throw new Error('it was not kept');
    const opened = vault.open(kept, AT);
    expect(opened && Buffer.from(await opensWith(identity, opened)).equals(photo)).toBe(true);
    await expect(opensWith(identity, kept)).rejects.toThrow();
    vault.wipe(now);
    expect(vault.open(kept, AT)).toBeNull();
  });
});
