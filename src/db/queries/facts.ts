import type { ISql } from 'postgres';
import type { Store } from '../client.ts';
import type {
  account,
  actor,
  actorAlias,
  Changes,
  document,
  EDIT_SUBJECTS,
  incident,
  place,
  placeAlias,
  source,
  statistic,
} from '../schema/index.ts';
import { FACT_TABLES } from './fact-tables.ts';
import { asJson, type ChangedRow, changedByOthers, givenRows, snake, type Target, upsert } from './upsert.ts';
import { putIncidents } from './versions.ts';

type Row<T extends { $inferInsert: object }> = T['$inferInsert'];
type Instants = 'recordedAt' | 'changedAt';

/** Rows of everything that ships with dalil, whole. Instants are the loader's. */
export interface FactRows {
  sources: Row<typeof source>[];
  documents: Row<typeof document>[];
  actors: Row<typeof actor>[];
  actorAliases: Row<typeof actorAlias>[];
  places: Row<typeof place>[];
  placeAliases: Row<typeof placeAlias>[];
  incidents: Omit<Row<typeof incident>, Instants>[];
  accounts: (Omit<Row<typeof account>, Instants> & { /** originIds of incidents */ covers: string[] })[];
  statistics: Row<typeof statistic>[];
}

export interface Written {
  added: number;
  changed: number;
}

/** Who wrote what came with dalil; any other name in `edit.who` is a person's. */
export const DALIL = 'dalil';

/** Kept for one transaction: two starts on one store take turns. */
const LOADING = 0x66616374;

interface Edit {
  subject: (typeof EDIT_SUBJECTS)[number];
  subjectId: string;
  changes: Changes;
}

const WHY = 'shipped with dalil';

/** The fingerprint of the data that was loaded last; null: none was. */
export async function loadedFacts(sql: ISql): Promise<string | null> {
  const [row] = await sql<{ fingerprint: string | null }[]>`
    select changes -> 'facts' ->> 1 as fingerprint from edit
    where subject = 'store' and subject_id = 'facts' order by id desc limit 1`;
  return row?.fingerprint ?? null;
}

/**
 * Writes the rows in one transaction, unless the store already holds data of this fingerprint (then null). Rows that people have changed
 * stay as they are. Every incident that is new or changed, and every other row that is changed, gets an edit row; the last one is the
 * store's, so that the store's version stands for all of it.
 */
export function writeFacts(
  { sql }: Pick<Store, 'sql'>,
  rows: FactRows,
  { fingerprint, now }: { fingerprint: string; now: Date },
): Promise<Written | null> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOADING})`;
    const before = await loadedFacts(tx);
    if (before === fingerprint) return null;
    const edits: Edit[] = [];
    const put = async (name: keyof typeof FACT_TABLES, given: readonly object[]) => {
      const target: Target = FACT_TABLES[name];
      const changed = await upsert(tx, target, given, DALIL);
      edits.push(...changed.flatMap((row) => editOf(target, row)));
    };
    await put('source', rows.sources);
    await put('document', rows.documents);
    await put('actor', rows.actors);
    await put('place', rows.places);
    const aliases = [
      ['actor', rows.actorAliases],
      ['place', rows.placeAliases],
    ] as const;
    for (const [owner, given] of aliases) {
      if (before !== null) await dropAliases(tx, owner, given);
      await addAliases(tx, owner, given);
    }
    const incidents = await putIncidents(tx, rows.incidents, { who: DALIL, now });
    edits.push(...incidents.map(({ ref, changes }) => ({ subject: 'incident' as const, subjectId: ref, changes })));
    await put(
      'account',
      rows.accounts.map(({ covers: _, ...row }) => ({ ...row, recordedAt: now.toISOString() })),
    );
    await linkAccounts(tx, rows.accounts);
    await put('statistic', rows.statistics);
    const added = incidents.filter(({ version }) => version === 1).length;
    const facts: Edit = { subject: 'store', subjectId: 'facts', changes: { facts: [before, fingerprint] } };
    await writeEdits(tx, [...edits, facts], now);
    return { added, changed: edits.length - added };
  });
}

function editOf({ subject, columns }: Target, { id, before, after }: ChangedRow): Edit[] {
  if (!isSubject(subject)) return [];
  const names = Object.keys(columns).map(snake);
  const differing = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return [{ subject, subjectId: id, changes: Object.fromEntries(differing.map((name) => [name, [before[name], after[name]]])) }];
}

const SUBJECTS: Record<Edit['subject'], true> = {
  incident: true,
  account: true,
  source: true,
  statistic: true,
  place: true,
  actor: true,
  store: true,
};
const isSubject = (subject: string | undefined): subject is Edit['subject'] => subject !== undefined && subject in SUBJECTS;

type Alias = FactRows['actorAliases'][number] | FactRows['placeAliases'][number];
const ownerOf = (row: Alias): string => ('actorId' in row ? row.actorId : row.placeId);

async function addAliases(tx: ISql, owner: 'actor' | 'place', given: readonly Alias[]): Promise<void> {
  await tx.unsafe(
    `insert into ${owner}_alias (${owner}_id, language, spelling)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (spelling, ${owner}_id) do nothing`,
    [given.map(ownerOf), given.map((row) => row.language), given.map((row) => row.spelling)],
  );
}

/** A spelling that the data no longer gives to one of its names is taken off it, unless people have changed that name. */
async function dropAliases(tx: ISql, owner: 'actor' | 'place', given: readonly Alias[]): Promise<void> {
  await tx.unsafe(
    `with ${givenRows({ [`${owner}Id`]: 'text', spelling: 'text' })}
     delete from ${owner}_alias as held
     where held.${owner}_id in (select ${owner}_id from given)
       and (held.${owner}_id, held.spelling) not in (select ${owner}_id, spelling from given)
       and not ${changedByOthers(owner, `held.${owner}_id`)}`,
    [asJson(given), DALIL],
  );
}

async function linkAccounts(tx: ISql, accounts: FactRows['accounts']): Promise<void> {
  const links = JSON.stringify(accounts.flatMap(({ id, covers }) => covers.map((key) => ({ account_id: id, key }))));
  await tx`
    with given as (
      select g.account_id, i.id as incident_id
      from jsonb_to_recordset(${links}::text::jsonb) as g(account_id text, key text)
      join incident as i on i.origin = ${DALIL} and i.origin_id = g.key
    ), gone as (
      delete from account_incident as held
      where held.account_id in (select account_id from given)
        and (held.account_id, held.incident_id) not in (select account_id, incident_id from given)
    )
    insert into account_incident (account_id, incident_id) select account_id, incident_id from given on conflict do nothing`;
}

async function writeEdits(tx: ISql, edits: readonly Edit[], now: Date): Promise<void> {
  await tx`
    insert into edit (at, who, why, subject, subject_id, changes)
    select ${now.toISOString()}::timestamptz, ${DALIL}, ${WHY}, e.value ->> 'subject', e.value ->> 'subjectId', e.value -> 'changes'
    from jsonb_array_elements(${JSON.stringify(edits)}::text::jsonb) with ordinality as e(value, n) order by e.n`;
}
