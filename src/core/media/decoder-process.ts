import { setPriority } from 'node:os';
import sharp from 'sharp';
import { cleanFile } from './cleaning.ts';
import { readFrames, writeFrame } from './frames.ts';
import { encodeReply } from './reply-frame.ts';

// The child that decodes: a file in on stdin, what is left of it out on stdout. Started by decoder.ts with [maxPixels, maxBytes].

const [maxPixels = 0, maxBytes = 0] = process.argv.slice(-2).map(Number);
/** Below the bot, which must go on answering. */
const NICENESS = 10;

setPriority(NICENESS);
sharp.concurrency(1);
sharp.cache(false);
// what no photo needs is not even tried: SVG, PDF, and whatever else a libvips of the system brings
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadTiffBuffer',
  ],
});

let work = Promise.resolve();
readFrames(process.stdin, maxBytes, (frame) => {
  work = work.then(async () => {
    if (frame !== null) writeFrame(process.stdout, encodeReply(await cleanFile(frame, maxPixels)));
  });
});
// dalil has gone
process.stdin.on('end', () => process.exit());
// ready
writeFrame(process.stdout, Buffer.alloc(0));
