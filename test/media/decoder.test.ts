import { expect, test } from 'vitest';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { draw } from '../support/photos.ts';

const photo = await draw({ width: 64, height: 48, seed: 1 }).jpeg().toBuffer();

/** A child that says that it is ready, and then does `then` with the first file. */
const childThat = (then: string) => [
  '--eval',
  `process.stdout.write(Buffer.alloc(4)); process.stdin.once('data', () => { ${then} }); process.stdin.on('end', () => process.exit());`,
];
/** The words of a reply as a frame. */
const saying = (words: string) =>
  `const words = Buffer.from(${JSON.stringify(words)}); const length = Buffer.alloc(4); length.writeUInt32BE(words.length); process.stdout.write(Buffer.concat([length, words]));`;

const photoWords = '{"kind":"photo","mime":"image/jpeg","width":1,"height":1,"hash":"0000000000000000","captured":null}\n';

test.each([
  ['hangs', 'for (;;);', 'too-slow'],
  ['waits for ever', '', 'too-slow'],
  ['ends', 'process.exit(3);', 'broken'],
  ['is killed', "process.kill(process.pid, 'SIGSEGV');", 'broken'],
  ['needs more memory than it may have', 'Buffer.alloc(2 ** 31, 1); setInterval(() => {}, 1000);', 'broken'],
  ['says what is no reply', saying('hello'), 'broken'],
  ['says a kind that there is not', saying('{"kind":"photos"}\n'), 'broken'],
  ['gives a photo that is none', saying(`${photoWords}<svg>`), 'broken'],
  ['announces more than may come', 'process.stdout.write(Buffer.alloc(4, 255));', 'broken'],
  ['never stops talking', 'setInterval(() => process.stdout.write(Buffer.alloc(65536, 1)), 1);', 'broken'],
] as const)('a decoder that %s costs its file and nothing else', async (_, then, reason) => {
  const cleaner = createMediaCleaner({ timeMs: reason === 'too-slow' ? 1_500 : 20_000, filesPerProcess: 100 }, childThat(then));
  expect(await cleaner.clean(photo)).toEqual({ kind: 'refused', reason });
  expect(await cleaner.clean(photo)).toEqual({ kind: 'refused', reason });
  await cleaner.close();
});

test('a decoder that does not start says nothing of the file', async () => {
  const cleaner = createMediaCleaner({}, ['--eval', 'process.exit(1)']);
  await expect(cleaner.clean(photo)).rejects.toThrow('does not start');
  await cleaner.close();
});

test('files are answered each with its own, in any number at once', async () => {
  const cleaner = createMediaCleaner({ filesPerProcess: 4 });
  const widths = [20, 30, 40, 50, 60, 70, 80, 90, 100];
  const photos = await Promise.all(widths.map((width) => draw({ width, height: 20, seed: width }).png().toBuffer()));
  const cleaned = await Promise.all(photos.map((bytes) => cleaner.clean(bytes)));
  expect(cleaned.map((one) => (one.kind === 'photo' ? one.width : one.kind))).toEqual(widths);
  await cleaner.close();
});

test('after the end nothing is taken, and what waits is told', async () => {
  const cleaner = createMediaCleaner({}, childThat(''));
  const waiting = [cleaner.clean(photo), cleaner.clean(photo)].map((one) => one.then(String, (error: Error) => error.message));
  await cleaner.close();
  expect(await Promise.all(waiting)).toEqual(['The media cleaner is closed.', 'The media cleaner is closed.']);
  await expect(cleaner.clean(photo)).rejects.toThrow('closed');
});

test('what is too large or of no known kind never reaches the decoder', async () => {
  const cleaner = createMediaCleaner({ maxBytes: 1000 }, ['--eval', 'process.exit(1)']);
  expect(await cleaner.clean(Buffer.alloc(1001, 0xff))).toEqual({ kind: 'refused', reason: 'too-large' });
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'PK\u0003\u0004', 'OggS', '', 'x', 'hello']) {
    expect(await cleaner.clean(Buffer.from(text))).toEqual({ kind: 'unseen', reason: 'unknown-kind' });
  }
  await cleaner.close();
});
