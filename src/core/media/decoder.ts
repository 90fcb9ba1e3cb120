import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { packageRoot } from '../../package-root.ts';
import { believedReply } from './believed.ts';
import { type Confinement, confine, PATHS, permissions } from './confinement.ts';
import { decoderProgram } from './decoder-program.ts';
import { readFrames, writeFrame } from './frames.ts';
import type { Cleaned, MediaLimits } from './media.ts';

/** Not a word about the file: the machine cannot start the child. */
export class DecoderUnavailable extends Error {}

export interface Decoder {
  /** Call it again only when it has resolved. Throws DecoderUnavailable. */
  decode(bytes: Uint8Array): Promise<Cleaned>;
  close(): Promise<void>;
}

interface Child {
  process: ChildProcessByStdio<Writable, Readable, null>;
  files: number;
  /** The next frame, or null when it has ended or says too much. */
  hear(): Promise<Buffer | null>;
  kill(): Promise<void>;
}

/** A loaded machine starts Node and libvips in seconds. */
const START_MS = 30_000;
export function startDecoder(limits: MediaLimits, program?: readonly string[]): Decoder {
  let child: Child | null = null;
  let confinement: Confinement | null = null;
  let closed = false;

  async function ready(): Promise<Child> {
    if (child) return child;
    const args = program ?? (await decoderProgram());
    confinement ??= await confine(limits);
    if (closed) throw new DecoderUnavailable('The media cleaner is closed.');
    const whole = [...permissions(args), ...args, String(limits.maxPixels), String(limits.maxBytes)];
    const started = launch(confinement.command(whole), limits);
    child = started;
    if ((await within(START_MS, started.hear())) instanceof Buffer) return started;
    await drop();
    throw new DecoderUnavailable(closed ? 'The media cleaner is closed.' : 'The decoder of photos and videos does not start.');
  }

  async function drop(): Promise<void> {
    const dropped = child;
    child = null;
    await dropped?.kill();
  }

  return {
    async decode(bytes) {
      const to = await ready();
      to.files += 1;
      writeFrame(to.process.stdin, bytes);
      const frame = await within(limits.timeMs, to.hear());
      if (closed) throw new DecoderUnavailable('The media cleaner is closed.');
      const reply = frame instanceof Buffer ? believedReply(frame) : null;
      if (reply === null || to.files >= limits.filesPerProcess) await drop();
      return reply ?? { kind: 'refused', reason: frame === 'late' ? 'too-slow' : 'broken' };
    },
    async close() {
      closed = true;
      await drop();
    },
  };
}

function launch([command, ...args]: [string, ...string[]], { maxBytes }: MediaLimits): Child {
  const child = spawn(command, args, {
    // libraries talk on stderr about what they decode
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: packageRoot,
    // no tokens, no addresses; big pictures stay in memory; one heap
    env: { ...PATHS, VIPS_DISC_THRESHOLD: '1g', MALLOC_ARENA_MAX: '2' },
  });
  const frames: (Buffer | null)[] = [];
  let wake = () => {};
  const tell = (frame: Buffer | null) => {
    frames.push(frame);
    wake();
  };
  // a header line of JSON comes before the bytes
  readFrames(child.stdout, maxBytes + 1024, tell);
  child.stdin.on('error', () => {});
  child.stdout.on('error', () => {});
  const ended = once(child, 'close').catch(() => {});
  ended.then(() => tell(null));
  return {
    process: child,
    files: 0,
    async hear() {
      if (frames.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return frames.shift() ?? null;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function within(ms: number, frame: Promise<Buffer | null>): Promise<Buffer | null | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([frame, late]);
  } finally {
    clearTimeout(timer);
  }
}
