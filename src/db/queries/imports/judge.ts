import type { TransactionSql } from 'postgres';
import type { Batch } from './rows.ts';
import { IMPORT } from './who.ts';

/** True where an account besides the import's own tells of incident `i`. */
export const TOLD_BY_OTHERS = `exists (
  select from account_incident ai where ai.incident_id = i.id and ai.account_id <> i.origin || ':' || i.origin_id)`;

/** True where the last word on incident `i` is a person's. */
const CHANGED_BY_PEOPLE = `coalesce(
  (select e.who <> '${IMPORT}' from edit e where e.subject = 'incident' and e.subject_id = i.ref order by e.id desc limit 1), false)`;

/** What an import leaves alone unless it is told otherwise. */
const HELD_HERE = `(${CHANGED_BY_PEOPLE} or ${TOLD_BY_OTHERS})`;

/** Every id of the batch is remembered, so that a second row of the same id is known and a snapshot knows what is gone. */
export async function rememberSeen(tx: TransactionSql, { seen }: Batch): Promise<void> {
  await tx.unsafe(
    `insert into import_seen (origin_id, line, digest) select origin_id, line, digest from import_stage where not gone
     order by line on conflict do nothing`,
  );
  if (seen.length === 0) return;
  await tx.unsafe(
    `insert into import_seen (origin_id, line)
     select originid, line from jsonb_to_recordset($1::text::jsonb) as s(originid text, line bigint) on conflict do nothing`,
    [JSON.stringify(seen.map(({ originId, line }) => ({ originid: originId, line })))],
  );
}

/**
 * Decides for each row of the stage what becomes of it. The store is looked at row by row through its index on origin and id: a LATERAL
 * with a limit cannot turn into a scan of a million incidents. New rows get their id here, so that account and link can name it.
 */
export async function judge(tx: TransactionSql, origin: string, { overwrite }: { overwrite: boolean }): Promise<void> {
  await tx.unsafe(
    `insert into import_verdict (line, origin_id, incident_id, verdict, first_line)
     select line, origin_id,
       case when verdict = 'new' then nextval(pg_get_serial_sequence('incident', 'id')) else incident_id end, verdict, first_line
     from (
       select s.line, s.origin_id, i.id as incident_id, f.line as first_line,
         case
           when s.gone then
             case when i.id is null or i.status = 'retracted' then 'unchanged' when ${overwrite} or not ${HELD_HERE} then 'deleted' else 'kept' end
           when f.line <> s.line then case when f.digest = s.digest then 'unchanged' else 'repeated' end
           when i.id is null then 'new'
           when i.import_digest = s.digest then case when ${overwrite} and ${CHANGED_BY_PEOPLE} then 'changed' else 'unchanged' end
           when ${overwrite} or not ${HELD_HERE} then 'changed'
           else 'kept'
         end as verdict
       from import_stage s
       left join lateral (select * from import_seen f where f.origin_id = s.origin_id limit 1) f on true
       left join lateral (select * from incident i where i.origin = $1 and i.origin_id = s.origin_id limit 1) i on true
       order by s.line
     ) j`,
    [origin],
  );
}

/** Incidents of this origin that the file does not have any more, at most `limit`: the next call gives the next ones. */
export async function judgeGone(
  tx: TransactionSql,
  origin: string,
  { overwrite, limit, after }: { overwrite: boolean; limit: number; after: number },
): Promise<number | null> {
  await tx.unsafe('truncate import_stage, import_verdict');
  await tx.unsafe(
    `insert into import_verdict (line, origin_id, incident_id, verdict)
     select null, i.origin_id, i.id, case when ${overwrite} or not ${HELD_HERE} then 'deleted' else 'kept' end
     from (
       select * from incident i where i.origin = $1 and i.id > $2::text::bigint and i.status <> 'retracted'
         and not exists (select from import_seen f where f.origin_id = i.origin_id)
       order by i.id limit $3::text::int
     ) i`,
    [origin, String(after), String(limit)],
  );
  const [last] = await tx.unsafe<{ id: number | null }[]>('select max(incident_id)::float8 as id from import_verdict');
  return last?.id ?? null;
}

export interface TakenRef {
  line: number;
  originId: string;
}

/** New rows whose ref is another incident's, in the store or earlier in the batch. */
export const takenRefs = (tx: TransactionSql): Promise<TakenRef[]> =>
  tx.unsafe<TakenRef[]>(
    `select line::float8 as line, origin_id as "originId" from (
       select s.line, s.origin_id, row_number() over (partition by s.ref order by s.line) as nth,
         exists (select from incident i where i.ref = s.ref) as taken
       from import_stage s join import_verdict v using (line, origin_id) where v.verdict = 'new') r
     where nth > 1 or taken order by line`,
  );

export async function giveRefs(tx: TransactionSql, refs: readonly { line: number; ref: string }[]): Promise<void> {
  await tx.unsafe(
    `update import_stage s set ref = g.ref from jsonb_to_recordset($1::text::jsonb) as g(line bigint, ref text) where s.line = g.line`,
    [JSON.stringify(refs)],
  );
}
