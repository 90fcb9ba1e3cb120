import { isDeepStrictEqual } from 'node:util';
import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import { LANGUAGES, type Language } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import { createVoice } from '../../summary/voice.ts';
import type { Draft } from '../../tips/draft.ts';
import { fieldSaid } from '../draft-fields.ts';
import { asDraft, type Told } from './stored-draft.ts';

type Tools = Pick<Core, 'gazetteer' | 'translator'>;

const ISOLATES = /[\u2066-\u2069]/gu;
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A sentence made of the fields alone: "Ambush by ISIS, near As-Sukhnah: 3 killed (government side)." */
export function madeSummary(told: Told, language: Language, core: Tools): string {
  const draft = asDraft(told, core.gazetteer);
  const voice = createVoice(core.translator(language), core.gazetteer);
  const { t } = voice;
  // an ambush is a clash too
  const closer = draft.tactics.filter((tactic) => tactic !== 'clash');
  const tactics = closer.length > 0 ? closer : draft.tactics;
  const what = tactics.length > 0 ? fieldSaid('tactics', { ...draft, tactics }, voice) : t('drafted-attack');
  const by = draft.attackers.length > 0 ? t('drafted-by', { what, who: voice.actorsAfter(draft.attackers) }) : what;
  const where = t('drafted-where', { what: by, place: fieldSaid('place', draft, voice) });
  const toll = Object.keys(draft.tolls).length > 0 ? fieldSaid('casualties', draft, voice) : '';
  return capital(toll === '' ? t('drafted-end', { what: where }) : t('drafted-toll', { what: where, toll })).replace(
    ISOLATES,
    '',
  );
}

/** Where an incident keeps its summary in a language. */
export const SUMMARY = { en: 'summaryEn', ar: 'summaryAr' } as const satisfies Record<Language, keyof IncidentRow>;

/** The moderator's own sentence in its language; in the other one a sentence of the fields. */
export const summariesOf = (
  told: Told,
  own: NonNullable<Draft['summary']>,
  core: Tools,
): { summaryEn: string; summaryAr: string } => ({
  summaryEn: own.en ?? madeSummary(told, 'en', core),
  summaryAr: own.ar ?? madeSummary(told, 'ar', core),
});

/** What a summary may tell: where one of these changes, what it says may be of yesterday. */
const TOLD = [
  'eventDateStart',
  'eventDateEnd',
  'placeEn',
  'lat',
  'lon',
  'tactics',
  'attributedTo',
  'targets',
  'tolls',
] as const satisfies readonly (keyof Told)[];

export interface Settled {
  /** With the summaries that were made of the fields made anew. */
  change: Partial<IncidentRow>;
  /** Languages in which a person wrote the summary: it stays, and may tell the old. */
  stale: Language[];
}

/** What a change of an incident's fields makes of its summaries. One that it brings itself stands. */
export function settled(held: IncidentRow, change: Partial<IncidentRow>, core: Tools): Settled {
  const after: IncidentRow = { ...held, ...change };
  const isTold = TOLD.some((field) => !isDeepStrictEqual(held[field], after[field]));
  const result: Settled = { change: { ...change }, stale: [] };
  if (!isTold) return result;
  for (const language of LANGUAGES) {
    const field = SUMMARY[language];
    const before = held[field];
    if (before === null || change[field] !== undefined) continue;
    if (before === madeSummary(held, language, core)) result.change[field] = madeSummary(after, language, core);
    else if (before !== '') result.stale.push(language);
  }
  return result;
}
