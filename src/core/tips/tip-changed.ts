import type { Database } from '../../db/client.ts';
import type { Core } from '../core.ts';

/** Told of each tip that came or was changed by its contact; works in the transaction of it. `tipId`: the row's id. */
export type TipChanged = (core: Core, tx: Database, tipId: string, now: Date) => Promise<void>;
