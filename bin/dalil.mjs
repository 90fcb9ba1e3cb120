#!/usr/bin/env node
// Runs the bundle; makes it first where it is missing or older than the sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}dist/dalil.mjs`;
const stale = () => {
  if (!existsSync(bundle)) return true;
  if (!existsSync(`${root}src`)) return false;
  const built = statSync(bundle).mtimeMs;
  const newer = (path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > built;
  // a directory is newer when something in it was removed
  return (
    newer(`${root}build.mjs`) ||
    readdirSync(`${root}src`, { recursive: true, withFileTypes: true }).some((entry) =>
      newer(`${entry.parentPath}/${entry.name}`),
    )
  );
};
const build = async () => {
  try {
    await (await import('../build.mjs')).buildDalil();
    return true;
  } catch (error) {
    // esbuild has said where; a directory that cannot be written has not
    console.error(`dalil could not be built: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
    return false;
  }
};
if (!stale() || (await build())) {
  process.setSourceMapsEnabled(true);
  await import(bundle);
}
