import type { ISql } from 'postgres';
import type { source } from '../../schema/index.ts';
import { IMPORT } from './who.ts';

export type NewSource = (typeof source)['$inferInsert'] & { note: string };

/** Takes a source up where it is not known; a known one stays as it is. */
export async function ensureSource(sql: ISql, given: NewSource, { now, why }: { now: Date; why: string }): Promise<void> {
  await sql.unsafe(
    `with added as (
       insert into source (id, name, name_ar, kind, affiliation, side, reliability, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning *
     )
     insert into edit (at, who, why, subject, subject_id, changes)
     select $9::text::timestamptz, '${IMPORT}', $10, 'source', id, jsonb_build_object('name', jsonb_build_array(null, name)) from added`,
    [
      given.id,
      given.name,
      given.nameAr ?? null,
      given.kind,
      given.affiliation,
      given.side ?? null,
      given.reliability,
      given.note,
      now.toISOString(),
      why,
    ],
  );
}
