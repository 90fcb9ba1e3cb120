import { randomBytes } from 'node:crypto';
import type { BotDeps } from './bots/bot.ts';
import { createConversationKey } from './bots/conversation-key.ts';
import { createFetchLater, createPost } from './bots/delivery/posting.ts';
import type { Config } from './config.ts';
import { commands } from './core/commands/index.ts';
import type { Core } from './core/core.ts';
import { loadFacts } from './core/facts/load.ts';
import { createVault } from './core/identity/create-vault.ts';
import { KeysWiped } from './core/identity/keyring.ts';
import { KEEP } from './core/identity/retention.ts';
import type { Vault } from './core/identity/vault.ts';
import { clearSealed, obeyWipe } from './core/identity/wipe.ts';
import { followNames, readKnown } from './core/known.ts';
import { remind } from './core/moderation/reminders.ts';
import { showCard } from './core/moderation/show-card.ts';
import { tellReopened } from './core/moderation/tell-reopened.ts';
import { createTranslators } from './core/reply/translator.ts';
import { searchWithReplica } from './core/search/on-replica.ts';
import { search } from './core/search/search.ts';
import { createMediaArrived, type MediaArrivedDeps } from './core/tips/media-arrived.ts';
import { connect, type Store } from './db/client.ts';
import { openStore } from './db/open-store.ts';
import { keepHouse } from './housekeeping.ts';
import { keysOf } from './key-directory.ts';
import { describeError, type Log } from './log.ts';
import { createMediaIntake, hiddenFromDecoder } from './media-intake.ts';

export interface Dalil {
  core: Core;
  /** Closes everything; again and again is fine. */
  close(): Promise<void>;
}

export interface Beginning {
  config: Config;
  log: Log;
  /** One line for whoever starts dalil, such as where the data is. */
  say(line: string): void;
  clock(): Date;
}

/** Ids are read aloud and typed: lower case, no look-alikes to tell apart. */
const newId = (): string => randomBytes(8).toString('hex');

/** Puts the core together over an open store. */
export async function createCore(
  store: Store,
  vault: Vault,
  log: Log,
  media: MediaArrivedDeps = createMediaIntake([]),
  replica: Store | null = null,
): Promise<Core> {
  const onFallback = (error: unknown) => log.event('replica_trouble', describeError(error));
  const core: Core = {
    store,
    vault,
    ...(await readKnown(store)),
    search: searchWithReplica((reads, request) => search(reads, core.gazetteer, request), { main: store, replica, onFallback }),
    translator: createTranslators(),
    commands,
    post: createPost(vault),
    fetchLater: createFetchLater(vault),
    mediaArrived: createMediaArrived(media),
    // contacts are told to delete what they wrote from their phones: what it told is kept, /withdraw takes it back
    messageDeleted: async () => {},
    tipChanged: showCard,
    async namesChanged() {
      Object.assign(core, await readKnown(store));
    },
    newId,
    reportBug(error, command) {
      const bug = newId().slice(0, 8);
      log.event('bug', { bug, command, ...describeError(error) });
      return bug;
    },
  };
  return core;
}

/** The composition root: settings → store → facts → core. Adapters are put on top by who calls. Throws StoreUnavailable. */
export async function openDalil({ config, log, say, clock }: Beginning): Promise<Dalil> {
  const begun = performance.now();
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, say });
  try {
    const { loaded, added, changed } = await loadFacts(store, { now: clock() });
    if (loaded) log.event('facts_loaded', { added, changed });
    const media = createMediaIntake(config.coordinators ?? [], hiddenFromDecoder(config));
    const replica = config.readUrl === undefined ? null : connect(config.readUrl);
    const core = await createCore(store, createVault(keysOf(config)), log, media, replica);
    core.twoToPublish = config.twoToPublish === true;
    log.event('opened', { ms: Math.round(performance.now() - begun) });
    return {
      core,
      async close() {
        await media.close();
        await replica?.close();
        await store.close();
        log.event('closed', {});
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Every platform: starts where it has its settings and runs until stopped. What a platform needs is loaded only then. */
const BOTS: readonly { isSet(config: Config): boolean; run(config: Config, deps: BotDeps): Promise<void> }[] = [
  {
    isSet: ({ telegram }) => telegram !== undefined,
    run: async ({ telegram }, deps) => telegram && (await import('./bots/telegram/bot.ts')).runTelegram(telegram, deps),
  },
  {
    isSet: ({ discord }) => discord !== undefined,
    run: async ({ discord }, deps) => discord && (await import('./bots/discord/bot.ts')).runDiscord(discord, deps),
  },
];

export interface Running extends Beginning {
  stop: AbortSignal;
}

/**
 * Does the work while time does its own. Throws KeysWiped where the keys are gone, and when they go meanwhile: then the work is stopped
 * first, and what they sealed is cleared away.
 */
export async function withHousekeeping(
  core: Core,
  { config, log, clock, stop }: Running,
  work: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const { store, vault } = core;
  const over = new AbortController();
  const ends = AbortSignal.any([stop, over.signal]);
  const keep = config.keep ?? KEEP;
  const wiped = new KeysWiped(keysOf(config).directory);
  if (obeyWipe(vault, clock())) throw wiped;
  const hourly = async (now: Date) => {
    await remind(core, now);
    await tellReopened(core, now);
  };
  const house = keepHouse({ store, vault, keep, log, clock, stop: ends, hourly, onWiped: () => over.abort(wiped) });
  const read = core.namesChanged ?? (async () => {});
  const names = await followNames(store, read);
  core.namesChanged = names.changed;
  try {
    await work(ends);
  } finally {
    core.namesChanged = read;
    await names.end();
    if (!over.signal.aborted) over.abort();
    await house;
  }
  if (over.signal.reason !== wiped) return;
  await clearSealed(store).catch((error: unknown) => log.event('retention_trouble', describeError(error)));
  throw wiped;
}

/** Runs the bot of every platform that has its settings, until `stop`. */
export async function runBots(core: Core, running: Running): Promise<void> {
  const { config, log, say, clock } = running;
  const conversationKey = createConversationKey(keysOf(config));
  await withHousekeeping(core, running, async (stop) => {
    const deps: BotDeps = { core, log, say, clock, stop, random: Math.random, conversationKey };
    await Promise.all(BOTS.filter((bot) => bot.isSet(config)).map((bot) => bot.run(config, deps)));
  });
}
