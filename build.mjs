// Bundles src/ into dist/ with esbuild. Started by `npm ci` (prepare) and by bin/dalil.mjs when the bundle is
// missing or older than the sources, so that a checkout always runs what it holds, with install scripts on or off.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist/`;
/** A running dalil still loads parts of the bundle that it was started from. */
const KEEP_OLD_BUNDLES_MS = 24 * 60 * 60 * 1000;

/** Packages of many small files that every start loads: in one file they load in half the time. All others stay outside. */
const BUNDLED = /^(?:zod|drizzle-orm|postgres|@fluent\/bundle|minisearch)(?:\/|$)/;
const otherPackagesOutside = {
  name: 'other packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || BUNDLED.test(path) ? undefined : { path, external: true },
    );
  },
};

/** Each build gets a directory of its own and dist/dalil.mjs is swapped to it in one step: builds and running bots never meet. */
export async function buildDalil() {
  const name = `bundle-${Date.now().toString(36)}-${process.pid}`;
  await build({
    absWorkingDir: root,
    // decoder-program.ts looks for the second beside the first
    entryPoints: { dalil: 'src/cli/main.ts', 'media-decoder': 'src/core/media/decoder-process.ts' },
    outdir: `dist/${name}`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [otherPackagesOutside],
    sourcemap: true,
    logLevel: 'warning',
  });
  mkdirSync(dist, { recursive: true });
  writeFileSync(`${dist}${name}/entry.mjs`, `await import('./${name}/dalil.mjs');\n`);
  renameSync(`${dist}${name}/entry.mjs`, `${dist}dalil.mjs`);
  for (const other of readdirSync(dist)) {
    if (!other.startsWith('bundle-') || other === name) continue;
    if (Date.now() - statSync(`${dist}${other}`).mtimeMs > KEEP_OLD_BUNDLES_MS)
      rmSync(`${dist}${other}`, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDalil();
