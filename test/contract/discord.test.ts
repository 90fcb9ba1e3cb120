import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { runDiscord } from '../../src/bots/discord/bot.ts';
import { splitWords } from '../../src/core/commands/arguments.ts';
import { readSlash } from '../../src/core/commands/message.ts';
import type { Core } from '../../src/core/core.ts';
import { readMarkdown } from '../bots/discord/read-markdown.ts';
import { createPerson, type Person, type SeenMessage, seen } from '../fakes/discord/person.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts';
import type { Chat, Seen, SeenFile } from './adapter.ts';
import { runs } from './bot-run.ts';
import { delivered } from './delivered.ts';
import { describeAdapter } from './describe-adapter.ts';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startFakeDiscord({ wireLog: process.env.WIRE_LOG });
});
afterAll(async () => {
  await discord.close();
  if (discord.wrong.length > 0) throw new Error(`Discord would not take it:\n${discord.wrong.join('\n')}`);
});

let people = 0;

function uploaded(name: string): SeenFile {
  const file = discord.requests.flatMap(({ files }) => files).findLast((one) => one.name === name);
  if (!file) throw new Error(`nothing was uploaded as ${name}`);
  return { name, data: Buffer.from(file.data) };
}

/** The reader of markdown tells that there is an item; which number Discord shows stands in the text. */
const withNumbers = (text: string): string => text.replace(/^( *\d+)\. /gmu, '$1 ');

/** What a picture shows is said by its description, or below it where that is too short. */
const textOf = ({ text, files }: SeenMessage): string =>
  [readMarkdown(withNumbers(text)).text, ...files.map(({ description }) => description)].join('\n');

const together = (messages: SeenMessage[]): Seen => ({
  text: messages.map(textOf).join('\n'),
  buttons: messages.flatMap(({ buttons }) => buttons),
  files: messages.flatMap(({ files }) => files.map(({ name }) => uploaded(name))),
});

function openChat(somebody: Person, core: Core): Chat {
  const { dm } = somebody;
  /** The last answer that can be pressed. */
  let shown: SeenMessage | null = null;

  function keep(messages: SeenMessage[]): Seen {
    shown = messages.findLast(({ buttons }) => buttons.length > 0) ?? shown;
    return together(messages);
  }

  /** All that the last interaction brought. */
  function outcome(): SeenMessage[] {
    const last = [...discord.state.interactions.values()].at(-1);
    return last ? [...(last.original && !last.deleted ? [last.original] : []), ...last.further].map(seen) : [];
  }

  async function command(name: string, rest: string): Promise<Seen> {
    const known = core.commands.find((one) => one.name === name);
    const words = known ? splitWords(known, rest) : {};
    const options = Object.entries(words).map(([option, word]) => [
      option,
      known?.options[option]?.kind === 'integer' ? Number(word) : word,
    ]);
    await somebody.runs(`/${name}`, Object.fromEntries(options));
    await delivered(core.store);
    return keep(outcome());
  }

  const fromBot = (messages: typeof dm.messages) => messages.filter(({ author }) => author.id === discord.state.bot.id).map(seen);

  return {
    place: { platform: 'discord', bot: discord.state.bot.id, chat: dm.id, reach: { kind: 'user', user: somebody.user.id } },
    async sharesPhoto(data) {
      await somebody.says('', { files: [{ name: 'IMG_0001.jpg', mime: 'image/jpeg', data }] });
      await delivered(core.store);
    },
    async standing() {
      await delivered(core.store);
      return together(fromBot(dm.messages));
    },
    async says(text) {
      const slash = readSlash(text);
      if (slash) return command(slash.name, slash.rest);
      const before = dm.messages.length;
      await somebody.says(text);
      await delivered(core.store);
      return keep(fromBot(dm.messages.slice(before)));
    },
    async presses(label) {
      if (!shown) throw new Error('there is nothing to press');
      await somebody.presses(label, shown);
      await delivered(core.store);
      return keep(outcome());
    },
  };
}

const commandsSchema = z.array(z.object({ name: z.string() }));

describeAdapter({
  name: 'Discord',
  async start(core) {
    const stop = runs(core, (deps) => runDiscord(discord, deps));
    await discord.until(() => discord.gateway.isConnected(), 'a session');
    return {
      newcomer: () => openChat(createPerson(discord, `person-${people++}`), core),
      offered: () =>
        discord.until(
          () => discord.state.commands.length > 0 && commandsSchema.parse(discord.state.commands).map(({ name }) => name),
          'slash commands',
        ),
      stop,
    };
  },
});
