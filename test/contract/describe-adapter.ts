import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDispatch, type Said } from '../../src/core/commands/dispatch.ts';
import { commands } from '../../src/core/commands/index.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import { damascusDay } from '../../src/core/damascus-day.ts';
import type { Block, Reply } from '../../src/core/reply/reply.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import type { Store } from '../../src/db/client.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';
import { type Adapter, actionsOf, type Bot, type Chat, filesOf, named, type Seen, wordsOf, wordsOfReply } from './adapter.ts';

/** One turn: a message as typed, or the press of a command's button on the answer before. */
type Turn = { says: string } | { presses: string };

const QUESTION = 'attacks near Sukhnah in April 2023';
const MANY = 'attacks in Syria since 2015';

/** The same on every platform. */
const CONVERSATIONS: Record<string, readonly Turn[]> = {
  'explains itself': [{ says: '/help' }, { says: '/help incident' }, { says: 'help' }],
  'answers a question in English': [{ says: QUESTION }],
  'answers a question in Arabic': [{ says: 'هجمات قرب السخنة في نيسان 2023' }],
  'goes on from the question before': [{ says: QUESTION }, { says: 'and in May?' }, { says: 'within 100 km' }],
  'shows more, by button and by command': [{ says: MANY }, { presses: 'more' }, { says: '/more' }],
  'changes the radius by a button': [{ says: QUESTION }, { presses: 'radius' }],
  'shows a table': [{ says: 'attacks per year since 2019' }],
  'draws a map, by button and by command': [{ says: QUESTION }, { presses: 'map' }, { says: '/map' }],
  'gives an answer as a file': [{ says: QUESTION }, { presses: 'export' }],
  'says who is behind an answer': [{ says: QUESTION }, { presses: 'sources' }],
  'knows no such command': [{ says: '/weather' }],
  'keeps to the chosen language': [{ says: '/language ar' }, { says: QUESTION }, { says: '/language auto' }, { says: QUESTION }],
  'says what it did not understand': [{ says: 'attacks near Zzyxburgh in 2023' }, { says: 'bla bla bla' }],
};

/** Six words that each tip draws anew. */
const withoutReceipt = (words: string): string => words.replace(/(?<=Receipt)(?: [a-z]+){6}/u, '');

/** Holds a conversation on the platform and with the core alone, turn by turn. */
function sideBySide(core: Core, chat: Chat, conversation: string) {
  const dispatch = createDispatch(core);
  let before: Reply | null = null;

  const withCoreAlone = (said: Said) => {
    const now = new Date();
    const { platform, bot } = chat.place;
    const who = {
      conversation,
      speaker: { ...consoleSpeaker(conversation), platform, bot },
      cause: `${conversation}:${now.getTime()}`,
    };
    return dispatch({ ...who, role: 'member', today: damascusDay(now), now }, said);
  };

  async function both(turn: Turn): Promise<{ reply: Reply; seen: Seen }> {
    if ('says' in turn) return { reply: await withCoreAlone({ text: turn.says }), seen: await chat.says(turn.says) };
    const action = before && actionsOf(before).find(({ command }) => command === turn.presses);
    if (!action) throw new Error(`no button ${turn.presses} under the answer before`);
    const { command, args, label } = action;
    return { reply: await withCoreAlone({ command, args }), seen: await chat.presses(label) };
  }

  return async (turn: Turn): Promise<void> => {
    const { reply, seen } = await both(turn);
    expect(withoutReceipt(wordsOf(seen.text)), JSON.stringify(turn)).toEqual(withoutReceipt(wordsOfReply(reply)));
    expect(seen.files.map(named)).toEqual(filesOf(reply).map(named));
    expect(seen.buttons.map(wordsOf)).toEqual(actionsOf(reply).map(({ label }) => wordsOf(label)));
    // a picture's buttons are those of the answer above it
    if (actionsOf(reply).length > 0) before = reply;
  };
}

/** What every adapter must do. `start` is given a core over the shipped facts. */
export function describeAdapter({ name, start }: Adapter): void {
  describe(`dalil on ${name}`, () => {
    // a restart finds the keys where they were
    const vault = freshVault();
    let store: Store;
    let core: Core;
    let bot: Bot;
    let conversations = 0;
    const media: Uint8Array[] = [];
    const startAgain = async (): Promise<Core> => ({
      ...(await startOn(store, vault)),
      async mediaArrived(_core, _tx, _id, arrived) {
        if (arrived instanceof Uint8Array) media.push(arrived);
      },
    });
    const begins = (chat: Chat) => sideBySide(core, chat, `console:core-alone-${conversations++}`);

    beforeAll(async () => {
      store = await factsStore();
      core = await startAgain();
      bot = await start(core);
    });
    afterAll(() => bot.stop());

    test.each(Object.entries(CONVERSATIONS))('%s', async (_, turns) => {
      const take = begins(bot.newcomer());
      for (const turn of turns) await take(turn);
    });

    test('tells people apart', async () => {
      const [ana, ben] = [begins(bot.newcomer()), begins(bot.newcomer())];
      await ana({ says: QUESTION });
      await ben({ says: MANY });
      await ana({ says: 'and in May?' });
      await ben({ says: 'and in May?' });
    });

    const t = createTranslators()('en');
    test.each(commands.map((command) => [`/${command.name}`, command] as const))('takes %s', async (_, command) => {
      const take = begins(bot.newcomer());
      await take({ says: MANY });
      await take({ says: t(`command-${command.name}.example`) });
      // what is the team's alone is not shown to others
      if (command.access.includes('member') && !command.unlisted) expect(await bot.offered()).toContain(command.name);
    });

    test('brings a photo that was sent without words, whole', async () => {
      const { sharesPhoto } = bot.newcomer();
      const photo = Buffer.from(`photo on ${name}`);
      await sharesPhoto?.(photo);
      expect(media.map((bytes) => Buffer.from(bytes).toString())).toEqual(sharesPhoto ? [photo.toString()] : []);
    });

    test('brings a pin', async () => {
      const { sharesPin } = bot.newcomer();
      await sharesPin?.(34.9, 38.9);
      expect(await store.sql`select 1 from tip_part where kind = 'pin'`).toHaveLength(sharesPin ? 1 : 0);
    });

    test('puts a card in its place, also where it becomes a picture, and once', async () => {
      const chat = bot.newcomer();
      await chat.says('/help');
      const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
      const cards: Block[][] = [
        [
          { kind: 'text', content: ['the card as it was'] },
          { kind: 'actions', actions: [{ label: 'Claim', command: 'help', args: {} }] },
        ],
        [{ kind: 'text', content: ['the card as it is'] }],
        [{ kind: 'image', png, name: 'map.png', alternative: 'the card drawn' }],
        [{ kind: 'image', png, name: 'map.png', alternative: 'the card redrawn' }],
      ];
      const words = ['the card as it was', 'the card as it is', 'the card drawn', 'the card redrawn'];
      for (const [at, blocks] of cards.entries()) {
        const posting = { to: chat.place, reply: { language: 'en', blocks, visibility: 'public' } as const, slot: 'card' };
        for (const _ of ['once', 'twice']) {
          await store.db.transaction((tx) => core.post(tx, { ...posting, key: `card ${at}` }, new Date()));
        }
        const { text, buttons } = await chat.standing();
        expect(words.map((each) => text.split(each).length - 1)).toEqual(words.map((_, i) => Number(i === at)));
        expect(buttons.includes('Claim')).toBe(at === 0);
      }
    });

    test('goes on after a restart where it was: with the question, the buttons and the language', async () => {
      const chat = bot.newcomer();
      const take = begins(chat);
      await take({ says: '/language ar' });
      await take({ says: MANY });
      await bot.stop();
      core = await startAgain();
      bot = await start(core);
      await take({ presses: 'more' });
      await take({ says: 'and in 2023?' });
    });
  });
}
