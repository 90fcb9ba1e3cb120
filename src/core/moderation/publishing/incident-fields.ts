import type { IncidentRow, NewIncident } from '../../../db/queries/incident-writing.ts';
import { languageOf } from '../../commands/message.ts';
import type { Core } from '../../core.ts';
import { eventTypeOf, likelySubEvent } from '../../imports/mapping/event-type.ts';
import type { Voice } from '../../summary/voice.ts';
import { type Draft, emptyDraft } from '../../tips/draft.ts';
import { EDITED, type Edited, fieldSaid, readValue } from '../draft-fields.ts';
import { idsOf, incidentTollsOf, placed } from './incident-of-draft.ts';

/** What of an incident the team changes by a command. */
export const CHANGED = [...EDITED, 'claimed', 'status'] as const;
export type Changed = (typeof CHANGED)[number];
export const isChanged = (word: string): word is Changed => CHANGED.some((field) => field === word);

const STATUS = ['published', 'archived', 'retracted'] as const;

type Change = Partial<NewIncident>;

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
  summary: ({ summary = '' }) => (languageOf(summary) === 'ar' ? { summaryAr: summary } : { summaryEn: summary }),
} as const satisfies Record<Edited, (draft: Draft, core: Core) => Change | null>;

/** What a value makes of a field; null: it is not understood. */
export function changeOf(field: Changed, value: string, core: Core, today: string): Change | null {
  if (field === 'status') {
    const status = STATUS.find((one) => one === value.trim().toLowerCase());
    return status ? { status } : null;
  }
  const read = readValue(field === 'claimed' ? 'actors' : field, value, core, { today });
  if (!read) return null;
  const draft = { ...emptyDraft(), ...read };
  if (field === 'claimed') return { claimedBy: idsOf(draft.attackers, core.gazetteer) };
  return FROM_DRAFT[field](draft, core);
}

/** A stored incident in the terms of a draft, to be said in the same words. */
function asDraft(row: IncidentRow, { gazetteer }: Core): Draft {
  const names = (ids: readonly string[]) => ids.flatMap((id) => gazetteer.actors.get(id)?.name ?? []);
  const { eventDateStart, eventDateEnd, datePrec, placeId, placeEn, placeAr, lat, lon, wherePrec, tactics, tolls } = row;
  return {
    ...emptyDraft(),
    day: { from: eventDateStart, to: eventDateEnd, precision: datePrec },
    place: { id: placeId, name: placeEn, nameAr: placeAr ?? placeEn, lat, lon, precision: wherePrec, pinned: false },
    attackers: names(row.attributedTo),
    targets: names(row.targets),
    involved: names(row.claimedBy),
    tactics,
    tolls,
  };
}

/** A field of an incident as people read it. */
export function incidentFieldSaid(field: Changed, row: IncidentRow, core: Core, voice: Voice): string {
  if (field === 'status') return row.status;
  if (field === 'summary') return voice.joined([row.summaryEn, row.summaryAr ?? ''].filter(Boolean).map(voice.t.quote));
  const draft = asDraft(row, core);
  if (field === 'claimed') return voice.actors(draft.involved) || '–';
  return fieldSaid(field, draft, voice);
}
