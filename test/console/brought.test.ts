import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brought, fetchFile } from '../../src/bots/console/brought.ts';

let home: string;
let photo: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dalil-brought-'));
  photo = join(home, 'my photo.jpg');
  writeFileSync(photo, 'light');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const signal = () => AbortSignal.timeout(10_000);

test('files and a pin stand before the words', async () => {
  expect(await brought(`geo:34.9,-38.95 @"${photo}" clash near Sukhnah`)).toEqual({
    text: 'clash near Sukhnah',
    pin: { lat: 34.9, lon: -38.95 },
    attachments: [{ kind: 'photo', ref: { path: photo }, size: 5 }],
  });
});

test.each(['attacks in Homs', '@nobody said so', 'geo:far,away', '  two  spaces '])(
  '%j is words and nothing else',
  async (line) => {
    expect(await brought(line)).toEqual({ text: line, pin: null, attachments: [] });
  },
);

test('a file comes whole; a directory, and what is gone, never', async () => {
  expect(await fetchFile({ path: photo }, signal())).toEqual({ kind: 'fetched', bytes: Buffer.from('light') });
  expect(await fetchFile({ path: home }, signal())).toMatchObject({ kind: 'never' });
  expect(await fetchFile({ path: join(home, 'gone') }, signal())).toMatchObject({ kind: 'never' });
});
