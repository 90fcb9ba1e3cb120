import { setTimeout } from 'node:timers/promises';
import type { DiscordSettings } from '../../config.ts';
import { describeError } from '../../log.ts';
import type { BotDeps } from '../bot.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { reportTo } from '../delivery/report.ts';
import { createSuggest } from '../suggestions.ts';
import { inTurn } from '../turn.ts';
import { DiscordProblem } from './checks.ts';
import { openDiscord } from './open.ts';
import { highestRoleBy } from './team-roles.ts';
import { codeOf, statusOf } from './wire.ts';

/** What a person must put right is looked at again after so long; Discord shuts out who asks too often with a wrong token. */
const AGAIN_MS = 5 * 60_000;

/** A code of Discord's, or the class of the error; never its words. */
const codeFor = (error: unknown): string => String(codeOf(error) ?? statusOf(error) ?? describeError(error).error);

/** Once, until stopped. Throws DiscordProblem where it ended because only a person can help. */
async function runOnce({ token, api, team }: DiscordSettings, deps: BotDeps): Promise<void> {
  const { core, log, clock, random, say, stop, conversationKey } = deps;
  const platform = 'discord';
  const trouble = (doing: string) => (error: unknown) => log.event('bot_trouble', { platform, doing, code: codeFor(error) });
  const ended = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    AbortSignal.any([stop, ended.signal]).addEventListener('abort', () => resolve());
    if (stop.aborted) resolve();
  });
  let problem: DiscordProblem | null = null;

  const discord = await openDiscord({
    token,
    api,
    commands: core.commands,
    translators: core.translator,
    suggest: createSuggest(core),
    highestRole: team && highestRoleBy(team),
    conversationKey: (place, person) => conversationKey(platform, place, person),
    clock,
    stop,
    say,
    onTrouble: trouble('gateway'),
    onProblem: (met) => {
      problem = met;
      ended.abort();
    },
  });
  const delivery = createDelivery({ core, adapter: discord.adapter, clock, random, report: reportTo(log, platform) });
  delivery.start();
  try {
    // while it never gets through, it can still be stopped
    await Promise.race([discord.listen(delivery), stopped]);
    if (!stop.aborted) log.event('bot_started', { platform });
    await Promise.race([discord.publishCommands().catch(trouble('commands')), stopped]);
    await stopped;
  } finally {
    await discord.close();
    await delivery.stop();
    log.event('bot_stopped', { platform });
  }
  if (problem) throw problem;
}

/** Runs dalil on Discord until stopped, whatever Discord or the store do meanwhile. */
export async function runDiscord(settings: DiscordSettings, deps: BotDeps): Promise<void> {
  const said = new Set<string>();
  while (!deps.stop.aborted) {
    try {
      // one connection to the gateway for all processes
      await inTurn('discord', { ...deps, store: deps.core.store }, (mine) => runOnce(settings, { ...deps, stop: mine }));
    } catch (error) {
      if (deps.stop.aborted) return;
      if (!(error instanceof DiscordProblem)) throw error;
      if (!said.has(error.message)) deps.say(error.message);
      said.add(error.message);
      await setTimeout(AGAIN_MS, undefined, { signal: deps.stop }).catch(() => {});
    }
  }
}
