import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../package-root.ts';

/** The name that build.mjs gives the child's program, beside the bundle. */
const BUNDLED = './media-decoder.mjs';

/** Node's arguments for the child: its bundle, or its code made from the sources where dalil itself runs from them. */
export async function decoderProgram(): Promise<readonly string[]> {
  const bundled = fileURLToPath(new URL(BUNDLED, import.meta.url));
  if (existsSync(bundled)) return [bundled];
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, 'src', 'core', 'media', 'decoder-process.ts')],
    write: false,
    bundle: true,
    minify: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return ['--input-type=module', '--eval', outputFiles[0]?.text ?? ''];
}
