import type { Core } from '../../core/core.ts';
import { createDays } from '../../core/reply/days.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { readHoldings } from '../../db/queries/holdings.ts';

/** What a terminal shows first: what the store holds, two questions to try, and how to go on. */
export async function greeting(core: Core): Promise<Reply> {
  const t = core.translator('en');
  const { incidents, until } = await readHoldings(core.store.sql);
  const holds = t('greeting', { incidents, until: until === null ? 'none' : createDays(t).day(until) });
  return {
    language: 'en',
    blocks: [
      { kind: 'text', content: [{ style: 'bold', text: holds }] },
      { kind: 'text', content: [t('greeting-try')] },
    ],
    visibility: 'private',
  };
}
