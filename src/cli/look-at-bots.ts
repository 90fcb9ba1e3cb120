import type { DiscordSettings, TelegramSettings } from '../config.ts';
import type { Finding } from './finding.ts';

/** Whether Telegram takes the token. */
export async function lookAtTelegram(settings: TelegramSettings): Promise<Finding[]> {
  const { greetTelegram, readWaiting } = await import('../bots/telegram/check.ts');
  const { bot, advice } = await greetTelegram(settings);
  if (bot === null) return [{ about: 'Telegram', said: 'the bot cannot be had', advice }];
  return [
    { about: 'Telegram', said: `the bot is @${bot}`, advice },
    { about: 'Telegram updates', ...(await readWaiting(settings)) },
  ];
}

/** Whether Discord takes the token, and what it lets the bot read. Rights are told by each server, when the bot is connected to it. */
export async function lookAtDiscord(settings: DiscordSettings): Promise<Finding[]> {
  const { DiscordProblem, identify, PROBLEMS } = await import('../bots/discord/checks.ts');
  const { createRest, createWire, statusOf } = await import('../bots/discord/wire.ts');
  const about = 'Discord';
  try {
    const { bot, readsContent } = await identify(createWire(createRest(settings), settings.token));
    return [
      { about, said: `the bot is ${bot}`, advice: null },
      {
        about: 'Discord intents',
        said: readsContent ? 'as they must be' : 'one is off',
        advice: readsContent ? null : PROBLEMS.content,
      },
    ];
  } catch (error) {
    const said = 'the bot cannot be had';
    if (error instanceof DiscordProblem) return [{ about, said, advice: error.message }];
    const status = statusOf(error);
    const why = status === null ? 'it cannot be reached' : `it answers ${status}`;
    const advice = `${new URL(settings.api).host}: ${why}. Look at the network, a firewall or a proxy; dalil itself goes on trying.`;
    return [{ about, said, advice }];
  }
}
