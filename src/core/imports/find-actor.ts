import { createHash } from 'node:crypto';
import type { Party } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { nameKey } from '../names/key.ts';
import type { KnownActor, NamedActor } from './reading.ts';

/** An actor that no gazetteer has, to be written with the first row that names it. */
export interface NewActor {
  id: string;
  name: string;
  party: Party;
  kind: 'force' | 'group' | 'victims';
}

export interface ActorFinder {
  /** Who is meant; somebody unknown is taken up under the name that the source gives. */
  actor(named: NamedActor): KnownActor;
  /** Those taken up since it was last asked. */
  takeNew(): NewActor[];
}

const LONGEST_NAME = 200;

/** Spellings are compared as everywhere: without case, marks, hyphens and the article. Only the same spelling is the same actor. */
export function createActorFinder(gazetteer: Gazetteer): ActorFinder {
  const byKey = new Map<string, KnownActor>();
  const ids = new Set(gazetteer.actors.keys());
  for (const actor of gazetteer.actors.values()) {
    for (const name of [actor.name, actor.nameAr, ...actor.spellings.map(({ text }) => text)]) {
      if (!byKey.has(nameKey(name)) || name === actor.name) byKey.set(nameKey(name), actor);
    }
  }
  // a file names the same few again and again
  const asWritten = new Map<string, KnownActor>();
  let fresh: NewActor[] = [];

  const add = ({ name, party, kind }: NamedActor): KnownActor => {
    const actor = { id: freeId(name, ids), name: name.slice(0, LONGEST_NAME), party, kind };
    ids.add(actor.id);
    fresh.push(actor);
    byKey.set(nameKey(name), actor);
    return actor;
  };
  return {
    actor(named) {
      const seen = asWritten.get(named.name);
      if (seen) return seen;
      const known = (named.id ? gazetteer.actors.get(named.id) : undefined) ?? byKey.get(nameKey(named.name)) ?? add(named);
      const found = { id: known.id, party: known.party };
      asWritten.set(named.name, found);
      return found;
    },
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** The name in small letters; of a name without Latin letters its hash. The same name gives the same id in every store. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 60);
  const hash = createHash('sha256').update(nameKey(name)).digest('hex').slice(0, 8);
  if (slug === '') return `actor-${hash}`;
  return taken.has(slug) ? `${slug}-${hash}` : slug;
}
