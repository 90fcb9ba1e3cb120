import { accessSync, constants, mkdirSync } from 'node:fs';
import { damascusDay } from '../core/damascus-day.ts';
import { openTeamPlaces } from '../core/moderation/team-places.ts';
import { readHoldings } from '../db/queries/holdings.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import { keysOf } from '../key-directory.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings } from './cli-command.ts';
import type { Finding } from './finding.ts';
import { lookAtDiscord, lookAtTelegram } from './look-at-bots.ts';
import { lookAtDecoder } from './look-at-decoder.ts';
import { lookAtKeys } from './look-at-keys.ts';
import { withDalil } from './open.ts';

function lookAtHome({ config }: Surroundings): Finding {
  try {
    mkdirSync(config.home, { recursive: true, mode: 0o700 });
    accessSync(config.home, constants.W_OK);
    return { about: 'home', said: config.home, advice: null };
  } catch {
    return {
      about: 'home',
      said: `${config.home} cannot be written`,
      advice: 'set DALIL_HOME to a directory that this user may write',
    };
  }
}

/** Clocks that differ by more give answers for another day around midnight. */
const CLOCKS_AGREE_MS = 60_000;

function lookAtClock(ours: Date, database: Date): Finding {
  const apart = Math.round(Math.abs(ours.getTime() - database.getTime()) / 1000);
  const said = `it is ${damascusDay(ours)} in Damascus; this machine and the database are ${apart} s apart`;
  return { about: 'clock', said, advice: apart * 1000 > CLOCKS_AGREE_MS ? 'set both clocks by NTP' : null };
}

async function lookAtStore(
  surroundings: Surroundings,
): Promise<{ findings: Finding[]; places: { platform: string; chat: string; reach: unknown }[] }> {
  try {
    return await withDalil(surroundings, async ({ core }) => {
      const begun = performance.now();
      const { postgres, now, incidents } = await readHoldings(core.store.sql);
      const ms = (performance.now() - begun).toFixed(1);
      const where = surroundings.config.databaseUrl === undefined ? "dalil's own" : 'that of DATABASE_URL';
      const places = await openTeamPlaces(core.store.db, core.vault);
      const findings = [
        { about: 'database', said: `Postgres ${postgres}, ${where}, answers in ${ms} ms, ${incidents} incidents`, advice: null },
        lookAtClock(surroundings.clock(), now),
      ];
      return { findings, places: places.map(({ to }) => to) };
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { findings: [{ about: 'database', said: 'it cannot be had', advice: error.message }], places: [] };
  }
}

const line = ({ about, said, advice }: Finding) =>
  `${advice === null ? 'ok    ' : 'WRONG '} ${about}: ${said}${advice === null ? '' : `\n       ${advice}`}`;

export const doctor = defineCliCommand({
  summary: 'look whether everything that dalil needs is in order',
  usage: ['doctor'],
  explain: {},
  options: {},
  async run(_values, _words, surroundings) {
    const { telegram, discord } = surroundings.config;
    const atHome = lookAtHome(surroundings);
    const store = await lookAtStore(surroundings);
    const on = (platform: string) => store.places.filter((place) => place.platform === platform);
    const chats = on('telegram').map(({ chat }) => chat);
    const channels = on('discord').map(({ reach }) => reach);
    const findings = [
      atHome,
      ...(atHome.advice === null ? [lookAtKeys(keysOf(surroundings.config).directory)] : []),
      ...store.findings,
      await lookAtDecoder(surroundings.config),
      ...(telegram ? await lookAtTelegram(telegram, chats) : []),
      ...(discord ? await lookAtDiscord(discord, channels) : []),
    ];
    await writeOut(surroundings.terminal.stdout, `${findings.map(line).join('\n')}\n`);
    return findings.some(({ advice }) => advice !== null) ? 1 : 0;
  },
});
