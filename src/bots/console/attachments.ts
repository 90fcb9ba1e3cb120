import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockOf, Reply } from '../../core/reply/reply.ts';

type Attachment = BlockOf<'image'> | BlockOf<'file'>;

const FOLDERS = { image: 'pictures', file: 'exports' } as const;

/** A terminal cannot show them: they are written below the home directory, and the reply says where. Readable by their owner alone. */
export function saveAttachments(reply: Reply, home: string): (attachment: Attachment) => string | null {
  const paths = new Map<Attachment, string>();
  for (const block of reply.blocks) {
    if (block.kind !== 'image' && block.kind !== 'file') continue;
    const folder = join(home, FOLDERS[block.kind]);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, block.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'));
    writeFileSync(path, block.kind === 'image' ? block.png : block.data, { mode: 0o600 });
    paths.set(block, path);
  }
  return (attachment) => paths.get(attachment) ?? null;
}
