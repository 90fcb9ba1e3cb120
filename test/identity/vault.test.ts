import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyring, KeysWiped } from '../../src/core/identity/keyring.ts';
import { type SealedPlace, Tampered } from '../../src/core/identity/vault.ts';
import { obeyWipe } from '../../src/core/identity/wipe.ts';
import { freshVault, keyDirectory, vaultIn } from '../support/vault.ts';

const now = new Date('2026-11-21T12:00:00Z');
const AT: SealedPlace = { column: 'tip_part.content', row: 'a1' };
const week = { until: 'week', now } as const;

describe('what the vault seals', () => {
  test('it opens again, whatever it is', () => {
    const vault = freshVault();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), fc.boolean(), (plain, row, lasting) => {
        const at = { column: 'tip.draft', row };
        const sealed = vault.seal(plain, at, lasting ? { until: 'wiped' } : week);
        expect(vault.open(sealed, at)).toEqual(plain);
      }),
    );
    const words = 'هجوم قرب السخنة\u0000, 3 قتلى';
    expect(vault.openText(vault.seal(words, AT, week), AT)).toBe(words);
  });

  test('is refused with any byte altered, cut off or added', () => {
    const vault = freshVault();
    const sealed = vault.seal('the road to Sukhnah', AT, week);
    const readable = (altered: Uint8Array) => {
      try {
        return vault.open(altered, AT) !== null;
      } catch (error) {
        if (error instanceof Tampered) return false;
        throw error;
      }
    };
    expect(readable(sealed)).toBe(true);
    for (let at = 0; at < sealed.length; at++) {
      const altered = Uint8Array.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      expect(readable(altered), `byte ${at}`).toBe(false);
      expect(readable(sealed.subarray(0, at)), `cut to ${at}`).toBe(false);
    }
    expect(readable(Buffer.concat([sealed, Buffer.of(0)]))).toBe(false);
  });

  test('is refused in every other row and column: a thousand swaps', () => {
    const vault = freshVault();
    const columns = [
      'contact.route',
      'inbox.payload',
      'tip.draft',
      'tip_part.content',
      'tip_media.fetch',
      'tip_media.clean',
      'decision.content',
    ];
    const places = columns.flatMap((column) => ['1', '2', '12', '1|2', 'tip'].map((row) => ({ column, row })));
    const sealed = places.map((at) => vault.seal('same words', at, week));
    let refused = 0;
    for (const [from, value] of sealed.entries()) {
      for (const [to, at] of places.entries()) {
        if (from === to) expect(vault.openText(value, at)).toBe('same words');
        else {
          expect(() => vault.open(value, at)).toThrow(Tampered);
          refused++;
        }
      }
    }
    expect(refused).toBe(35 * 34);
  });

  test('tells little by its length, and never the same twice', () => {
    const vault = freshVault();
    const sealed = ['', 'a', 'x'.repeat(252)].map((plain) => vault.seal(plain, AT, week));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(vault.seal('x'.repeat(253), AT, week).length).toBe((sealed[0]?.length ?? 0) + 256);
    expect(Buffer.from(vault.seal('a', AT, week)).equals(Buffer.from(vault.seal('a', AT, week)))).toBe(false);
  });

  test('is not taken for sealed where it never was', () => {
    const vault = freshVault();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => vault.open(bytes, AT)).toThrow(Tampered);
      }),
    );
  });
});

describe('a key', () => {
  test('belongs to the ISO week in UTC, and lies there for its owner alone', () => {
    const directory = keyDirectory();
    const vault = vaultIn(join(directory, 'keys'));
    for (const day of ['2026-11-21T23:59:59Z', '2026-11-22T23:59:59Z', '2026-11-23T00:00:00Z', '2027-01-03T12:00:00Z']) {
      vault.seal('', AT, { until: 'week', now: new Date(day) });
    }
    vault.seal('', AT, { until: 'wiped' });
    vault.hash('contact', 'x');
    const files = readdirSync(join(directory, 'keys')).sort();
    expect(files).toEqual(['pepper.key', 'standing.key', 'week-2026-W47.key', 'week-2026-W48.key', 'week-2026-W53.key']);
    expect(statSync(join(directory, 'keys')).mode & 0o777).toBe(0o700);
    for (const file of files) {
      const { mode, size } = statSync(join(directory, 'keys', file));
      expect([mode & 0o777, size]).toEqual([0o600, 32]);
    }
  });

  test('that another process destroyed opens nothing any more, not even where it was in memory', () => {
    const directory = keyDirectory();
    const [ours, theirs] = [vaultIn(directory), createKeyring({ directory, random: randomBytes })];
    const sealed = ours.seal('who sent it', AT, week);
    const lasting = ours.seal('stays', AT, { until: 'wiped' });
    expect(ours.openText(sealed, AT)).toBe('who sent it');
    theirs.destroy('week-2026-W47');
    expect(ours.open(sealed, AT)).toBeNull();
    expect(ours.openText(lasting, AT)).toBe('stays');
    // a new key of the same week is another one
    expect(ours.openText(ours.seal('later', AT, week), AT)).toBe('later');
    expect(ours.open(sealed, AT)).toBeNull();
  });

  test('is one and the same for all who make it at once', () => {
    const directory = keyDirectory();
    const sealed = Array.from({ length: 20 }, () => vaultIn(directory).seal('x', AT, week));
    const reader = vaultIn(directory);
    for (const value of sealed) expect(reader.openText(value, AT)).toBe('x');
  });

  test('that a killed process began to make is no key, and goes with the real one', () => {
    const directory = keyDirectory();
    writeFileSync(join(directory, 'week-2026-W47.key.0123456789ab'), Buffer.alloc(7));
    const vault = vaultIn(directory);
    const sealed = vault.seal('x', AT, week);
    // killed between its link and its unlink: the same bytes under a second name
    writeFileSync(join(directory, 'week-2026-W47.key.ba9876543210'), readFileSync(join(directory, 'week-2026-W47.key')));
    expect(vault.openText(sealed, AT)).toBe('x');
    createKeyring({ directory, random: randomBytes }).destroy('week-2026-W47');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('of a wrong size is a fault to hear of, never a weaker key', () => {
    const directory = keyDirectory();
    writeFileSync(join(directory, 'week-2026-W47.key'), Buffer.alloc(16));
    expect(() => vaultIn(directory).seal('x', AT, week)).toThrow(/must hold 32 bytes/u);
  });
});

describe('after a wipe', () => {
  test('no key is left, none is made by whatever process, and nothing opens', () => {
    const directory = keyDirectory();
    const [vault, wiper] = [vaultIn(directory), createKeyring({ directory, random: randomBytes })];
    const sealed = vault.seal('x', AT, week);
    const name = vault.hash('contact', 'x');
    expect(name).toHaveLength(16);
    wiper.wipe(now);
    expect(wiper.names()).toEqual([]);
    expect(readdirSync(directory)).toEqual(['WIPED']);
    expect(vault.open(sealed, AT)).toBeNull();
    expect(() => vault.seal('y', AT, week)).toThrow(KeysWiped);
    expect(() => vault.seal('y', AT, { until: 'wiped' })).toThrow(KeysWiped);
    expect(() => vault.hash('contact', 'x')).toThrow(KeysWiped);
    expect(() => vaultIn(directory).hash('contact', 'x')).toThrow(KeysWiped);
  });
});

describe('a wipe that was cut short', () => {
  test('is brought to its end by whoever looks next', () => {
    const directory = keyDirectory();
    const vault = vaultIn(directory);
    expect(obeyWipe(vault, now)).toBe(false);
    const sealed = vault.seal('x', AT, week);
    // the marker comes first, and a kill may come after it
    writeFileSync(join(directory, 'WIPED'), '');
    expect(obeyWipe(vault, now)).toBe(true);
    expect(readdirSync(directory)).toEqual(['WIPED']);
    expect(vault.open(sealed, AT)).toBeNull();
  });
});

describe('a keyed hash', () => {
  test('is the same for the same words under one purpose alone', () => {
    const directory = keyDirectory();
    const [one, other] = [vaultIn(directory), freshVault()];
    expect(vaultIn(directory).hash('contact', 'telegram', '7')).toEqual(one.hash('contact', 'telegram', '7'));
    const hashes = [
      one.hash('contact', 'telegram', '7'),
      one.hash('receipt', 'telegram', '7'),
      one.hash('contact', 'telegram7'),
      one.hash('contact', 'telegram', '', '7'),
      other.hash('contact', 'telegram', '7'),
    ].map((hash) => Buffer.from(hash).toString('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
