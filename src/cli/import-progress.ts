import type { Progress } from '../core/imports/import-file.ts';
import type { Terminal } from './cli-command.ts';

/** Says how far an import is: a bar on a terminal, elsewhere a line now and then. */
export interface ShownProgress {
  show(progress: Progress): void;
  /** Clears the bar, so that the next line stands by itself. */
  end(): void;
}

const BAR = 24;
/** A log wants to know that it goes on, not how fast. */
const LINE_EVERY_MS = 10_000;

export function showProgress({ stderr }: Terminal, { totalBytes, clock }: { totalBytes: number; clock(): Date }): ShownProgress {
  const begun = clock().getTime();
  let lastLine = begun;
  let isBarShown = false;
  return {
    show(progress) {
      const now = clock().getTime();
      if (stderr.isTTY) {
        stderr.write(`\r\u001b[K${bar(progress, totalBytes)} ${told(progress, { ms: now - begun, totalBytes })}`);
        isBarShown = true;
      } else if (now - lastLine >= LINE_EVERY_MS) {
        lastLine = now;
        stderr.write(`${told(progress, { ms: now - begun, totalBytes })}\n`);
      }
    },
    end() {
      if (isBarShown) stderr.write('\r\u001b[K');
      isBarShown = false;
    },
  };
}

const shareOf = ({ bytes }: Progress, totalBytes: number) => Math.min(1, totalBytes > 0 ? bytes / totalBytes : 1);

function bar(progress: Progress, totalBytes: number): string {
  const done = Math.round(shareOf(progress, totalBytes) * BAR);
  return `[${'='.repeat(done)}${' '.repeat(BAR - done)}]`;
}

/** "42 % · 410,000 rows · 9,800 rows/s · 1 min 2 s left · 12 rejected" */
export function told(progress: Progress, { ms, totalBytes }: { ms: number; totalBytes: number }): string {
  const share = shareOf(progress, totalBytes);
  const parts = [`${Math.floor(share * 100)} %`, `${progress.read.toLocaleString('en')} rows`];
  if (ms > 0) parts.push(`${Math.round((progress.read * 1000) / ms).toLocaleString('en')} rows/s`);
  if (share > 0 && share < 1) parts.push(`${duration(((1 - share) / share) * ms)} left`);
  if (progress.rejected > 0) parts.push(`${progress.rejected.toLocaleString('en')} rejected`);
  return parts.join(' · ');
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
