import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createNames } from '../../src/core/names/names.ts';

const names = createNames(gazetteerFromFiles());
const suggested = (prefix: string, options?: Parameters<typeof names.suggest>[1]) =>
  names.suggest(prefix, options).map(({ id }) => id);

describe('suggestions while typing', () => {
  it('begin with the best-known place that begins so, in either script', () => {
    expect(suggested('Sukh')[0]).toBe('as-sukhnah');
    expect(suggested('تد')[0]).toBe('palmyra');
    expect(suggested('deir e')[0]).toBe('sy-deir-ez-zor');
  });

  it('meet any spelling and say which', () => {
    expect(names.suggest('Tadm')[0]).toMatchObject({ id: 'palmyra', name: 'Palmyra', spelling: 'Tadmur' });
  });

  it('hold actors and sources too, and only the kinds that are wanted', () => {
    expect(suggested('liwa al-q')).toContain('liwa-al-quds');
    expect(suggested('SOH')[0]).toBe('sohr');
    expect(suggested('liwa al-q', { kinds: ['place'] })).not.toContain('liwa-al-quds');
    expect(suggested('a', { kinds: ['actor'], limit: 3 })).toHaveLength(3);
  });

  it('forgive a typo', () => {
    expect(suggested('Palmira')).toContain('palmyra');
    expect(suggested('qaryatian')).toContain('al-qaryatayn');
  });
});

describe('did you mean', () => {
  it('names the nearest, best first', () => {
    expect(names.nearest('Sokhnaa', 3)[0]?.id).toBe('as-sukhnah');
    expect(names.nearest('Fatimioun', 3)[0]?.id).toBe('liwa-fatemiyoun');
    expect(names.nearest('المياديين', 3)[0]?.id).toBe('al-mayadin');
  });

  it('lists each name once', () => {
    const listed = names.nearest('Homs', 20).map(({ name, placeKind }) => `${name} ${placeKind}`);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('has nothing for noise', () => {
    expect(names.nearest('')).toEqual([]);
    expect(names.nearest('!!!')).toEqual([]);
    expect(names.nearest('x'.repeat(10_000)).length).toBeLessThanOrEqual(10);
  });
});
