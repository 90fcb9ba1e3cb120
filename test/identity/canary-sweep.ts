import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import type { Store } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { type Dalil, openDalil } from '../../src/main.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { person } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { buttonsOf, person as teller } from '../support/core.ts';
import { dalilHome } from '../support/dalil-home.ts';

const CANARY = 'kanarie';
/** Telegram ids of the contacts begin so; nothing else does. */
const ID = 7_712_345_000_000;
const NUMBER = '7712345000';
const LATITUDE = 34.7654321;
// long enough that ciphertext written in hex does not hold it by chance
const PHONE = '09335557731';

/** A word as it may stand somewhere: as it is, in hex, in UTF-16, in Base64 wherever it begins. */
function forms(word: string): Buffer[] {
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.from(`${'x'.repeat(before)}${word}`).toString('base64');
    return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + word.length) * 4) / 3));
  });
  return [word, Buffer.from(word).toString('hex'), ...base64]
    .map((text) => Buffer.from(text))
    .concat(Buffer.from(word, 'utf16le'));
}
const NEEDLES = [CANARY, CANARY.toUpperCase(), NUMBER, String(LATITUDE), PHONE].flatMap(forms);

const IDENTITY = [
  ...['first', 'last', 'camera', 'artist'].map((what) => `${CANARY} ${what}`),
  `${CANARY}_user`,
  `${CANARY}-`,
  NUMBER,
  PHONE,
  String(LATITUDE),
];

/** Names of the places in which something of a contact stands in clear. */
export function leaksIn(places: ReadonlyMap<string, Uint8Array>): string[] {
  return [...places].filter(([, bytes]) => NEEDLES.some((needle) => Buffer.from(bytes).includes(needle))).map(([name]) => name);
}

function filesUnder(directory: string, but: string): Map<string, Uint8Array> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.startsWith(but));
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}

async function backupOf({ sql }: Store): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await writeBackup(sql, into);
  return Buffer.concat(chunks);
}

const photo = (n: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: n % 256, g: 90, b: 60 } } })
    .withExif({ IFD0: { Model: `${CANARY} camera ${n}`, Artist: `${CANARY} artist ${n}` } })
    .jpeg()
    .toBuffer();

/** One contact's tip: words with a name and a number, a pin, now and then a photo with a camera's and a file's name. */
async function tell(telegram: FakeTelegram, n: number): Promise<void> {
  const id = ID + n;
  const named = { first_name: `${CANARY} first ${n}`, last_name: `${CANARY} last ${n}`, username: `${CANARY}_user_${n}` };
  const from = { id, is_bot: false, language_code: n % 2 === 0 ? 'en' : 'ar', ...named };
  const who = person(telegram, { id, language: from.language_code });
  const as = { from, chat: { id, type: 'private', ...named } };
  const words = n % 2 === 0 ? `ambush near Sukhnah this morning, 2 soldiers killed` : 'كمين قرب كباجب اليوم ٣ قتلى';
  await who.says(`${words}. ${CANARY} words ${n}, call ${PHONE}${n}`, as);
  if (n % 3 === 0) await who.answered({ location: { latitude: LATITUDE, longitude: 38.5 }, ...as });
  if (n % 10 === 0) {
    const file = telegram.state.keep(await photo(n));
    who.shares({ document: { ...file, file_name: `${CANARY}-${n}.jpg`, mime_type: 'image/jpeg' }, ...as });
  }
}

export interface Swept {
  tips: number;
  /** Photos that were cleaned, and tips that were published. */
  photos: number;
  published: number;
  /** What moderators and askers were shown that leads to a contact. */
  shown: string[];
  /** Places that were looked at. */
  looked: number;
  leaks: string[];
  /** The same once something was left in clear on purpose. */
  control: string[];
}

/** What moderators and askers are shown, with some tips approved: words may be in it, nobody's name, number, file or exact place. */
async function shownToPeople({ core }: Dalil): Promise<string[]> {
  const team = teller(core, { name: 'mona', role: 'moderator', today: '2026-11-21' });
  const refs = await core.store.sql<{ ref: string }[]>`select ref from tip order by ref limit 20`;
  const shown: string[] = [];
  for (const { ref } of refs) {
    const card = await team.says(`/review ${ref}`);
    shown.push(JSON.stringify(card));
    const approve = buttonsOf(card).find(({ command }) => command === 'approve');
    if (!approve) continue;
    const sure = await team.presses(approve);
    const again = buttonsOf(sure).find(({ command }) => command === 'approve');
    shown.push(JSON.stringify(sure), JSON.stringify(again ? await team.presses(again) : null));
  }
  for (const said of ['attacks in November 2026', '/export csv', '/export geojson', '/queue', '/stats'])
    shown.push(JSON.stringify(await team.says(said)));
  return shown;
}

/** So many contacts tell something at a time. */
const AT_ONCE = 5;

/**
 * Tips over Telegram's wire into a dalil of its own with faults in between, then a look into every byte that is kept: the database's files
 * and write-ahead log, DALIL_HOME without the keys, a backup, and the logs at their most verbose.
 */
export async function sweep(count: number): Promise<Swept> {
  const home = dalilHome();
  const lines: string[] = [];
  const hear = (line: string) => lines.push(line);
  const telegram = await startFakeTelegram();
  const config = { databaseUrl: undefined, home, logLevel: 'debug', colour: false } as const;
  const dalil = await openDalil({ config, log: createLog('debug', { write: hear }), say: hear, clock: () => new Date() });
  const { store } = dalil.core;
  const bot = startTelegram(dalil.core, telegram);
  try {
    for (let n = 0; n < count; n += AT_ONCE) {
      await Promise.all([...Array(Math.min(AT_ONCE, count - n)).keys()].map((i) => tell(telegram, n + i)));
      if (n % 50 === 25) {
        telegram.fail({ method: 'sendMessage', how: { status: 500 } });
        // what was under way is lost with its connection, and done again
        await store.sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`;
      }
    }
    const waiting = async () => (await store.sql`select 1 from tip_media where state = 'waiting'`).length;
    const patience = performance.now() + 20_000;
    // a file whose connection was cut is fetched again when its lease is over, in two minutes
    while ((await waiting()) > 1 && performance.now() < patience) await pause(200);
    const people = await shownToPeople(dalil);
    const look = async () => {
      await store.sql`checkpoint`;
      const places = filesUnder(home, join(home, 'keys'));
      places.set('backup', await backupOf(store));
      places.set('logs', Buffer.from([...lines, ...bot.logged, ...bot.said].join('\n')));
      return { places, leaks: leaksIn(places) };
    };
    const { places, leaks } = await look();
    const [counted = { tips: -1, photos: -1, published: -1 }] = await store.sql<
      { tips: number; photos: number; published: number }[]
    >`
      select (select count(*)::int from tip) as tips, (select count(*)::int from tip_media where state = 'clean') as photos,
        (select count(*)::int from tip where state = 'accepted') as published`;
    await store.sql`insert into edit (at, who, why, subject, subject_id, changes) values (now(), 'a', ${`${CANARY} 1`}, 'store', '', '{}')`;
    return {
      ...counted,
      shown: people.filter((text) => IDENTITY.some((what) => text.includes(what))),
      looked: places.size,
      leaks,
      control: (await look()).leaks,
    };
  } finally {
    await bot.stop();
    await telegram.close();
    await dalil.close();
  }
}
