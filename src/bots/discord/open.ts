import { setTimeout } from 'node:timers/promises';
import type { Command } from '../../core/commands/command.ts';
import type { Adapter } from '../delivery/adapter.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Suggest } from '../suggestions.ts';
import { createAcknowledge, type Deferrals } from './acknowledge.ts';
import { createDiscordAdapter } from './adapter.ts';
import { DiscordProblem, type Identity, identify, PROBLEMS } from './checks.ts';
import { slashCommands, type Translators } from './commands.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createPlaces } from './places.ts';
import type { HighestRole } from './team-roles.ts';
import { createRest, createWire, statusOf } from './wire.ts';

export interface DiscordDeps {
  token: string;
  /** Base of Discord's interface, without a version; undefined: Discord's own. */
  api: string | undefined;
  commands: readonly Command[];
  translators: Translators;
  suggest: Suggest;
  /** Left out: roles on servers count for nothing. */
  highestRole?: HighestRole | undefined;
  /** Keyed hash of a place and a person, under which their conversation is kept. */
  conversationKey(place: string, person: string): string;
  clock(): Date;
  /** Ends all waiting for Discord. */
  stop: AbortSignal;
  /** One sentence for whoever runs the bot. */
  say(sentence: string): void;
  /** What failed and is tried again, or was given up; never with text. */
  onTrouble(error: unknown): void;
  /** The bot was shut out while it ran. */
  onProblem(problem: DiscordProblem): void;
}

export interface Discord {
  /** To be put behind delivery. */
  adapter: Adapter;
  /** Begins to take in what people say. Throws DiscordProblem where only a person can help. */
  listen(inbox: Pick<Delivery, 'keep' | 'positions'>): Promise<void>;
  /** Tells Discord which slash commands there are. Throws where it does not take them. */
  publishCommands(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** Finds out who the bot is and gives its adapter. Waits for Discord as long as it is away. Throws DiscordProblem. */
export async function openDiscord(deps: DiscordDeps): Promise<Discord> {
  const { token, api, commands, translators, clock, say, onTrouble } = deps;
  const rest = createRest({ token, api });
  const wire = createWire(rest, token);
  const closing = new AbortController();
  const stopping = AbortSignal.any([closing.signal, deps.stop]);
  // cut short when the bot stops
  const pause = (ms: number) => setTimeout(ms, undefined, { signal: stopping }).catch(() => {});

  /** Until it works, or a person must help, or the bot stops. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof DiscordProblem || stopping.aborted) throw error;
        if (statusOf(error) === 401) throw new DiscordProblem(PROBLEMS.token);
        if (statusOf(error) === 400) throw error;
        onTrouble(error);
        await pause(wait);
      }
    }
  }

  const identity: Identity = await patiently(() => identify(wire));
  const { bot, application, readsContent } = identity;
  if (!readsContent) say(PROBLEMS.content);
  let gateway: Gateway | null = null;
  const deferrals: Deferrals = new Map();

  return {
    adapter: createDiscordAdapter({ ...deps, wire, bot, deferrals }),
    async listen(inbox) {
      const acknowledge = createAcknowledge({ ...deps, wire, inbox, deferrals });
      await patiently(async () => {
        // a connection that failed is not used again
        await gateway?.close();
        gateway = createGateway({
          ...deps,
          rest,
          wire,
          identity,
          places: createPlaces(wire, bot),
          inbox,
          acknowledge,
          clock,
          pause,
        });
        await gateway.connect();
      });
    },
    async publishCommands() {
      const body = slashCommands(commands, translators);
      await patiently(() => wire({ method: 'PUT', path: `/applications/${application}/commands`, body }));
    },
    async close() {
      closing.abort();
      await gateway?.close();
    },
  };
}
