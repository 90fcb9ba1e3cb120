import type { Action } from '../../core/reply/reply.ts';
import { LIMITS } from './limits.ts';

type Pressed = Pick<Action, 'command' | 'args'>;

function written({ command, args }: Pressed): string {
  const data = new URLSearchParams(args).toString();
  return data === '' ? command : `${command}?${data}`;
}

export const actionFits = (action: Pressed): boolean => Buffer.byteLength(written(action)) <= LIMITS.callbackData;

/** A button's data: the command and its arguments. Throws RangeError when it does not fit; it is never cut. */
export function encodeAction(action: Pressed): string {
  if (!actionFits(action)) throw new RangeError(`a button of /${action.command} does not fit`);
  return written(action);
}

/** What a press means; the core judges the command and its arguments like anybody's. */
export function decodeAction(data: string): Pressed {
  const at = data.indexOf('?');
  const [command, args] = at < 0 ? [data, ''] : [data.slice(0, at), data.slice(at + 1)];
  return { command, args: Object.fromEntries(new URLSearchParams(args)) };
}
