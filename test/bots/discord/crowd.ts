import type { APIMessage } from 'discord-api-types/v10';
import { createPerson, type Person } from '../../fakes/discord/person.ts';
import type { FakeDiscord } from '../../fakes/discord/server.ts';
import type { FakeChannel, FakeInteraction } from '../../fakes/discord/state.ts';
import { readMarkdown } from './read-markdown.ts';

const LOADING = 128;
const DEFERRED = 5;
const QUESTION = 'attacks near Sukhnah in April 2023';

/** One thing that somebody said, with what tells its answer from others'. */
interface Said {
  id: string;
  /** Words that an answer to it holds. */
  expected: string;
  /** What was shown in answer; more than one is one too many. */
  answers(): APIMessage[];
  /** Null: a message, which Discord gives out again. */
  interaction: FakeInteraction | null;
}

/** People in channels and in private chats that the bot has read, and newcomers who run commands. */
export interface Crowd {
  said: Said[];
  /** Everybody in a private chat says something: Discord does not list private chats, so the bot must have read in them once. */
  greet(): void;
  /** A question or a few words, in a server or in private; given out again after a crash. */
  message(): void;
  /** A slash command in a private chat of its own; Discord tells of it once. */
  command(): void;
}

export function createCrowd(fake: FakeDiscord): Crowd {
  const { state } = fake;
  const said: Said[] = [];
  const channels = Array.from({ length: 3 }, () => state.open('text'));
  const people = Array.from({ length: 3 }, (_, i) => createPerson(fake, `person ${i}`));
  const byBot = ({ messages }: FakeChannel) => messages.filter(({ author }) => author.id === state.bot.id);

  function saying(person: Person, channel: FakeChannel, words: string, expected: string): void {
    const { id } = person.sends(words, { in: channel, mention: channel.kind !== 'dm' });
    const answers = () => byBot(channel).filter(({ message_reference }) => message_reference?.message_id === id);
    said.push({ id, expected, answers, interaction: null });
  }

  const pick = <T>(from: readonly T[], n: number): T => {
    const one = from[n % from.length];
    if (one === undefined) throw new Error('nobody is there');
    return one;
  };

  return {
    said,
    greet() {
      for (const person of people) saying(person, person.dm, `/q${said.length}`, `q${said.length}`);
    },
    message() {
      const n = said.length;
      const person = pick(people, n);
      const channel = pick([person.dm, ...channels], Math.floor(n / people.length));
      if (n % 4 === 0) saying(person, channel, QUESTION, 'Sukhna');
      else saying(person, channel, `/q${n}`, `q${n}`);
    },
    command() {
      const newcomer = createPerson(fake, `newcomer ${said.length}`);
      const interaction = newcomer.starts('/ask', { text: QUESTION });
      const answers = () => byBot(newcomer.dm).filter(({ flags }) => ((flags ?? 0) & LOADING) === 0);
      said.push({ id: interaction.id, expected: 'Sukhna', answers, interaction });
    },
  };
}

export const wasDeferred = ({ interaction }: Said): boolean => interaction?.acknowledged === DEFERRED;

/** Every message, as Discord gives it out again; of commands those that Discord was told of and those that the bot has kept. */
export const mustBeAnswered = (one: Said, isKept: (interaction: FakeInteraction) => boolean): boolean =>
  one.interaction === null || wasDeferred(one) || isKept(one.interaction);

/** Answers that do not belong to what was asked. */
export const mixedUp = (said: readonly Said[]): string[] =>
  said.flatMap(({ expected, answers }) =>
    answers().flatMap(({ content }) =>
      readMarkdown(content).text.includes(expected) ? [] : [`instead of ${expected}: ${content.slice(0, 80)}`],
    ),
  );
