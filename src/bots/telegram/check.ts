import { z } from 'zod';
import type { TelegramSettings } from '../../config.ts';
import { createWire, troubleOf, type Wire } from './wire.ts';

const meSchema = z.object({ id: z.number(), username: z.string(), can_read_all_group_messages: z.boolean().optional() });
export type Me = z.infer<typeof meSchema>;

/** Who the bot is. Throws what telegraf throws. */
export const readMe = async (wire: Pick<Wire, 'call'>): Promise<Me> => meSchema.parse(await wire.call('getMe', {}));

export const REFUSED = 'Telegram refuses TELEGRAM_TOKEN. Copy it again from @BotFather: /mybots, your bot, API Token.';

/** Telegram says 404 to what does not even look like a token. */
export const isRefusal = (code: number | null): boolean => code === 401 || code === 404;

const hookSchema = z.object({ url: z.string(), pending_update_count: z.number(), last_error_message: z.string().optional() });

/** How many updates wait at Telegram, and why it cannot deliver them. https://core.telegram.org/bots/api#webhookinfo Throws what telegraf throws. */
export async function readWaiting({
  token,
  apiRoot,
  webhook,
}: TelegramSettings): Promise<{ said: string; advice: string | null }> {
  const hook = hookSchema.parse(await createWire(token, apiRoot).call('getWebhookInfo', {}));
  const waiting = `${hook.pending_update_count} updates wait`;
  if (webhook === undefined) {
    const advice =
      'another program has set a webhook for this bot: dalil removes it at start; if that program is wanted, give it a bot of its own';
    return { said: `${waiting}, to be polled for`, advice: hook.url === '' ? null : advice };
  }
  const said = `${waiting}, to be posted`;
  if (hook.url !== webhook.url)
    return {
      said,
      advice: hook.url === '' ? null : 'it is told another address: start dalil once to set DALIL_TELEGRAM_WEBHOOK',
    };
  const failing = hook.pending_update_count > 0 && hook.last_error_message !== undefined;
  return {
    said,
    advice: failing
      ? `Telegram cannot post to DALIL_TELEGRAM_WEBHOOK: ${hook.last_error_message}. Look at the proxy and DALIL_TELEGRAM_LISTEN`
      : null,
  };
}

const standingSchema = z.object({ status: z.string() });

/** Whether the bot is an administrator of the team's chats: only then is Telegram sure to say who is in them. One line for each. */
export async function readTeamChats(
  { token, apiRoot }: TelegramSettings,
  chats: readonly string[],
): Promise<{ said: string; advice: string | null }[]> {
  const wire = createWire(token, apiRoot);
  const { id: user_id } = await readMe(wire);
  const advice =
    'make the bot an administrator of it, without any rights: else Telegram may not say who is in it, and then nobody decides there';
  const findings: { said: string; advice: string | null }[] = [];
  for (const chat_id of chats) {
    try {
      const { status } = standingSchema.parse(await wire.call('getChatMember', { chat_id, user_id }));
      const isAdministrator = status === 'administrator';
      findings.push({ said: `the bot is ${status} of ${chat_id}, the team’s`, advice: isAdministrator ? null : advice });
    } catch (error) {
      const { code } = troubleOf(error);
      findings.push({
        said: `${chat_id}, the team’s, cannot be seen (${code ?? 'network'})`,
        advice: 'add the bot to it again, or send /bind off there',
      });
    }
  }
  return findings;
}

/** Whether the token works, and what to do where it does not. */
export async function greetTelegram({
  token,
  apiRoot,
}: TelegramSettings): Promise<{ bot: string | null; advice: string | null }> {
  try {
    const { username } = await readMe(createWire(token, apiRoot));
    return { bot: username, advice: null };
  } catch (error) {
    const { code } = troubleOf(error);
    if (isRefusal(code)) return { bot: null, advice: REFUSED };
    const why = code === null ? 'it cannot be reached' : `it answers ${code}`;
    return {
      bot: null,
      advice: `${new URL(apiRoot).host}: ${why}. Look at the network, a firewall or a proxy; dalil itself goes on trying.`,
    };
  }
}
