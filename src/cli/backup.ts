import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { defineCliCommand, WrongUse } from './cli-command.ts';
import { withStore } from './open.ts';
import { opened } from './opened.ts';

export const backup = defineCliCommand({
  summary: 'write the whole store into one file',
  usage: ['backup FILE'],
  explain: {},
  options: {},
  async run(_values, [path, ...more], surroundings) {
    if (path === undefined || more.length > 0) throw new WrongUse('backup takes one file, such as dalil-2026-11-21.gz');
    if (statSync(path, { throwIfNoEntry: false })) throw new WrongUse(`${path} is there already: name another file`);
    const { writeBackup } = await import('../db/backup/write-backup.ts');
    const partial = `${path}.partial`;
    const file = await opened(createWriteStream(partial, { mode: 0o600 }), partial);
    try {
      const rows = await withStore(surroundings, async ({ sql }) => {
        const zip = createGzip();
        const written = pipeline(zip, file);
        const [count] = await Promise.all([writeBackup(sql, zip).finally(() => zip.end()), written]);
        return count;
      });
      renameSync(partial, path);
      const { terminal } = surroundings;
      terminal.stderr.write(
        `${path}: ${rows} rows. What contacts sent is in it as it is sealed; without the keys it cannot be read.\n`,
      );
      return 0;
    } finally {
      rmSync(partial, { force: true });
    }
  },
});
