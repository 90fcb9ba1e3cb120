import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';
import { errorCode } from './unavailable.ts';

type Work<T> = (tx: TransactionSql) => T | Promise<T>;

/** What is known of a transaction's connection. */
interface Life {
  lost: boolean;
}

/**
 * postgres.js 3.4.9 ends the whole process when the connection of a transaction is lost: its `rollback` or `commit` then writes to a
 * socket that is null, outside of any promise (porsager/postgres issue 1208). Here neither is sent any more: the work of a lost
 * transaction never ends, and `begin` rejects by itself when the connection closes. `reserve` has the same fault: not used in dalil.
 */
export function outliveLostTransactions(sql: Sql): Sql {
  return new Proxy(sql, {
    get: (target, key) =>
      key === 'begin' ? (...given: [Work<unknown>] | [string, Work<unknown>]) => begin(target, given) : Reflect.get(target, key),
  });
}

function begin<T>(sql: Sql, given: [Work<T>] | [string, Work<T>]) {
  const life: Life = { lost: false };
  const [options, work] = given.length === 2 ? given : ['', given[0]];
  const over = sql.begin(options, (tx) => outlive(life, tx, work));
  over.catch(() => {
    life.lost = true;
  });
  return over;
}

async function outlive<T>(life: Life, tx: TransactionSql, work: Work<T>): Promise<Awaited<T>> {
  try {
    const result = await work(guarded(tx, life));
    // a loss that the work did not notice is known one turn later
    await nextTurn();
    return life.lost ? never() : result;
  } catch (error) {
    if (life.lost || endsConnection(error)) return never();
    throw error;
  }
}

const never = () => new Promise<never>(() => {});

function guarded(tx: TransactionSql, life: Life): TransactionSql {
  const unlessLost = <T>(use: () => T): T => {
    if (life.lost) throw Object.assign(new Error('the connection of this transaction is lost'), { code: 'CONNECTION_CLOSED' });
    return use();
  };
  return new Proxy(tx, {
    apply: (target, self, given) => unlessLost(() => Reflect.apply(target, self, given)),
    get: (target, key) =>
      unlessLost(() =>
        key === 'savepoint'
          ? (work: Work<unknown>) => target.savepoint((inner) => outlive(life, inner, work))
          : Reflect.get(target, key),
      ),
  });
}

const LOST = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'ECONNRESET', 'EPIPE']);

const endsConnection = (error: unknown) =>
  LOST.has(errorCode(error)) ||
  (error instanceof Error && 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC'));
