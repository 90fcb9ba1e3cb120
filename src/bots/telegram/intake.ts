import type { Arrival } from '../delivery/adapter.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { arrivalOf } from './inbound.ts';
import type { Presences } from './presence.ts';
import type { Wire } from './wire.ts';

/** What is asked for; everything else never comes. */
export const UPDATES = ['message', 'edited_message', 'callback_query', 'chat_member'];

export interface IntakeDeps {
  wire: Pick<Wire, 'call'>;
  delivery: Pick<Delivery, 'keep'>;
  presences?: Pick<Presences, 'note'>;
}

/**
 * Keeps updates as they come from polling or a webhook; when it resolves they are committed and Telegram may be told. A press is
 * acknowledged at once, so that its button stops waiting: nothing is lost where that fails.
 */
export async function takeIn(updates: readonly unknown[], { wire, delivery, presences }: IntakeDeps): Promise<void> {
  for (const update of updates) presences?.note(update);
  const arrivals: Arrival[] = updates.flatMap((update) => arrivalOf(update) ?? []);
  if (arrivals.length > 0) await delivery.keep(arrivals);
  for (const { kind, message } of arrivals) {
    if (kind === 'press') wire.call('answerCallbackQuery', { callback_query_id: message }).catch(() => {});
  }
}
