import { asc } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { actor, actorAlias, place, placeAlias, source } from '../schema/index.ts';

/** Places, actors and sources as they stand, with their spellings; the caller builds a gazetteer of them. */
export async function readGazetteerRows(db: Database) {
  const [places, placeAliases, actors, actorAliases, sources] = await Promise.all([
    db.select().from(place).orderBy(asc(place.id)),
    db.select().from(placeAlias).orderBy(asc(placeAlias.placeId), asc(placeAlias.language), asc(placeAlias.spelling)),
    db.select().from(actor).orderBy(asc(actor.id)),
    db.select().from(actorAlias).orderBy(asc(actorAlias.actorId), asc(actorAlias.language), asc(actorAlias.spelling)),
    db.select().from(source).orderBy(asc(source.id)),
  ]);
  return { places, placeAliases, actors, actorAliases, sources };
}
