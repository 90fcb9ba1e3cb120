import { setTimeout as pause } from 'node:timers/promises';
import { pool } from './client.ts';
import { errorCode, StoreUnavailable } from './unavailable.ts';

const PATIENCE_MS = 30_000;
const RETRY_MS = 250;

/** By the code of the error that connecting met. What follows it names the server, never the user or the password. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'no socket is there',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'its name cannot be looked up',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ETIMEDOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
  EACCES: 'its socket is closed to you',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'it has no database of that name',
  '53300': 'all its connections are taken',
  '57P03': 'it is still starting',
};

/** Asks the server behind DATABASE_URL for a sign of life. Throws StoreUnavailable. */
export async function reach(databaseUrl: string): Promise<void> {
  const server = serverOf(databaseUrl);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const code = await attempt(databaseUrl);
    if (code === null) return;
    if (code !== '57P03' || performance.now() > deadline) {
      throw new StoreUnavailable(
        `The store at ${server}, as DATABASE_URL names it, cannot be reached: ${REASONS[code] ?? code}. ` +
          'Start that server or correct DATABASE_URL; without it dalil keeps a database of its own.',
      );
    }
    await pause(RETRY_MS);
  }
}

/** Null: it answered. */
async function attempt(databaseUrl: string): Promise<string | null> {
  const sql = pool(databaseUrl, { max: 1, lasting: true });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return errorCode(error) || 'it answers in an unknown way';
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function serverOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:') {
    throw new StoreUnavailable(
      'DATABASE_URL is not the address of a Postgres server. It looks like postgres://USER:PASSWORD@HOST:5432/DATABASE.',
    );
  }
  return url.searchParams.get('host') ?? (url.host || 'localhost');
}
