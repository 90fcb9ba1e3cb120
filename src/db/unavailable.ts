/**
 * The store cannot be had. The message is a sentence for whoever starts dalil: what is wrong and what to do. It names hosts and
 * directories, never a password.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** What an operating system or Postgres calls an error: `ENOENT`, `57P03`; empty where it has no name. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error instanceof AggregateError && !('code' in error && error.code)) return errorCode(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
