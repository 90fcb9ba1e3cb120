import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import type { Language } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import { eventTypeOf, likelySubEvent } from '../../imports/mapping/event-type.ts';
import { fold } from '../../question/text.ts';
import type { Voice } from '../../summary/voice.ts';
import type { Draft } from '../../tips/draft.ts';
import { fieldShown, readValue } from '../draft-fields.ts';
import type { Aim, Changed, Edited } from '../field-words.ts';
import { idsOf, incidentTollsOf, placed } from './incident-of-draft.ts';
import { asDraft } from './stored-draft.ts';
import { SUMMARY } from './summaries.ts';

/** As it is typed. */
const STATUS = {
  published: ['published', 'منشور'],
  archived: ['archived', 'مؤرشف'],
  retracted: ['retracted', 'مسحوب'],
} as const;

export const statusWords = (language: Language): string[] =>
  Object.values(STATUS).map(([en, ar]) => (language === 'en' ? en : ar));

type Change = Partial<IncidentRow>;

const FROM_DRAFT = {
  date: ({ day }) => (day ? { eventDateStart: day.from, eventDateEnd: day.to, datePrec: day.precision } : null),
  place: ({ place }, { gazetteer }) => place && placed(place, gazetteer),
  actors: ({ attackers }, { gazetteer }) => ({ attributedTo: idsOf(attackers, gazetteer) }),
  targets: ({ targets }, { gazetteer }) => ({ targets: idsOf(targets, gazetteer) }),
  casualties: ({ tolls }) => ({ tolls: incidentTollsOf(tolls) }),
  tactics: ({ tactics }) => {
    const subEventType = likelySubEvent(tactics, { hitCivilians: false, harmed: false });
    return { tactics, subEventType, eventType: eventTypeOf(subEventType) };
  },
  summary: ({ summary = {} }) => ({
    ...(summary.en === undefined ? {} : { [SUMMARY.en]: summary.en }),
    ...(summary.ar === undefined ? {} : { [SUMMARY.ar]: summary.ar }),
  }),
} as const satisfies Record<Edited, (draft: Draft, core: Core) => Change | null>;

export interface ChangeRead {
  change: Change;
  /** What of the value is no part of the field. */
  unused: readonly string[];
}

/** What a value makes of a field of an incident; null: it is not understood. */
export function changeOf(aim: Aim, value: string, row: IncidentRow, core: Core, today: string): ChangeRead | null {
  const { field } = aim;
  if (field === 'status') {
    const status = (['published', 'archived', 'retracted'] as const).find((one) =>
      STATUS[one].some((word) => fold(word) === fold(value)),
    );
    return status ? { change: { status }, unused: [] } : null;
  }
  const before = asDraft(row, core.gazetteer);
  const read = readValue({ ...aim, field: field === 'claimed' ? 'actors' : field }, value, core, { today, before });
  if (!read) return null;
  const { change, unused } = read;
  const draft = { ...before, ...change };
  if (field === 'claimed') return { change: { claimedBy: idsOf(draft.attackers, core.gazetteer) }, unused };
  const made = FROM_DRAFT[field](draft, core);
  return made && { change: made, unused };
}

const summaries = (row: IncidentRow, language: Language | null) =>
  language === null ? [row.summaryEn, row.summaryAr ?? ''] : [row[SUMMARY[language]] ?? ''];

/** A field of an incident as people read it. */
export function incidentFieldSaid(
  { field, language }: { field: Changed; language: Language | null },
  row: IncidentRow,
  core: Core,
  voice: Voice,
): string {
  const { t } = voice;
  if (field === 'status') return t(`incident-status-word.${row.status}`);
  if (field === 'summary') return voice.joined(summaries(row, language).filter(Boolean).map(t.quote)) || '–';
  const draft = asDraft(row, core.gazetteer);
  if (field === 'claimed') return voice.actors(draft.involved) || '–';
  return fieldShown(field, draft, voice);
}
