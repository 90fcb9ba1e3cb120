import type { Command, Role } from '../../../src/core/commands/command.ts';
import { CARRIES, type Carriage, lowerOf } from '../../../src/core/moderation/policy.ts';
import type { TeamRole } from '../../../src/db/schema/moderator.ts';

/** What comes of words: nothing at all, a refusal, an answer, or suggestions. */
export type Outcome = 'silent' | 'refused' | 'answered' | 'suggested';

/** How words come over each wire, and whether they are somebody's own; `unheard`: nobody's who could ask for anything. */
export const WAYS = {
  telegram: {
    typed: 'own',
    pressed: 'own',
    replayed: 'own',
    edited: 'edited',
    forwarded: 'passed-on',
    'via a bot': 'passed-on',
    'pressed elsewhere': 'passed-on',
    'pressed on a forward': 'passed-on',
    anonymous: 'unheard',
    inline: 'unheard',
  },
  discord: {
    typed: 'own',
    slash: 'own',
    pressed: 'own',
    form: 'own',
    replayed: 'own',
    edited: 'edited',
    forwarded: 'passed-on',
    'pressed elsewhere': 'passed-on',
    'added to a person': 'passed-on',
    bot: 'unheard',
    webhook: 'unheard',
    suggestions: 'suggested',
  },
} as const satisfies Record<string, Record<string, Carriage | 'unheard' | 'suggested'>>;
export type Platform = keyof typeof WAYS;
export const PLATFORMS = ['telegram', 'discord'] as const;
export const waysOf = (platform: Platform): string[] => Object.keys(WAYS[platform]);

/** Where: a chat of the team, another group or channel, another server or group altogether, and in private. */
export const PLACES = ['bound', 'group', 'foreign', 'private'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Who: `row` is what the store says of them, `there` what the platform does: the server's role on Discord; null: none, and on Telegram they
 * have left the chat.
 */
export const PEOPLE = {
  stranger: { row: null, there: 'lead' },
  viewer: { row: 'viewer', there: 'lead' },
  moderator: { row: 'moderator', there: 'lead' },
  lead: { row: 'lead', there: 'lead' },
  lowered: { row: 'lead', there: 'moderator' },
  departed: { row: 'lead', there: null },
  revoked: { row: null, there: 'lead' },
} as const satisfies Record<string, { row: TeamRole | null; there: TeamRole | null }>;
export type Who = keyof typeof PEOPLE;
export const WHO = Object.keys(PEOPLE) as Who[];

export interface Cell {
  command: Command;
  who: Who;
  place: Place;
  platform: Platform;
  way: string;
}

export const nameOf = ({ command, who, place, platform, way }: Cell): string =>
  `/${command.name} by a ${who}, ${way}, ${place}, ${platform}`;

const carriageOf = ({ platform, way }: Cell): Carriage | 'unheard' | 'suggested' => {
  const ways: Record<string, Carriage | 'unheard' | 'suggested'> = WAYS[platform];
  return ways[way] ?? 'unheard';
};

/** What somebody may be in a chat of the team; null: nothing. */
function standing({ who, platform }: Cell): TeamRole | null {
  const { row, there } = PEOPLE[who];
  if (row === null || there === null) return null;
  return platform === 'discord' ? lowerOf(row, there) : row;
}

const ROLE: Record<TeamRole, Role> = { viewer: 'member', moderator: 'moderator', lead: 'lead' };

/** The policy, applied to a cell by hand. */
export function expected(cell: Cell): Outcome {
  const carriage = carriageOf(cell);
  if (carriage === 'unheard') return 'silent';
  if (carriage === 'suggested') return 'suggested';
  const role = standing(cell);
  const may = cell.place === 'bound' && CARRIES[carriage] && role !== null && cell.command.access.includes(ROLE[role]);
  return may ? 'answered' : 'refused';
}

const places = (platform: Platform, way: string): readonly Place[] =>
  // a webhook speaks in a channel, and a private chat has no server
  platform === 'discord' && ['webhook', 'added to a person'].includes(way) ? PLACES.filter((one) => one !== 'private') : PLACES;

export const ofTheTeam = (commands: readonly Command[]): Command[] => commands.filter(({ access }) => !access.includes('member'));

/** Every command × person × place × way, on both platforms. */
export const allCells = (commands: readonly Command[]): Cell[] =>
  PLATFORMS.flatMap((platform) =>
    waysOf(platform).flatMap((way) =>
      places(platform, way).flatMap((place) =>
        WHO.flatMap((who) => ofTheTeam(commands).map((command) => ({ command, who, place, platform, way }))),
      ),
    ),
  );

/** Every person × place × way with one command after another, and every command × role in the team's chat on one platform or the other. */
export function someCells(commands: readonly Command[]): Cell[] {
  const n = ofTheTeam(commands).length;
  const plain: Record<Platform, string> = { telegram: 'pressed', discord: 'slash' };
  return allCells(commands).filter(
    ({ platform, way, place, who }, i) =>
      // each combination is a run of n cells, one for each command
      i % n === Math.floor(i / n) % n ||
      (place === 'bound' &&
        way === plain[platform] &&
        ['viewer', 'moderator', 'lead'].includes(who) &&
        (i % 2 === 0) === (platform === 'discord')),
  );
}
