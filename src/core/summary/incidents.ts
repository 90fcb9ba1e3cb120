import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Found, FoundAccount, FoundIncident } from '../search/found.ts';
import type { AnswerAccount, AnswerIncident, AnswerJoint, AnswerPossible } from './answer.ts';
import { incidentTolls } from './toll.ts';

const actorNames = (ids: readonly string[], { actors }: Gazetteer) => ids.map((id) => actors.get(id)?.name ?? id);

function accountOf(account: FoundAccount, { sources }: Gazetteer): AnswerAccount {
  const source = sources.get(account.sourceId);
  const publisherId = account.documentSourceId ?? null;
  const publisher = publisherId === null || publisherId === account.sourceId ? undefined : sources.get(publisherId);
  return {
    source: source?.name ?? account.sourceId,
    source_ar: source?.nameAr ?? null,
    stance: account.stance,
    tolls: account.tolls,
    approximate: account.approximate,
    words: account.wordsEn,
    words_ar: account.wordsAr,
    note: account.noteEn,
    note_ar: account.noteAr,
    document: account.documentTitle,
    publisher: publisher?.name ?? null,
    publisher_ar: publisher?.nameAr ?? null,
    published: account.documentPublished,
    published_prec: account.documentPublishedPrec?.startsWith('day') ? 'day' : 'month',
    url: account.url,
    joint: account.jointToll,
    covers: account.covers,
  };
}

export function incidentOf(incident: FoundIncident, found: Pick<Found, 'accounts'>, gazetteer: Gazetteer): AnswerIncident {
  const accounts = (found.accounts[incident.ref] ?? []).map((account) => accountOf(account, gazetteer));
  return {
    ref: incident.ref,
    date: incident.dateStart,
    date_end: incident.dateEnd,
    date_prec: incident.datePrec,
    place: incident.placeEn,
    place_ar: incident.placeAr,
    place_id: incident.placeId,
    country: incident.country,
    admin1: incident.admin1,
    admin2: incident.admin2,
    lat: incident.lat,
    lon: incident.lon,
    where_prec: incident.wherePrec,
    distance_km: incident.distanceKm,
    event_type: incident.eventType,
    sub_event_type: incident.subEventType,
    tactics: incident.tactics,
    target_objects: incident.targetObjects,
    who: actorNames(incident.attributedTo, gazetteer),
    certainty: incident.attributionCertainty,
    claimed_by: actorNames(incident.claimedBy, gazetteer),
    target: actorNames(incident.targets, gazetteer),
    ...incidentTolls(incident.tolls),
    tolls: incident.tolls,
    evidence: incident.evidence,
    event_clarity: incident.eventClarity,
    summary: incident.summaryEn,
    summary_ar: incident.summaryAr,
    version: incident.version,
    accounts,
    sources: [...new Set(accounts.map((account) => account.source))],
  };
}

export const possibleOf = (found: Found, gazetteer: Gazetteer): AnswerPossible[] =>
  found.possible.map((incident) => ({ ...incidentOf(incident, found, gazetteer), because: incident.because }));

export const jointOf = (found: Found, { sources }: Gazetteer): AnswerJoint[] =>
  found.jointTolls.map((joint) => ({
    source: sources.get(joint.sourceId)?.name ?? joint.sourceId,
    source_ar: sources.get(joint.sourceId)?.nameAr ?? null,
    approximate: joint.approximate,
    counted: joint.counted,
    covers: joint.covers,
    among_counted: joint.amongCounted,
    among_possible: joint.amongPossible,
    tolls: joint.tolls,
  }));
