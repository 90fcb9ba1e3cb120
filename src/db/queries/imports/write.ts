import type { TransactionSql } from 'postgres';
import { columnList, valueList } from '../upsert.ts';
import { TOLD_BY_OTHERS } from './judge.ts';
import { SAID } from './stage.ts';
import { IMPORT } from './who.ts';

export interface Writing {
  origin: string;
  sourceId: string;
  /** ISO instant. */
  now: string;
  /** What is imported, in a word or two, for the history. */
  why: string;
}

const KEPT = ['version', 'recordedAt', 'changedAt'];
const PAST = ['id', 'origin', 'originId', 'ref', ...SAID, ...KEPT];

/** Incidents, their accounts and what ties them: three plain inserts from the stage. */
export async function writeNew(tx: TransactionSql, { origin, sourceId, now }: Writing): Promise<void> {
  const added = `import_stage s join import_verdict v using (line, origin_id) where v.verdict = 'new'`;
  await tx.unsafe(
    `insert into incident (${columnList(['id', 'origin', 'originId', 'importDigest', 'ref', ...SAID, 'recordedAt', 'changedAt'])})
     overriding system value
     select v.incident_id, $1, s.origin_id, s.digest, s.ref, ${valueList('s', SAID)}, $2::text::timestamptz, $2::text::timestamptz
     from ${added}`,
    [origin, now],
  );
  await tx.unsafe(
    `insert into account (id, source_id, stance, tolls, note_en, url, published, language, recorded_at)
     select $1 || ':' || s.origin_id, $2, 'report', s.tolls, s.note_en, s.url, s.published, 'en', $3::text::timestamptz from ${added}`,
    [origin, sourceId, now],
  );
  await tx.unsafe(
    `insert into account_incident (account_id, incident_id) select $1 || ':' || origin_id, incident_id
     from import_verdict where verdict = 'new'`,
    [origin],
  );
}

/** What differs between two rows as JSON, field → [before, after]. */
const changesBetween = (before: string, after: string) =>
  `(select coalesce(jsonb_object_agg(n.key, jsonb_build_array(${before} -> n.key, n.value)), '{}') from jsonb_each(${after}) n
    where n.key <> 'import_digest' and ${before} -> n.key is distinct from n.value)`;

/** Puts `set` on the incidents of one verdict: the version that held goes whole to incident_past, what changed to their history. */
async function revise(
  tx: TransactionSql,
  { now, why }: Writing,
  { verdict, set, from }: { verdict: string; set: string; from: string },
): Promise<void> {
  await tx.unsafe(
    `with held as materialized (
       select i.*, v.line, to_jsonb(i) as before
       from import_verdict v join lateral (select * from incident i where i.id = v.incident_id limit 1) i on true
       where v.verdict = '${verdict}'
     ),
     past as (
       insert into incident_past (${columnList([...PAST, 'validTo'])})
       select ${columnList(PAST)}, greatest($1::text::timestamptz, changed_at) from held
     ),
     revised as (
       update incident i set ${set}, version = i.version + 1, changed_at = greatest($1::text::timestamptz, i.changed_at)
       from held h ${from} where i.id = h.id
       returning i.*
     )
     insert into edit (at, who, why, subject, subject_id, changes)
     select $1::text::timestamptz, '${IMPORT}', $2, 'incident', r.ref, ${changesBetween('h.before', 'to_jsonb(r)')}
     from revised r join held h using (id) order by r.id`,
    [now, why],
  );
}

/** A row's grade is of its own account alone; where others tell of the incident too, the one made of all of them stands. */
const given = (name: string): string =>
  name === 'evidence' ? `case when ${TOLD_BY_OTHERS} then i.evidence else s.evidence end` : valueList('s', [name]);

export async function writeChanged(tx: TransactionSql, writing: Writing): Promise<void> {
  const { origin, sourceId, now, why } = writing;
  await revise(tx, writing, {
    verdict: 'changed',
    set: `import_digest = s.digest, (${columnList(SAID)}) = row(${SAID.map(given).join(', ')})`,
    from: 'join import_stage s on s.line = h.line and s.origin_id = h.origin_id',
  });
  await tx.unsafe(
    `with given as materialized (
       select $1 || ':' || s.origin_id as id, v.incident_id, s.tolls, s.note_en, s.url, s.published
       from import_stage s join import_verdict v using (line, origin_id) where v.verdict = 'changed'
     ),
     held as materialized (
       select a.id, to_jsonb(a) as before from given g join lateral (select * from account a where a.id = g.id limit 1) a on true
     ),
     put as (
       insert into account as a (id, source_id, stance, tolls, note_en, url, published, language, recorded_at)
       select id, $2, 'report', tolls, note_en, url, published, 'en', $3::text::timestamptz from given
       on conflict (id) do update set tolls = excluded.tolls, note_en = excluded.note_en, url = excluded.url,
         published = excluded.published, retracted_at = null
       where (a.tolls, a.note_en, a.url, a.published, a.retracted_at)
         is distinct from (excluded.tolls, excluded.note_en, excluded.url, excluded.published, null)
       returning a.*
     ),
     tied as (
       insert into account_incident (account_id, incident_id) select id, incident_id from given on conflict do nothing
     )
     insert into edit (at, who, why, subject, subject_id, changes)
     select $3::text::timestamptz, '${IMPORT}', $4, 'account', p.id, ${changesBetween('h.before', 'to_jsonb(p)')}
     from put p join held h using (id)`,
    [origin, sourceId, now, why],
  );
}

/** What the source has withdrawn is retracted here: it counts no more, and nothing of it is lost. */
export async function writeDeleted(tx: TransactionSql, writing: Writing): Promise<void> {
  await revise(tx, writing, { verdict: 'deleted', set: "status = 'retracted', import_digest = null", from: '' });
  await tx.unsafe(
    `with taken_back as (
       update account a set retracted_at = $2::text::timestamptz from import_verdict v
       where v.verdict = 'deleted' and a.id = $1 || ':' || v.origin_id and a.retracted_at is null
       returning a.id
     )
     insert into edit (at, who, why, subject, subject_id, changes)
     select $2::text::timestamptz, '${IMPORT}', $3, 'account', id, jsonb_build_object('retracted_at', jsonb_build_array(null, $2::text))
     from taken_back`,
    [writing.origin, writing.now, writing.why],
  );
}

/** What people have changed stays; that the source now says otherwise is told once. */
export async function rememberKept(tx: TransactionSql): Promise<void> {
  await tx.unsafe(
    `update incident i set import_digest = s.digest
     from import_verdict v join import_stage s using (line, origin_id)
     where v.verdict = 'kept' and not s.gone and i.id = v.incident_id`,
  );
}

export async function writeActors(tx: TransactionSql, actors: readonly object[], { now, why }: Writing): Promise<void> {
  if (actors.length === 0) return;
  await tx.unsafe(
    `with given as (select * from jsonb_to_recordset($1::text::jsonb) as g(id text, name text, party text, kind text)),
       added as (
         insert into actor (id, name, name_ar, party, kind) select id, name, name, party, kind from given
         on conflict do nothing returning *
       )
     insert into edit (at, who, why, subject, subject_id, changes)
     select $2::text::timestamptz, '${IMPORT}', $3, 'actor', id, jsonb_build_object('name', jsonb_build_array(null, name)) from added`,
    [JSON.stringify(actors), now, why],
  );
}

/** New incidents have no history of their own: one row stands for a batch of them, so that the store's version names them too. */
export async function writeStoreEdit(
  tx: TransactionSql,
  counts: Readonly<Record<string, number>>,
  { origin, now, why }: Writing,
): Promise<void> {
  const changes = Object.fromEntries(Object.entries(counts).map(([verdict, count]) => [verdict, [null, count]]));
  await tx.unsafe(
    `insert into edit (at, who, why, subject, subject_id, changes)
     values ($1::text::timestamptz, '${IMPORT}', $2, 'store', $3, $4::text::jsonb)`,
    [now, why, `import ${origin}`, JSON.stringify(changes)],
  );
}
