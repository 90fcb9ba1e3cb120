import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { createSealed } from '../../../src/bots/delivery/sealed.ts';
import { offerEnrolment } from '../../../src/core/moderation/team.ts';
import type { Store } from '../../../src/db/client.ts';
import { openStore } from '../../../src/db/open-store.ts';
import { createLog } from '../../../src/log.ts';
import { type Dalil, openDalil } from '../../../src/main.ts';
import { createPerson } from '../../fakes/discord/person.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts';
import { person } from '../../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { buttonsOf, person as teller } from '../../support/core.ts';
import { dalilHome } from '../../support/dalil-home.ts';
import { drawFrom } from '../../support/drawing.ts';
import { CANARY as IN_FILES } from '../../support/photos.ts';
import { vaultIn } from '../../support/vault.ts';
import { CANARY, type Contact, leadsOf, onDiscord, onTelegram, PIN, WRITTEN } from './contacts.ts';
import { makeFiles } from './files.ts';
import { type Kept, whatIsKept } from './kept.ts';
import { look } from './looks.ts';
import { createFinder } from './needles.ts';
import { createLives, type Lives } from './storm.ts';

export interface SweepOptions {
  /** The bundled command line. */
  program: string;
  /** Contacts with one tip each. */
  tips: number;
  /** kill -9 of dalil, and stops of its database, among them. */
  kills: number;
  stops: number;
  seed: number;
}

export interface Swept extends Kept {
  kills: number;
  stops: number;
  decodersKilled: number;
  /** Files that were cleaned, and tips that were published. */
  cleaned: number;
  published: number;
  /** Places that were looked at, and what stood in clear there. */
  looked: number;
  leaks: string[];
  /** Texts that people of the team and askers were shown, and what of them leads to a contact. */
  seen: number;
  shown: string[];
  /** The same once something was left in clear on purpose, and once a tip was lost and another doubled. */
  control: string[];
  controlKept: Kept;
  wrong: string[];
}

/** A message of Telegram's in a private chat may have such a number. */
const FIRST_MESSAGE = 2_140_000_000;
const AT_ONCE = 10;
/** Of so many contacts, three are on Discord. */
const OF_TEN = 10;
const ON_DISCORD = new Set([1, 4, 8]);
const LEAD = 7_712_999_000_001;
const GROUP = -1_009_876_543_210;
const PATIENCE_MS = 60_000;
/** A card and its map take a third of a second each. */
const MOST_APPROVED = 10;

/** A lead on each platform, and a chat of the team on each; returns the names of these chats in the store. */
async function gatherTeam(dalil: Dalil, lives: Lives, { telegram, fake }: Wires): Promise<string[]> {
  const { store, vault, newId } = dalil.core;
  const codes = ['4F7K-9QXM-2ZT2', '4F7K-9QXM-2ZT3'];
  for (const code of codes)
    await offerEnrolment(store.db, { code, role: 'lead', moderatorId: null, madeBy: null }, { vault, newId, now: new Date() });
  await dalil.close();
  await lives.begin();
  const channel = fake.state.open('text');
  const lina = createPerson(fake, 'lina');
  await lina.runs('/enrol', { code: codes[0] ?? '', name: 'Lina' });
  await lina.runs('/bind', {}, channel);
  await person(telegram, { id: LEAD }).says(`/enrol ${codes[1]} Omar`);
  await person(telegram, { id: LEAD, group: GROUP }).says('/bind');
  return [
    createSealed(vault, { platform: 'telegram', bot: String(telegram.state.bot.id) }).chatKey(String(GROUP)),
    createSealed(vault, { platform: 'discord', bot: fake.state.bot.id }).chatKey(channel.id),
  ];
}

interface Wires {
  telegram: FakeTelegram;
  fake: FakeDiscord;
}

/** What moderators and askers are shown in words, with so many tips approved. */
async function shownToPeople({ core }: Dalil, approved: number): Promise<string[]> {
  const team = teller(core, { name: 'mona', role: 'moderator', today: new Date().toISOString().slice(0, 10) });
  const refs = await core.store.sql<
    { ref: string }[]
  >`select ref from tip where state = 'received' order by ref limit ${approved}`;
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
  const year = new Date().getUTCFullYear();
  for (const said of [`attacks in ${year}`, '/export csv', '/export geojson', '/queue', '/stats'])
    shown.push(JSON.stringify(await team.says(said)));
  return shown;
}

/** What was said to everybody but the contacts themselves. */
const saidToOthers = ({ telegram, fake }: Wires): string[] => [
  ...telegram.state.sent.filter(({ chat }) => chat < 0).map(({ params }) => JSON.stringify(params)),
  ...[...fake.state.channels.values()]
    .filter(({ kind }) => kind !== 'dm')
    .flatMap(({ messages }) => messages.filter(({ author }) => author.id === fake.state.bot.id))
    .map((message) => JSON.stringify(message)),
];

/**
 * What waits, and what has become of anything. Cards go to a team's chat at the platform's pace, twenty a minute, which nobody waits for.
 */
async function progress({ sql }: Store, but: readonly string[]): Promise<{ left: number; done: number }> {
  const [row] = await sql<{ left: number; done: number }[]>`
    select (select count(*) from inbox where state = 'waiting' and chat <> all(${but}))::int
      + (select count(*) from outbox where state in ('waiting', 'sending') and chat <> all(${but}))::int as left,
      (select count(*) from inbox where state <> 'waiting')::int
      + (select count(*) from outbox where state in ('sent', 'dead') and chat <> all(${but}))::int as done`;
  return row ?? { left: -1, done: -1 };
}

/** Resolves when nothing waits, here or at Telegram; rejects when nothing has become of what waits for a while. */
async function settled(store: Store, but: readonly string[], lives: Lives, { state }: FakeTelegram): Promise<void> {
  let [most, since] = [-1, performance.now()];
  for (let now = await progress(store, but); now.left + state.queue.length > 0; now = await progress(store, but)) {
    if (now.done > most) [most, since] = [now.done, performance.now()];
    await pause(100);
    if (performance.now() < since + PATIENCE_MS) continue;
    const inbox = await store.sql`select kind, attempts, trouble, due_at from inbox where state = 'waiting' limit 5`;
    const outbox = await store.sql`
      select platform, state, attempts, trouble, due_at from outbox where state in ('waiting', 'sending') limit 5`;
    throw new Error(`something still waits: ${JSON.stringify([...inbox, ...outbox])}\n${lives.written().slice(-3_000)}`);
  }
}

/** Lives and deaths while contacts tell what they know. */
async function storm(contacts: readonly Contact[], lives: Lives, options: SweepOptions & { draw(below: number): number }) {
  const { kills, stops, draw } = options;
  const rounds = Math.max(kills, stops, Math.ceil(contacts.length / AT_ONCE));
  let [killed, stopped, told] = [0, 0, 0];
  for (let round = 1; round <= rounds; round++) {
    const due = Math.round((contacts.length * round) / rounds);
    const now = contacts.slice(told, due);
    told = due;
    // before dalil lives, or while it does
    const early = new Set(now.filter(({ isHeardLater }) => isHeardLater && draw(2) === 0));
    for (const contact of early) contact.tell();
    if (killed === round - 1 && round > 1 && kills > 0) await lives.begin();
    for (const contact of now) if (!early.has(contact)) contact.tell();
    for (const contact of contacts.slice(Math.max(0, told - 3 * AT_ONCE), Math.max(0, told - 2 * AT_ONCE))) {
      contact.goOn();
      contact.insist();
    }
    lives.fault();
    await pause(draw(400));
    if (stopped < Math.floor((stops * round) / rounds)) {
      stopped++;
      await lives.stopDatabase();
    }
    if (killed < Math.floor((kills * round) / rounds)) {
      killed++;
      await lives.kill();
    }
  }
  if (kills === 0) await lives.kill();
  return { killed: Math.max(killed, 1), stopped };
}

/**
 * Contacts who tell one thing each over Telegram and Discord to a dalil in a process of its own, with faults of the platforms, of the
 * decoder, of the database and of dalil itself in between. Then a look at every byte that is kept or was shown, and at what is kept of
 * what was said.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const { program, tips, seed } = options;
  const draw = drawFrom(seed);
  const home = dalilHome();
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  // every fourth file's decoder dies of it
  const onRequest = (method: string) => {
    if (method === 'getFile' && draw(4) === 0) lives.huntDecoder();
  };
  const telegram = await startFakeTelegram({ firstMessage: FIRST_MESSAGE, onRequest });
  const fake = await startFakeDiscord();
  const files = await makeFiles(CANARY);
  const log: string[] = [];
  const hear = (line: string) => log.push(line);
  const open = () =>
    openDalil({
      config: { databaseUrl: undefined, home, logLevel: 'debug', colour: false },
      log: createLog('debug', { write: hear }),
      say: hear,
      clock: () => new Date(),
    });
  const env = {
    DALIL_HOME: home,
    DALIL_LOG_LEVEL: 'debug',
    DALIL_COORDINATORS: await identityToRecipient(await generateIdentity()),
    TMPDIR: temporary,
    TELEGRAM_TOKEN: telegram.token,
    DALIL_TELEGRAM_API: telegram.apiRoot,
    DISCORD_TOKEN: fake.token,
    DALIL_DISCORD_API: fake.api,
  };
  const lives = createLives({ telegram, fake, home, program, env, draw });
  const contacts = Array.from({ length: tips }, (_, n) =>
    ON_DISCORD.has(n % OF_TEN) ? onDiscord(fake, files, n) : onTelegram(telegram, files, n),
  );
  let dalil: Dalil | null = null;
  try {
    const team = await gatherTeam(await open(), lives, { telegram, fake });
    const { killed, stopped } = await storm(contacts, lives, { ...options, draw });
    const store = await openStore({ home, say: hear });
    // who died while sending or fetching is not waited for
    await store.sql`update outbox set due_at = now() where state = 'sending'`;
    await store.sql`update inbox set due_at = now() where state = 'waiting' and kind = 'fetch'`;
    await lives.begin();
    await settled(store, team, lives, telegram);
    for (const contact of contacts) contact.insist();
    const isUnheard = ({ words }: Contact) => !words.some(({ acknowledged }) => acknowledged());
    for (const end = performance.now() + 2 * PATIENCE_MS; contacts.some(isUnheard) && performance.now() < end; ) await pause(100);
    await settled(store, team, lives, telegram);
    await lives.end();
    dalil = await open();
    await store.close();
    const people = [
      ...(await shownToPeople(dalil, Math.min(MOST_APPROVED, Math.ceil(tips / 10)))),
      ...saidToOthers({ telegram, fake }),
    ];
    const leads = leadsOf(telegram, fake);
    const pin = [String(PIN.latitude), String(PIN.longitude)];
    const findAll = createFinder([CANARY, IN_FILES, ...WRITTEN, ...pin, ...leads]);
    const names = ['first', 'last', 'card', 'voice'].map((what) => `${CANARY} ${what}`);
    const findIdentity = createFinder([...names, `${CANARY}_user`, `${CANARY}-`, IN_FILES, ...WRITTEN, ...pin, ...leads]);
    const { sql } = dalil.core.store;
    const vault = vaultIn(join(home, 'keys'));
    const lookAround = async (of: Dalil) => {
      const written = new Map([['logs and arguments', Buffer.from([...log, lives.written()].join('\n'))]]);
      return look(home, join(home, 'keys'), of.core.store, written, findAll);
    };
    const { looked, leaks } = await lookAround(dalil);
    const kept = await whatIsKept(dalil.core.store, vault, contacts);
    const [counted = { cleaned: -1, published: -1 }] = await sql<{ cleaned: number; published: number }[]>`
      select (select count(*)::int from tip_media where state = 'clean') as cleaned,
        (select count(*)::int from tip where state = 'accepted') as published`;
    await sql`insert into edit (at, who, why, subject, subject_id, changes) values (now(), 'a', ${`${CANARY} 1`}, 'store', '', '{}')`;
    await sql`delete from tip_part where id = (select min(id) from tip_part where kind = 'words')`;
    await sql`delete from tip where id = (select min(tip_id) from tip_part where kind = 'words')`;
    return {
      ...kept,
      ...counted,
      kills: killed,
      stops: stopped,
      decodersKilled: lives.decodersKilled(),
      looked,
      leaks,
      seen: people.length,
      shown: people.flatMap((text) => findIdentity(Buffer.from(text)).map((word) => `${word}: ${text.slice(0, 300)}`)),
      control: (await lookAround(dalil)).leaks,
      controlKept: await whatIsKept(dalil.core.store, vault, contacts),
      wrong: [...telegram.wrong, ...fake.wrong],
    };
  } finally {
    await lives.kill().catch(() => {});
    await dalil?.close();
    await telegram.close();
    await fake.close();
  }
}
