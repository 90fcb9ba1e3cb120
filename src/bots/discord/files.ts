import { z } from 'zod';
import type { Adapter } from '../delivery/adapter.ts';
import { download } from '../download.ts';

/** Where Discord keeps what people upload. https://discord.com/developers/docs/reference#cdn-data */
const CDN = ['cdn.discordapp.com', 'media.discordapp.net'];
const DISCORD = 'discord.com';

export interface FilesDeps {
  /** Undefined: Discord's own. */
  api: string | undefined;
}

const refSchema = z.object({ url: z.url() });

/** Fetches uploads from Discord's hosts alone; from those of another interface where that is set. Addresses there work for a day. */
export function createFetch({ api }: FilesDeps): NonNullable<Adapter['fetch']> {
  const root = api === undefined ? null : new URL(api);
  const isTrusted = ({ protocol, hostname, host }: URL): boolean =>
    root === null || root.hostname === DISCORD ? protocol === 'https:' && CDN.includes(hostname) : host === root.host;
  return async (ref, signal) => {
    const { data } = refSchema.safeParse(ref);
    if (!data || !isTrusted(new URL(data.url))) return { kind: 'never', trouble: 'foreign-host' };
    return download(data.url, signal);
  };
}
