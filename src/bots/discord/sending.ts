import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outgoing, Sent } from '../delivery/adapter.ts';
import { createChannels, nameOf } from './channels.ts';
import { madeAt, NONCE, TOKEN_MS } from './limits.ts';
import { type Payload, payloadSchema, type Route, removalSchema } from './payload.ts';
import { codeOf, statusOf, troubleOf, type Wire } from './wire.ts';

type Sending = Outgoing & { nonce: string; repeated: boolean; former: string | null };

interface Letter {
  payload: Payload;
  files: Outgoing['files'];
  nonce: string;
  repeated: boolean;
  former: string | null;
}

/** No previews of pages; for the asker alone. https://discord.com/developers/docs/resources/message#message-object-message-flags */
const SUPPRESS_EMBEDS = 1 << 2;
const EPHEMERAL = 1 << 6;

const UNKNOWN_MESSAGE = 10_008;
/** The interaction's token is unknown, has expired, or was never acknowledged: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const TOKEN_GONE = new Set([UNKNOWN_MESSAGE, 10_015, 10_062, 50_027]);
const isTokenGone = (error: unknown): boolean => TOKEN_GONE.has(codeOf(error) ?? 0) || statusOf(error) === 401;

const idSchema = z.object({ id: z.string() });
const idOf = (answer: unknown): string | null => idSchema.safeParse(answer).data?.id ?? null;
const sent = (message: string | null): Sent => ({ kind: 'sent', message });

/** Discord takes 25 characters; equal nonces stay equal. */
const wireNonce = (nonce: string): string => createHash('sha256').update(nonce).digest('base64url').slice(0, NONCE);

const messageOf = ({ payload, files }: Letter, flags = 0) => ({
  body: {
    ...payload.body,
    // nobody is ever pinged, whatever the text holds
    allowed_mentions: { parse: [] },
    flags: SUPPRESS_EMBEDS | flags,
  },
  files: files.map(({ name, mime, data }, i) => ({
    name: payload.body.attachments[i]?.filename ?? name,
    contentType: mime,
    data: Buffer.from(data),
  })),
});

export interface SendingDeps {
  wire: Wire;
  /** The bot's user id. */
  bot: string;
  clock(): Date;
  deferrals: ReadonlyMap<string, Promise<void>>;
}

/** Puts rendered messages on the wire. Never throws. */
export function createSending({ wire, bot, clock, deferrals }: SendingDeps): (outgoing: Sending) => Promise<Sent> {
  const channels = createChannels(wire);
  type Interaction = Extract<Route, { kind: 'interaction' }>;

  /** Repeating is harmless: Discord gives back the message that it made for the nonce. */
  async function toChannel(letter: Letter, channel: string, answered: string | null): Promise<Sent> {
    const message = messageOf(letter);
    if (letter.former !== null && (await channels.change(letter.former, message))) return sent(letter.former);
    const { body, files } = message;
    const reference =
      answered !== null && letter.payload.part === 0
        ? { message_reference: { message_id: answered, fail_if_not_exists: false } }
        : {};
    const once = { nonce: wireNonce(letter.nonce), enforce_nonce: true };
    const path = `/channels/${channel}/messages` as const;
    return sent(nameOf(channel, idOf(await wire({ method: 'POST', path, body: { ...body, ...reference, ...once }, files }))));
  }

  /** By kind of route. */
  const to = {
    channel: (letter, route) => toChannel(letter, route.channel, route.message),
    user: async (letter, { user }) => toChannel(letter, await channels.privateWith(user), null),
    interaction: (letter, route) => toInteraction(letter, route),
  } satisfies { [K in Route['kind']]: (letter: Letter, route: Extract<Route, { kind: K }>) => Promise<Sent> };

  const hookOf = ({ application, token }: Interaction): `/${string}` => `/webhooks/${application}/${token}`;
  const originalOf = (route: Interaction): `/${string}` => `${hookOf(route)}/messages/@original`;

  /** What was asked in secret is answered so, in all its messages. */
  const isHidden = ({ payload }: Letter, { hidden }: Interaction): boolean => payload.hidden || hidden;

  /** Webhooks know no nonce: before sending again, what is there is looked at. Unknown counts as sent, so that nothing is said twice. */
  async function wasSent(letter: Letter, route: Interaction): Promise<Sent | null> {
    if (isHidden(letter, route)) return sent(null);
    const pageSchema = z.array(z.object({ id: z.string(), content: z.string(), author: idSchema }));
    try {
      const page = pageSchema.parse(
        await wire({ method: 'GET', path: `/channels/${route.channel}/messages`, query: { after: route.id, limit: '100' } }),
      );
      const same = page.find(({ author, content }) => author.id === bot && content === letter.payload.body.content);
      return same ? sent(same.id) : null;
    } catch (error) {
      return statusOf(error) === 403 || statusOf(error) === 404 ? sent(null) : troubleOf(error);
    }
  }

  async function followUp(letter: Letter, route: Interaction): Promise<Sent> {
    if (letter.repeated) {
      const known = await wasSent(letter, route);
      if (known) return known;
    }
    const { body, files } = messageOf(letter, isHidden(letter, route) ? EPHEMERAL : 0);
    return sent(idOf(await wire({ method: 'POST', path: hookOf(route), query: { wait: 'true' }, body, files, auth: false })));
  }

  /** Nonces whose "thinking…" was taken away, or may have been, and whose message was not yet begun. */
  const betweenBoth = new Set<string>();

  /** "Thinking…" was shown to all, the reply is for one: the first goes, the second comes. */
  async function hideAndAnswer(letter: Letter, route: Interaction): Promise<Sent> {
    // a process before this one may have got as far as the message
    if (letter.repeated && !betweenBoth.has(letter.nonce)) return sent(null);
    betweenBoth.add(letter.nonce);
    try {
      await wire({ method: 'DELETE', path: originalOf(route), auth: false });
    } catch (error) {
      if (!(letter.repeated && codeOf(error) === UNKNOWN_MESSAGE)) throw error;
    }
    betweenBoth.delete(letter.nonce);
    return followUp({ ...letter, repeated: false }, route);
  }

  async function toInteraction(letter: Letter, route: Interaction): Promise<Sent> {
    const { part, hidden } = letter.payload;
    // a quick answer must not overtake it
    await deferrals.get(route.id);
    try {
      if (clock().getTime() - madeAt(route.id) < TOKEN_MS) {
        if (part > 0) return await followUp(letter, route);
        if (hidden && !route.hidden && route.guild !== null) return await hideAndAnswer(letter, route);
        const { body, files } = messageOf(letter);
        return sent(idOf(await wire({ method: 'PATCH', path: originalOf(route), body, files, auth: false })));
      }
    } catch (error) {
      if (!isTokenGone(error)) throw error;
    }
    return isHidden(letter, route) && route.guild !== null
      ? { kind: 'never', trouble: 'token-expired' }
      : toChannel(letter, route.channel, null);
  }

  return async ({ payload: kept, files, nonce, repeated, former }) => {
    const { data: payload } = payloadSchema.safeParse(kept);
    const { data: removal } = removalSchema.safeParse(kept);
    try {
      if (removal) {
        await channels.remove(removal.remove);
        return sent(null);
      }
      if (!payload) return { kind: 'never', trouble: 'unreadable' };
      const { route } = payload;
      // TypeScript cannot see that a route's kind picks what sends along routes of that kind
      return await (to[route.kind] as (letter: Letter, of: Route) => Promise<Sent>)(
        { payload, files, nonce, repeated, former },
        route,
      );
    } catch (error) {
      return troubleOf(error);
    }
  };
}
