import { setTimeout } from 'node:timers/promises';
import type { TelegramSettings } from '../../config.ts';
import { openTeamPlaces } from '../../core/moderation/team-places.ts';
import type { BotDeps } from '../bot.ts';
import type { Adapter } from '../delivery/adapter.ts';
import { backoffMs } from '../delivery/backoff.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { reportTo } from '../delivery/report.ts';
import { inTurn } from '../turn.ts';
import { createTelegram } from './adapter.ts';
import { isRefusal, type Me, REFUSED, readMe } from './check.ts';
import { createMenus, publishCommands } from './commands.ts';
import { poll } from './poller.ts';
import { createPresences } from './presence.ts';
import { receive } from './webhook.ts';
import { createWire, troubleOf, type Wire } from './wire.ts';

type Trouble = (doing: string, code: string) => void;

/** Who the bot is, asked until Telegram answers; null where it was stopped before. */
async function introduce(wire: Wire, polls: boolean, { stop, random, say }: BotDeps, onTrouble: Trouble): Promise<Me | null> {
  let said = false;
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      const me = await readMe(wire);
      // with a webhook set, polling is refused
      if (polls) await wire.call('deleteWebhook', {});
      return me;
    } catch (error) {
      const { code, afterMs } = troubleOf(error);
      onTrouble('getMe', code === null ? 'network' : String(code));
      if (isRefusal(code) && !said) say(`${REFUSED} dalil goes on trying.`);
      said ||= isRefusal(code);
      const wait = Math.max(afterMs, backoffMs(failures, random, { firstMs: 500, mostMs: 30_000 }));
      await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
  return null;
}

/** Runs dalil on Telegram until stopped, whatever Telegram or the store do meanwhile. `pace`: other than Telegram's, for measuring. */
export async function runTelegram(
  { token, apiRoot, webhook }: TelegramSettings,
  deps: BotDeps,
  { pace }: { pace?: Adapter['pace'] } = {},
): Promise<void> {
  const { core, log, clock, random, stop, conversationKey } = deps;
  const platform = 'telegram';
  const onTrouble: Trouble = (doing, code) => log.event('bot_trouble', { platform, doing, code });

  const wire = createWire(token, apiRoot);
  const named = await introduce(wire, webhook === undefined, deps, onTrouble);
  if (!named) return;
  const names = new Set(core.commands.map(({ name }) => name));
  const me = { id: String(named.id), username: named.username, isCommand: (name: string) => name === 'start' || names.has(name) };
  const presences = createPresences(wire, clock);
  const adapter = createTelegram(
    {
      me,
      wire,
      presences,
      menus: createMenus(core),
      conversation: (chat, person) => conversationKey(platform, chat, person),
      role: () => 'member',
    },
    pace,
  );
  const teamChats = async () =>
    (await openTeamPlaces(core.store.db, core.vault))
      .filter(({ to }) => to.platform === platform && to.bot === me.id)
      .map(({ to }) => to.chat);
  const delivery = createDelivery({ core, adapter, clock, random, report: reportTo(log, platform) });
  delivery.start();
  log.event('bot_started', { platform });
  await Promise.all([
    webhook
      ? receive({
          wire,
          delivery,
          presences,
          token,
          settings: webhook,
          stop,
          random,
          say: deps.say,
          onTrouble: (code) => onTrouble('webhook', code),
        })
      : // Telegram gives updates to one poller at a time and refuses the others
        inTurn(`telegram:${me.id}`, { store: core.store, log, stop, random }, (mine) =>
          poll({ wire, delivery, presences, stop: mine, random, onTrouble: (code) => onTrouble('getUpdates', code) }),
        ),
    publishCommands({ wire, core, teamChats, stop, random, onTrouble: (code) => onTrouble('setMyCommands', code) }),
  ]);
  await delivery.stop();
  log.event('bot_stopped', { platform });
}
