import { pool } from './client.ts';

/** "turn" in ASCII: a class of advisory locks of our own. */
const TURN = 0x7475726e;

/** A session that may hold a turn: the lock ends with it. */
export interface TurnSession {
  /** Whether the turn is this session's now. */
  take(what: string): Promise<boolean>;
  /** Resolves when its connection has ended, whoever ended it. */
  closed: Promise<void>;
  end(): Promise<void>;
}

export function openTurnSession(url: string): TurnSession {
  let onClosed = () => {};
  const closed = new Promise<void>((resolve) => {
    onClosed = resolve;
  });
  const sql = pool(url, { max: 1, lasting: true, applicationName: 'dalil turn', onClosed: () => onClosed() });
  return {
    async take(what) {
      const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${TURN}, hashtext(${what})) as mine`;
      return row?.mine ?? false;
    },
    closed,
    end: () => sql.end({ timeout: 1 }).catch(() => {}),
  };
}
