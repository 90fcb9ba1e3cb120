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
