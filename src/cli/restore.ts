import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { defineCliCommand, WrongUse } from './cli-command.ts';
import { withStore } from './open.ts';
import { opened } from './opened.ts';

export const restore = defineCliCommand({
  summary: 'put a backup into an empty store',
  usage: ['restore FILE [--replace]'],
  explain: { replace: 'also where the store holds something: all of it is replaced' },
  options: { replace: { type: 'boolean', default: false } },
  async run({ replace }, [path, ...more], surroundings) {
    if (path === undefined || more.length > 0) throw new WrongUse('restore takes one file, as dalil backup wrote it');
    const { BackupProblem, readBackup } = await import('../db/backup/read-backup.ts');
    const file = await opened(createReadStream(path), path);
    const unzipped = file.pipe(createGunzip());
    // told to whoever reads it; before that it has no reader
    unzipped.on('error', () => {});
    file.on('error', (error) => unzipped.destroy(error));
    try {
      const rows = await withStore(surroundings, ({ sql }) => readBackup(sql, unzipped, { replace }));
      surroundings.terminal.stderr.write(`${rows} rows are back. What contacts sent can be read where its keys still are.\n`);
      return 0;
    } catch (error) {
      const said =
        error instanceof BackupProblem ? error.message : isZipTrouble(error) ? `${path} is damaged or no backup.` : null;
      if (said === null) throw error;
      surroundings.terminal.stderr.write(`${said}\n`);
      return 1;
    } finally {
      file.destroy();
    }
  },
});

const isZipTrouble = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
