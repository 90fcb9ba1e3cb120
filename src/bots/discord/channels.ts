import { z } from 'zod';
import type { Outgoing } from '../delivery/adapter.ts';
import type { Payload, Removal } from './payload.ts';
import { codeOf, statusOf, type Wire } from './wire.ts';

const MOST_REMEMBERED = 1_000;
const idSchema = z.object({ id: z.string() });

/** A message of ours, as delivery remembers it. */
export const nameOf = (channel: string, id: string | null): string | null => (id === null ? null : `${channel}/${id}`);
const read = (name: string): Removal['remove'] => {
  const [channel = '', message = ''] = name.split('/');
  return { channel, message };
};

export const removalOf = (chat: string, name: string): Outgoing => {
  const payload: Removal = { remove: read(name) };
  return { chat, payload, files: [] };
};

const isGone = (error: unknown): boolean => statusOf(error) === 404;
/** Somebody else's message, which only its author changes. */
const NOT_OURS = 50_005;

/** Private chats by person, and changes to what stands in a channel. */
export function createChannels(wire: Wire) {
  const privateChats = new Map<string, string>();

  return {
    /** The private chat with somebody: opened where there was none yet, else the same again. */
    async privateWith(user: string): Promise<string> {
      const known = privateChats.get(user);
      if (known !== undefined) return known;
      const { id } = idSchema.parse(await wire({ method: 'POST', path: '/users/@me/channels', body: { recipient_id: user } }));
      const [oldest] = privateChats.keys();
      if (privateChats.size >= MOST_REMEMBERED && oldest !== undefined) privateChats.delete(oldest);
      privateChats.set(user, id);
      return id;
    },
    /** False: it is gone. */
    async change(name: string, message: Pick<Parameters<Wire>[0], 'body' | 'files'>): Promise<boolean> {
      const { channel, message: id } = read(name);
      try {
        await wire({ method: 'PATCH', path: `/channels/${channel}/messages/${id}`, ...message });
        return true;
      } catch (error) {
        if (isGone(error) || codeOf(error) === NOT_OURS) return false;
        throw error;
      }
    },
    async remove({ channel, message }: Removal['remove']): Promise<void> {
      try {
        await wire({ method: 'DELETE', path: `/channels/${channel}/messages/${message}` });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

/** Where a message of a route goes, and in which order with others. */
export const chatOf = ({ route }: Pick<Payload, 'route'>): string =>
  route.kind === 'user' ? `user:${route.user}` : route.channel;
