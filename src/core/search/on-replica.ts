import type { Store } from '../../db/client.ts';
import type { Found, SearchRequest } from './found.ts';

type SearchOn = (store: Store, request: SearchRequest) => Promise<Found>;

export interface Replicas {
  main: Store;
  /** A copy of it that only answers questions; null: there is none. */
  replica: Store | null;
  /** Told when the replica could not answer and the main store did. */
  onFallback(error: unknown): void;
}

/**
 * Questions go to the replica. What goes wrong there, were it a conflict with what the copy was just told or a server that is away, is
 * asked of the main store: a question fails only where that fails. Every answer names the version of the store that gave it.
 */
export const searchWithReplica =
  (search: SearchOn, { main, replica, onFallback }: Replicas) =>
  async (request: SearchRequest): Promise<Found> => {
    if (replica === null) return search(main, request);
    try {
      return await search(replica, request);
    } catch (error) {
      onFallback(error);
      return search(main, request);
    }
  };
