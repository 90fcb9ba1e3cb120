import type { z } from 'zod';
import { DALIL, type FactRows } from '../../db/queries/facts.ts';
import type { Party } from '../../db/schema/vocabulary.ts';
import type { Actor } from '../gazetteer/gazetteer.ts';
import { gradeEvidence } from './evidence.ts';
import { factsDirectory, readActors, readPlaces, readRecords } from './files.ts';
import { accountRecord, documentRecord, incidentRecord, sourceRecord, statisticRecord } from './shapes.ts';

type Incident = z.infer<typeof incidentRecord>;
type Account = z.infer<typeof accountRecord>;
type SourceRow = z.infer<typeof sourceRecord>;

/** Everything under data/ as rows of the store. Throws where a record names a place, actor, source or incident that there is not. */
export function factRows(directory: string = factsDirectory): FactRows {
  const read = <T extends z.ZodType>(name: string, record: T) => readRecords(directory, name, record);
  const places = readPlaces(directory);
  const actors = readActors(directory);
  const sources = read('sources.json', sourceRecord);
  const documents = read('documents.json', documentRecord);
  const incidents = read('incidents.json', incidentRecord);
  const accounts = read('accounts.json', accountRecord);
  const statistics = read('statistics.json', statisticRecord);

  const known = {
    place: idsOf(places),
    actor: idsOf(actors),
    source: idsOf(sources),
    document: idsOf(documents),
    incident: new Set(incidents.map((i) => i.key)),
    account: idsOf(accounts),
  };
  const demand = (kind: keyof typeof known, by: string, ids: readonly (string | null)[]) => {
    const missing = ids.filter((id) => id !== null && !known[kind].has(id));
    if (missing.length > 0) throw new Error(`data: ${by} names an unknown ${kind}: ${missing.join(', ')}`);
  };
  for (const p of places) demand('place', p.id, [p.parentId]);
  for (const a of actors) demand('actor', a.id, [a.parentId]);
  for (const d of documents) demand('source', d.id, [d.source]);
  for (const i of incidents) {
    demand('place', i.key, [i.place]);
    demand('actor', i.key, [...i.attributedTo, ...i.claimedBy, ...i.targets]);
    demand('document', i.key, [i.document]);
  }
  for (const a of accounts) {
    demand('source', a.id, [a.source]);
    demand('document', a.id, [a.document]);
    demand('incident', a.id, a.covers);
  }
  for (const s of statistics) {
    demand('source', s.id, [s.source]);
    demand('document', s.id, [s.document]);
    demand('place', s.id, s.areas);
    demand('actor', s.id, [...s.perpetrators, ...s.subjects]);
    demand('account', s.id, [s.account]);
  }

  const published = new Map(documents.map((d) => [d.id, d.published]));
  const evidence = evidenceOf(new Map(actors.map((a) => [a.id, a])), new Map(sources.map((s) => [s.id, s])), accounts);
  return {
    sources,
    documents: documents.map(({ source, ...d }) => ({ ...d, sourceId: source })),
    actors: actors.map(({ spellings: _, ...a }) => a),
    actorAliases: actors.flatMap(({ id, spellings }) =>
      spellings.map((s) => ({ actorId: id, language: s.language, spelling: s.text })),
    ),
    places: places.map(({ spellings: _, ...p }) => p),
    placeAliases: places.flatMap(({ id, spellings }) =>
      spellings.map((s) => ({ placeId: id, language: s.language, spelling: s.text })),
    ),
    incidents: incidents.map((i) => incidentRow(i, evidence(i))),
    accounts: accounts.map(({ source, document, ...a }) => ({
      ...a,
      sourceId: source,
      documentId: document,
      published: published.get(document) ?? null,
      // all five documents are in English
      language: 'en' as const,
    })),
    statistics: statistics.map(({ source, document, areas, account, ...s }) => ({
      ...s,
      sourceId: source,
      documentId: document,
      areaPlaceIds: areas,
      accountId: account,
    })),
  };
}

const idsOf = (records: readonly { id: string }[]) => new Set(records.map((r) => r.id));

function incidentRow(record: Incident, evidence: FactRows['incidents'][number]['evidence']): FactRows['incidents'][number] {
  const { key, document: _, start, end, place, ...rest } = record;
  const dates = { eventDateStart: start, eventDateEnd: end };
  return { origin: DALIL, originId: key, placeId: place, ...dates, ...rest, evidence, status: 'published' };
}

const evidenceOf =
  (actors: ReadonlyMap<string, Actor>, sources: ReadonlyMap<string, SourceRow>, accounts: readonly Account[]) =>
  (incident: Incident) => {
    const parties = (ids: readonly string[]): Party[] => ids.flatMap((id) => actors.get(id)?.party ?? []);
    return gradeEvidence({
      perpetrators: parties(incident.attributedTo),
      targets: parties(incident.targets),
      attribution: incident.attributionCertainty,
      accounts: accounts
        .filter((a) => a.covers.includes(incident.key))
        .flatMap(({ source, stance }) => {
          const teller = sources.get(source);
          return teller ? [{ sourceId: source, side: teller.side, reliability: teller.reliability, stance }] : [];
        }),
    });
  };
