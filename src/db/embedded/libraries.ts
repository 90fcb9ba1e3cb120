import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../unavailable.ts';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links: the binaries' package lists its own in `pg-symlinks.json` and makes them after install. With
 * install scripts off they are missing, so they are made here. `native` is the package's directory of that name, or a copy of it.
 * @returns whether all are there now
 */
export function linkLibraries(native: string): boolean {
  for (const { source, target } of listed(native)) {
    const [library, link] = [join(native, relative('native', source)), join(native, relative('native', target))];
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(link), library), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Windows' package has no such list and needs none. */
function listed(native: string): z.infer<typeof linkList> {
  try {
    return linkList.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const isThere = (link: string) => lstatSync(link, { throwIfNoEntry: false }) !== undefined;
