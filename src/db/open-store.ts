import { connect, type Store } from './client.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import { migrate } from './migrate.ts';
import { reach } from './reach.ts';

export interface OpenStoreOptions {
  /** A Postgres server of the operator's; undefined: dalil's own, kept in `home`. */
  databaseUrl?: string | undefined;
  /** DALIL_HOME. */
  home: string;
  /** Hears what the operator should know while it opens, a line at a time. */
  say: (line: string) => void;
}

/** The store, reachable and migrated. Throws StoreUnavailable with a sentence for the operator. */
export async function openStore({ databaseUrl, home, say }: OpenStoreOptions): Promise<Store> {
  if (databaseUrl !== undefined) {
    await reach(databaseUrl);
    await migrate(databaseUrl);
    return connect(databaseUrl);
  }
  const server = await joinEmbeddedServer({ home, say });
  try {
    await migrate(server.url);
  } catch (error) {
    await server.leave();
    throw error;
  }
  const store = connect(server.url);
  return {
    ...store,
    async close() {
      await store.close();
      await server.leave();
    },
  };
}
