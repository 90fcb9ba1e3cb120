import type { Database } from '../../db/client.ts';
import { readGazetteerRows } from '../../db/queries/gazetteer.ts';
import type { Language } from '../../db/schema/vocabulary.ts';
import { createGazetteer, type Gazetteer, type Spelling } from './gazetteer.ts';

/** Spellings of each owner, in the order of the rows. */
function spellingsBy<T extends { language: Language; spelling: string }>(rows: readonly T[], owner: (row: T) => string) {
  const found = new Map<string, Spelling[]>();
  for (const row of rows) {
    const own = found.get(owner(row)) ?? [];
    own.push({ language: row.language, text: row.spelling });
    found.set(owner(row), own);
  }
  return found;
}

/** Who and where, as the store has it now. Takes a Store or a transaction's database. */
export async function readGazetteer({ db }: { db: Database }): Promise<Gazetteer> {
  const rows = await readGazetteerRows(db);
  const ofPlace = spellingsBy(rows.placeAliases, (row) => row.placeId);
  const ofActor = spellingsBy(rows.actorAliases, (row) => row.actorId);
  return createGazetteer(
    rows.places.map(({ origin: _, ...place }) => ({ ...place, spellings: ofPlace.get(place.id) ?? [] })),
    rows.actors.map((actor) => ({ ...actor, spellings: ofActor.get(actor.id) ?? [] })),
    rows.sources.map(({ id, name, nameAr, kind, side, reliability }) => ({ id, name, nameAr, kind, side, reliability })),
  );
}
