import type { DiscordSettings, TelegramSettings } from '../config.ts';
import type { Finding } from './finding.ts';

/** Whether Telegram takes the token, and what the bot is in the team's chats. */
export async function lookAtTelegram(settings: TelegramSettings, teamChats: readonly string[] = []): Promise<Finding[]> {
  const { greetTelegram, readTeamChats, readWaiting } = await import('../bots/telegram/check.ts');
  const { bot, advice } = await greetTelegram(settings);
  if (bot === null) return [{ about: 'Telegram', said: 'the bot cannot be had', advice }];
  return [
    { about: 'Telegram', said: `the bot is @${bot}`, advice },
    { about: 'Telegram updates', ...(await readWaiting(settings)) },
    ...(await readTeamChats(settings, teamChats)).map((looked) => ({ about: 'Telegram chat', ...looked })),
  ];
}

/**
 * Whether Discord takes the token, what it lets the bot read, whether the roles of the settings are there, and what the bot may do in the
 * team's channels. `reaches`: the ways to these.
 */
export async function lookAtDiscord(settings: DiscordSettings, reaches: readonly unknown[] = []): Promise<Finding[]> {
  const { DiscordProblem, identify, PROBLEMS } = await import('../bots/discord/checks.ts');
  const { lookAtTeam } = await import('../bots/discord/channel-rights.ts');
  const { createRest, createWire, statusOf } = await import('../bots/discord/wire.ts');
  const about = 'Discord';
  try {
    const wire = createWire(createRest(settings), settings.token);
    const { bot, readsContent } = await identify(wire);
    return [
      { about, said: `the bot is ${bot}`, advice: null },
      {
        about: 'Discord intents',
        said: readsContent ? 'as they must be' : 'one is off',
        advice: readsContent ? null : PROBLEMS.content,
      },
      ...(await lookAtTeam(wire, bot, settings.team, reaches)),
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
