import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { packageRoot } from '../../package-root.ts';

/** What holds the child: `kernel`, native code too; `node`, what runs as JavaScript alone. */
export type Hold = 'kernel' | 'node';

/** How a child is started that may do as little as this machine can see to. */
export interface Confinement {
  hold: Hold;
  /** @param args of Node. @returns the program and all its arguments */
  command(args: readonly string[]): [string, ...string[]];
}

export interface ConfinementOptions {
  memoryBytes: number;
  /** Directories and files that it must not see; those that hold dalil's own code are left as they are. */
  hidden: readonly string[];
}

const SHELL = '/bin/sh';
/** No dumps of memory and no files: what the child holds never touches the disk. */
const limits = (memoryBytes: number) => `ulimit -c 0; ulimit -f 0; ulimit -d ${Math.ceil(memoryBytes / 1024)}`;

/**
 * Namespaces of its own, which no root is needed for (user_namespaces(7)): no network, none of dalil's shared memory, nothing where the
 * hidden directories are, and then none of the rights by which that was done. Debian, Fedora and most others allow it; containers and
 * Ubuntu from 24.04 mostly do not.
 */
const OWN_NAMESPACES = ['--user', '--map-root-user', '--net', '--ipc', '--mount'];
const WITHOUT_RIGHTS = 'setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all';
/** $0: how many paths are hidden; then these, then the program. */
const HIDE = `
n=$0
while [ "$n" -gt 0 ]; do
  if [ -d "$1" ]; then mount -t tmpfs -o size=4k,mode=0 none "$1" || exit 70; fi
  if [ -f "$1" ]; then mount --bind /dev/null "$1" || exit 70; fi
  shift; n=$((n - 1))
done`;
const PROBE_MS = 10_000;

/** Where the packages are that the child loads, as they are linked and as they lie. */
function packages(): string[] {
  const folder = `${sep}node_modules`;
  const sharp = createRequire(import.meta.url).resolve('sharp');
  const beside = sharp.slice(0, sharp.lastIndexOf(`${folder}${sep}`)) + folder;
  return [...new Set([join(packageRoot, folder), beside])];
}

/**
 * Node's own permissions (https://nodejs.org/api/permissions.html): code is read and nothing else, nothing is written, no process, no
 * thread. They hold what runs as JavaScript; the decoder's native code they do not.
 */
export function permissions(program: readonly string[]): string[] {
  // stable under this name since 22.13
  const flag = ['--permission', '--experimental-permission'].find((name) => process.allowedNodeEnvironmentFlags.has(name));
  if (flag === undefined) return [];
  const code = program.filter(isAbsolute).map(dirname);
  return [flag, '--allow-addons', ...[...code, ...packages()].map((directory) => `--allow-fs-read=${join(directory, '*')}`)];
}

const holdsCode = (path: string) => [packageRoot, process.execPath].some((code) => `${code}${sep}`.startsWith(`${path}${sep}`));

function byKernel({ memoryBytes, hidden }: ConfinementOptions): Confinement {
  const paths = hidden.filter((path) => !holdsCode(path));
  const script = `${HIDE}\n${limits(memoryBytes)}\nexec ${WITHOUT_RIGHTS} "$@"`;
  return {
    hold: 'kernel',
    command: (args) => [
      'unshare',
      ...[...OWN_NAMESPACES, SHELL, '-c', script, String(paths.length), ...paths, process.execPath, ...args],
    ],
  };
}

const byNode = ({ memoryBytes }: ConfinementOptions): Confinement => ({
  hold: 'node',
  command: (args) =>
    process.platform === 'win32'
      ? [process.execPath, ...args]
      : [SHELL, '-c', `${limits(memoryBytes)}; exec "$0" "$@"`, process.execPath, ...args],
});

/** The strongest that works here; tried once, with a child that does nothing. */
export async function confine(options: ConfinementOptions): Promise<Confinement> {
  const kernel = byKernel(options);
  return process.platform === 'linux' && (await works(kernel)) ? kernel : byNode(options);
}

async function works({ command }: Confinement): Promise<boolean> {
  const [program, ...args] = command(['--version']);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: PATHS,
    timeout: PROBE_MS,
    killSignal: 'SIGKILL',
  });
  child.stdout.resume();
  try {
    const [code] = await once(child, 'close');
    return code === 0;
  } catch {
    // there is no such program
    return false;
  }
}

/** Where `unshare`, `mount` and `setpriv` are: the child has no environment to find them by. */
export const PATHS = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
