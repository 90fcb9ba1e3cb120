import { setTimeout as pause } from 'node:timers/promises';
import { pool } from '../client.ts';
import { errorCode, StoreUnavailable } from '../unavailable.ts';

/** One per process that uses a server, held as long as it does. */
export interface Presence {
  /** Gives up the place. @returns whether nobody else is left: then no newcomer gets in until `end`. */
  leave(): Promise<boolean>;
  end(): Promise<void>;
}

/** `absent`: no server answers. `busy`: it is starting or stopping; ask again. */
export type Attempt = Presence | 'absent' | 'busy';

/** "dalil" in ASCII. A session lock of Postgres goes with its process, however that ends: nothing to clean up, nothing to rot. */
const PRESENT = 0x64616c696c;

const ABSENT = new Set([
  'ENOENT',
  'ECONNREFUSED',
  // our server died and its port is another's now, who does not know us
  '28P01',
  '28000',
]);
const BUSY = new Set([
  '57P03', // cannot connect now: starting, recovering, stopping
  '57P01', // ended by the administrator: the last process out was just stopping it
  '57P02',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNRESET',
  'EPIPE',
]);

const LEAVE_ATTEMPTS = 200;
const LEAVE_PAUSE_MS = 50;

/**
 * Each process shares one lock. Who leaves gives up its share and tries to take the lock alone: only the last one can, and while it
 * holds it, newcomers wait, and are refused when the server stops. So nobody's server is stopped under them.
 * Throws StoreUnavailable where the server is there and refuses, as when all its connections are taken.
 * @param lost runs when the connection, and with it the place, is gone though nobody left
 */
export async function takePlace(url: string, lost: () => void): Promise<Attempt> {
  let here = false;
  const onClosed = () => {
    if (here) lost();
  };
  const sql = pool(url, { max: 1, lasting: true, patience: 5, applicationName: 'dalil presence', onClosed });
  const end = () => {
    here = false;
    return sql.end({ timeout: 1 });
  };
  const leave = async () => {
    here = false;
    for (let attempt = 0; attempt < LEAVE_ATTEMPTS; attempt++) {
      try {
        await sql`select pg_advisory_unlock_shared(${PRESENT})`;
        const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${PRESENT}) as alone`;
        return row?.alone === true;
      } catch (error) {
        // recovering from a crash: it is not left running for that; gone: nothing is left to stop
        if (!BUSY.has(errorCode(error))) return false;
        await pause(LEAVE_PAUSE_MS);
      }
    }
    return false;
  };
  try {
    await sql`select pg_advisory_lock_shared(${PRESENT})`;
    here = true;
    return { leave, end };
  } catch (error) {
    await end();
    const code = errorCode(error);
    if (ABSENT.has(code)) return 'absent';
    if (BUSY.has(code)) return 'busy';
    throw new StoreUnavailable(`dalil's own database takes nobody in: ${error instanceof Error ? error.message : code}.`);
  }
}
