import type { Platform } from '../../db/schema/delivery.ts';
import { describeError, type Log } from '../../log.ts';
import type { DeliveryDeps } from './delivery.ts';

/** Logs what went wrong in delivery, by kind and id. */
export const reportTo =
  (log: Log, platform: Platform): DeliveryDeps['report'] =>
  ({ kind, id, error, dead }) =>
    log.event('delivery_trouble', {
      platform,
      kind,
      ...(id === null ? {} : { id }),
      given_up: dead ? 'yes' : 'no',
      // a code of the platform is no error of ours
      ...(typeof error === 'string' ? { code: error } : describeError(error)),
    });
