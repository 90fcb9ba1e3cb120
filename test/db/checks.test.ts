import { beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../src/db/unavailable.ts';
import { freshStore } from '../support/store.ts';

type Row = Record<string, unknown>;

const NOW = '2023-05-02T00:00:00Z';
const json = (value: unknown) => JSON.stringify(value);
const killed = (range: Row) => ({ tolls: json({ government: { killed: range } }) });

const INCIDENT: Row = {
  origin: 'test',
  origin_id: '1',
  ref: 'BDY-7K3Q9F',
  event_date_start: '2023-04-08',
  event_date_end: '2023-04-08',
  date_prec: 1,
  place_en: 'Sukhnah',
  country: 'SY',
  lat: 34.88,
  lon: 38.87,
  where_prec: 1,
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  attribution_certainty: 'suspected',
  evidence: 'fair',
  summary_en: '-',
  status: 'published',
  recorded_at: NOW,
  changed_at: NOW,
};
const { origin: _, ...CONTENT } = INCIDENT;

/** One row of each table that every CHECK lets pass, parents before children. */
const ROWS: Record<string, Row> = {
  actor: { id: 'isis', name: 'ISIS', name_ar: 'داعش', party: 'isis', kind: 'group' },
  actor_alias: { actor_id: 'isis', language: 'en', spelling: 'Daesh' },
  place: {
    id: 'sukhnah',
    name: 'Sukhnah',
    name_ar: 'السخنة',
    kind: 'town',
    lat: 34.88,
    lon: 38.87,
    extent_km: 3,
    origin: 'test',
  },
  place_alias: { place_id: 'sukhnah', language: 'ar', spelling: 'السخنه' },
  source: { id: 'sohr', name: 'SOHR', kind: 'monitor', affiliation: '-', reliability: 'B' },
  account: { id: 'a', source_id: 'sohr', stance: 'report', recorded_at: NOW },
  statistic: {
    id: 's',
    source_id: 'sohr',
    metric: 'killed',
    low: 229,
    high: 229,
    period_from: '2021-01-01',
    period_to: '2021-12-31',
    area_en: '-',
    area_ar: '-',
    area_place_ids: [],
  },
  incident: INCIDENT,
  incident_past: { ...CONTENT, id: 1, origin: 'test', valid_to: NOW },
  conversation: { key: 'console:test', updated_at: NOW, expires_at: NOW },
  edit: { at: NOW, who: 'test', why: '-', subject: 'store', subject_id: '-', changes: '{}' },
};

/** What each CHECK is there to refuse. */
const REFUSED: Record<string, [table: string, ...changes: Row[]]> = {
  account_credibility_admiralty: ['account', { credibility: 0 }, { credibility: 7 }],
  account_language_known: ['account', { language: 'fr' }],
  account_sha256_shape: ['account', { sha256: 'abc' }, { sha256: 'A'.repeat(64) }, { sha256: 'a'.repeat(65) }],
  account_stance_known: ['account', { stance: 'rumour' }],
  account_tolls_in_order: ['account', killed({ low: 6, high: 5 }), killed({ low: -1, high: null })],
  actor_alias_language_known: ['actor_alias', { language: 'fr' }],
  actor_kind_known: ['actor', { kind: 'club' }],
  actor_party_known: ['actor', { party: 'martians' }],
  conversation_language_known: ['conversation', { language: 'fr' }],
  edit_subject_known: ['edit', { subject: 'weather' }],
  incident_attribution_known: ['incident', { attribution_certainty: 'maybe' }],
  incident_changed_after_recorded: ['incident', { changed_at: '2023-05-01T23:59:59Z' }],
  incident_clarity_ucdp: ['incident', { event_clarity: 0 }, { event_clarity: 3 }],
  incident_country_known: ['incident', { country: 'TR' }],
  incident_date_prec_ucdp: ['incident', { date_prec: 0 }, { date_prec: 6 }],
  incident_day_is_one_day: ['incident', { event_date_end: '2023-04-09' }],
  incident_event_type_acled: ['incident', { event_type: 'Battle' }],
  incident_evidence_known: ['incident', { evidence: 'strong' }],
  incident_extent_positive: ['incident', { extent_km: -1 }],
  incident_means_known: ['incident', { means: ['motorcycle', 'camel'] }],
  incident_on_earth: ['incident', { lat: 90.1 }, { lat: -90.1 }, { lon: 180.1 }, { lon: -180.1 }],
  incident_place_known: ['incident', { place_en: '' }],
  incident_ref_shape: ['incident', { ref: 'BDY-7K3Q9I' }, { ref: 'BDY-7K3Q90' }, { ref: 'bdy-7K3Q9F' }, { ref: 'BDY-7K3Q9FF' }],
  incident_start_not_after_end: ['incident', { event_date_start: '2023-04-09', date_prec: 2 }],
  incident_status_known: ['incident', { status: 'deleted' }],
  incident_sub_event_type_acled: ['incident', { sub_event_type: 'Clash' }],
  incident_tactics_known: ['incident', { tactics: ['ambush', 'magic'] }],
  incident_target_objects_known: ['incident', { target_objects: ['moon'] }],
  incident_time_of_day_known: ['incident', { time_of_day: 'dusk' }],
  incident_tolls_in_order: [
    'incident',
    killed({ low: 6, high: 5 }),
    killed({ low: 6, best: 5, high: 7 }),
    killed({ low: 6, best: 8, high: 7 }),
    killed({ low: null, best: 8, high: 7 }),
    killed({ low: -1, high: null }),
    { tolls: json({ civilians: { killed: { low: 1, high: 1 }, wounded: { low: 2, high: 1 } } }) },
  ],
  incident_version_positive: ['incident', { version: 0 }],
  incident_where_prec_ucdp: ['incident', { where_prec: 0 }, { where_prec: 8 }],
  incident_past_valid_after_change: ['incident_past', { valid_to: '2023-05-01T23:59:59Z' }],
  place_alias_language_known: ['place_alias', { language: 'fr' }],
  place_country_known: ['place', { country: 'TR' }],
  place_extent_positive: ['place', { extent_km: -1 }],
  place_kind_known: ['place', { kind: 'galaxy' }],
  place_on_earth: ['place', { lat: 91 }, { lon: -181 }],
  source_kind_known: ['source', { kind: 'oracle' }],
  source_name_said: ['source', { name: '' }],
  source_reliability_admiralty: ['source', { reliability: 'G' }],
  source_side_known: ['source', { side: 'martians' }],
  statistic_low_not_above_high: ['statistic', { low: 230 }],
  statistic_metric_known: ['statistic', { metric: 'rumours' }],
  statistic_period_in_order: ['statistic', { period_from: '2022-01-01' }],
  statistic_says_something: ['statistic', { low: null, high: null }],
};

const { sql } = await freshStore();

const insert = (table: string, row: Row) => sql`insert into ${sql(table)} ${sql(row)}`;

beforeAll(async () => {
  for (const [table, row] of Object.entries(ROWS)) await insert(table, row);
});

/** The CHECK that a row breaks; where it breaks something else, that error. CHECKs come before keys. */
async function brokenBy(table: string, row: Row): Promise<unknown> {
  try {
    await insert(table, row);
    return 'none';
  } catch (error) {
    return errorCode(error) === '23514' && error instanceof Error && 'constraint_name' in error ? error.constraint_name : error;
  }
}

describe('each CHECK of the facts and of what is remembered of chats', () => {
  it('is proved below', async () => {
    const checks = await sql<{ name: string }[]>`
      select conname as name from pg_constraint where contype = 'c' and conrelid::regclass::text = any(${Object.keys(ROWS)})`;
    expect(Object.keys(REFUSED).sort()).toEqual(checks.map((check) => check.name).sort());
  });

  const cases = Object.entries(REFUSED).flatMap(([name, [table, ...changes]]) =>
    changes.map((change) => [name, table, change] as const),
  );
  it.each(cases)('%s keeps from %s %j', async (name, table, change) => {
    expect(await brokenBy(table, { ...ROWS[table], ...change })).toBe(name);
  });
});
