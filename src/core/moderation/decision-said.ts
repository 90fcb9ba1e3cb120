import { z } from 'zod';
import type { decision } from '../../db/schema/decision.ts';
import { damascusDay } from '../damascus-day.ts';
import type { Vault } from '../identity/vault.ts';
import type { Voice } from '../summary/voice.ts';
import { FIELDS } from './field-words.ts';
import { workSaid } from './publishing/work-said.ts';
import { contentOf } from './record.ts';

type DecisionRow = typeof decision.$inferSelect;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Damascus',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Surroundings {
  names: ReadonlyMap<string, string>;
  vault: Vault;
  voice: Voice;
}

/** Kept in both languages; once in that of whoever wrote it. */
const words = z.union([z.string(), z.object({ en: z.string(), ar: z.string() })]);

function wordsOf(kept: unknown, { language }: Voice): string {
  const { data = '' } = words.safeParse(kept);
  return typeof data === 'string' ? data : data[language];
}

/** "casualties: 2 killed became 5 killed" */
function changeSaid({ field, before, after }: Record<string, unknown>, voice: Voice): string {
  if (typeof field !== 'string' || before === undefined || after === undefined) return '';
  const name = Object.hasOwn(FIELDS, field) ? voice.t(`incident-field.${field}`) : field;
  return voice.t('decision-detail.changed', { field: name, before: wordsOf(before, voice), after: wordsOf(after, voice) });
}

/** What of a decision's content is shown to colleagues, in this order. */
const SHOWN = ['reason', 'note', 'asked', 'incident', 'tip', 'source'] as const;

function detailsOf(content: Record<string, unknown>, voice: Voice): string[] {
  const { t } = voice;
  const did = typeof content.did === 'string' ? t('decision-detail.did', { value: workSaid(content.did, content, voice) }) : '';
  const said = SHOWN.map((name) => {
    const value = did !== '' && name !== 'reason' ? '' : wordsOf(content[name], voice);
    return value === '' ? '' : t(`decision-detail.${name}`, { value });
  });
  return [did, ...said, changeSaid(content, voice)].filter((one) => one !== '');
}

/** A decision as a sentence, and what was said with it. What a contact did is known to the hour alone. */
export function decisionSaid(row: DecisionRow, { names, vault, voice }: Surroundings): { sentence: string; details: string[] } {
  const { t, days } = voice;
  const who = row.moderatorId === null ? t(`decider.${row.by}`) : (names.get(row.moderatorId) ?? row.moderatorId);
  const day = days.day(damascusDay(row.at));
  const content = contentOf(row, vault);
  const sentence = t(`decision-event.${row.event}`, { who, day, time: clock.format(row.at) });
  const isGone = row.content !== null && content === null;
  return { sentence, details: isGone ? [t('decision-detail.gone')] : detailsOf(content ?? {}, voice) };
}
