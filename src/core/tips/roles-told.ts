import type { Party } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Assembly } from '../question/assemble/assembly.ts';
import type { Draft } from './draft.ts';

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** What is done by whoever is named with it, and to nobody who would be named alone. */
const DEEDS_OF_FORCES = new Set<string>(['arrest', 'raid', 'airstrike', 'drone']);

/** Whoever is named with such a deed did it. */
export const saysWhoDid = (sentences: readonly Assembly[]): boolean =>
  sentences.some(({ question }) => question.tactics.some((tactic) => DEEDS_OF_FORCES.has(tactic)));

type Roles = Pick<Draft, 'attackers' | 'targets' | 'involved'>;

/**
 * Who did it and who suffered it. Whose dead were counted did not attack; nobody is an attacker by a guess alone: not the sides of a
 * clash, nor whoever is named without anybody they attacked, but for those whom everybody tells of as attackers.
 */
export function rolesTold(sentences: readonly Assembly[], sufferers: readonly string[], gazetteer: Gazetteer): Roles {
  const all = sentences.map(({ question }) => question);
  const named = (role: 'perpetrator' | 'target' | 'any') => unique(all.flatMap(({ actors }) => actors[role]));
  const isClash = unique(all.flatMap(({ tactics }) => tactics)).join() === 'clash';
  const targets = unique([...named('target'), ...sufferers]).filter((name) => !isClash || !named('perpetrator').includes(name));
  const told = named('perpetrator').filter((name) => !sufferers.includes(name));
  const guessed = sentences.flatMap(({ guessed }) => [...guessed.keys()]);
  const isDeedOfForces = saysWhoDid(sentences);
  const isSure = (name: string) =>
    !isClash && (!guessed.includes(name) || isFeared(name)) && (targets.length > 0 || isFeared(name) || isDeedOfForces);
  // nobody raids or bombs those
  const isFromAbroad = (name: string) => ['russia', 'coalition', 'turkey'].includes(gazetteer.actorNamed(name)?.party ?? '');
  const isFeared = (name: string) =>
    ['isis', 'russia', 'coalition', 'turkey', 'unknown', 'other'].includes(gazetteer.actorNamed(name)?.party ?? '');
  const sure = told.filter(isSure);
  const attackers = sure.length > 0 || !isDeedOfForces || isClash ? sure : named('any').filter(isFromAbroad);
  return {
    attackers,
    targets: targets.filter((name) => !attackers.includes(name)),
    involved: unique([...named('any'), ...told]).filter((name) => !attackers.includes(name) && !targets.includes(name)),
  };
}

/** The one party that was attacked; null where there are several or none was named. */
export function partyOf(names: readonly string[], gazetteer: Gazetteer): Party | null {
  const parties = unique(names.flatMap((name) => gazetteer.actorNamed(name)?.party ?? [])).filter((party) => party !== 'unknown');
  return parties.length === 1 ? (parties[0] ?? null) : null;
}
