import type { Sql } from 'postgres';
import type { place } from '../../schema/index.ts';
import type { Language } from '../../schema/vocabulary.ts';
import { FACT_TABLES } from '../fact-tables.ts';
import { asJson, changedByOthers, columnList, givenRows, snake, valueList } from '../upsert.ts';
import { IMPORT } from './who.ts';

export interface GazetteerPlaceRow {
  id: string;
  /** Null: the place is here, and only spellings are added to it. */
  place: Omit<(typeof place)['$inferInsert'], 'outline'> | null;
  spellings: { language: Language; spelling: string }[];
}

const { outline: _, ...COLUMNS } = FACT_TABLES.place.columns;
const NAMES = Object.keys(COLUMNS);
const KEPT = NAMES.filter((name) => name !== 'id');

/** Writes places and spellings in one transaction; what people have changed stays. The store's version stands for all of it. */
export const writePlaces = (
  sql: Sql,
  rows: readonly GazetteerPlaceRow[],
  { now, why }: { now: Date; why: string },
): Promise<{ new: number; changed: number }> =>
  sql.begin(async (tx) => {
    const put = await tx.unsafe<{ id: string; added: boolean }[]>(
      `with ${givenRows(COLUMNS)}
       insert into place as t (${columnList(NAMES)}) select ${valueList('given', NAMES)} from given
       on conflict (id) do update set ${KEPT.map((name) => `${snake(name)} = excluded.${snake(name)}`).join(', ')}
       where (${valueList('t', KEPT)}) is distinct from (${valueList('excluded', KEPT)}) and not ${changedByOthers('place', 't.id')}
       returning t.id, t.xmax = 0 as added`,
      [asJson(rows.flatMap(({ place }) => (place ? [place] : []))), IMPORT],
    );
    const aliases = rows.flatMap(({ id, spellings }) => spellings.map((one) => ({ id, ...one })));
    const spelled = await tx.unsafe<{ id: string }[]>(
      `insert into place_alias (place_id, language, spelling)
       select distinct on (spelling, id) id, language, spelling
       from jsonb_to_recordset($1::text::jsonb) as g(id text, language text, spelling text)
       on conflict (spelling, place_id) do nothing returning place_id as id`,
      [JSON.stringify(aliases)],
    );
    const added = new Set(put.filter((one) => one.added).map(({ id }) => id));
    const changed = new Set([...put, ...spelled].map(({ id }) => id).filter((id) => !added.has(id)));
    if (added.size + changed.size > 0) {
      const changes = JSON.stringify({ new: [null, added.size], changed: [null, changed.size] });
      await tx.unsafe(
        `insert into edit (at, who, why, subject, subject_id, changes)
         values ($1::text::timestamptz, '${IMPORT}', $2, 'store', 'import places', $3::text::jsonb)`,
        [now.toISOString(), why, changes],
      );
    }
    return { new: added.size, changed: changed.size };
  });
