import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { z } from 'zod';
import type { Attachment, Pin } from '../../core/commands/speaker.ts';
import type { Adapter } from '../delivery/adapter.ts';
import { MOST_BYTES } from '../download.ts';

/** What a line brings beside its words. */
export interface Brought {
  text: string;
  attachments: Attachment[];
  pin: Pin | null;
}

const KINDS: readonly [Attachment['kind'], RegExp][] = [
  ['photo', /^\.(?:jpe?g|png|webp|heic|avif|tiff?)$/iu],
  ['video', /^\.(?:mp4|mov|m4v|webm|3gp)$/iu],
  ['audio', /^\.(?:ogg|opus|mp3|m4a|wav)$/iu],
];
const kindOf = (path: string): Attachment['kind'] =>
  KINDS.find(([, extensions]) => extensions.test(extname(path)))?.[0] ?? 'file';

/** `@photo.jpg` or `@"my photo.jpg"`, and `geo:34.9,38.9` (RFC 5870), before the words. */
const FILE = /^@(?:"(?<quoted>[^"]+)"|(?<plain>\S+))(?:\s+|$)/u;
const PIN = /^geo:(?<lat>-?\d{1,2}(?:\.\d{1,12})?),(?<lon>-?\d{1,3}(?:\.\d{1,12})?)(?:\s+|$)/u;

async function fileAt(path: string): Promise<Attachment | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { kind: kindOf(path), ref: { path: resolve(path) }, size: found.size } : null;
}

/** A terminal has neither uploads nor pins: they are written before the words. What names no file is words. */
export async function brought(line: string): Promise<Brought> {
  const attachments: Attachment[] = [];
  let pin: Pin | null = null;
  let text = line.trim();
  for (;;) {
    const geo = PIN.exec(text);
    const named = FILE.exec(text);
    const attachment = named && (await fileAt(named.groups?.quoted ?? named.groups?.plain ?? ''));
    if (geo) pin = { lat: Number(geo.groups?.lat), lon: Number(geo.groups?.lon) };
    else if (attachment) attachments.push(attachment);
    else return { text: attachments.length > 0 || pin ? text : line, attachments, pin };
    text = text.slice((geo ?? named)?.[0].length);
  }
}

const refSchema = z.object({ path: z.string() });

/** Reads a file that a line named. Never rejects. */
export const fetchFile: NonNullable<Adapter['fetch']> = async (ref, signal) => {
  try {
    const { path } = refSchema.parse(ref);
    if ((await stat(path)).size > MOST_BYTES) return { kind: 'never', trouble: 'too-large' };
    return { kind: 'fetched', bytes: await readFile(path, { signal }) };
  } catch {
    return { kind: 'never', trouble: 'unreadable' };
  }
};
