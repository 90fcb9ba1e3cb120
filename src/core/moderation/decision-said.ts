import type { decision } from '../../db/schema/decision.ts';
import { damascusDay } from '../damascus-day.ts';
import type { Vault } from '../identity/vault.ts';
import type { Voice } from '../summary/voice.ts';
import { contentOf } from './record.ts';

type DecisionRow = typeof decision.$inferSelect;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Damascus',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What of a decision's content is shown to colleagues, in this order. */
const SHOWN = ['reason', 'note', 'asked', 'field', 'before', 'after', 'incident'] as const;

interface Surroundings {
  names: ReadonlyMap<string, string>;
  vault: Vault;
  voice: Voice;
}

/** A decision as a sentence, and what was said with it. What a contact did is known to the hour alone. */
export function decisionSaid(row: DecisionRow, { names, vault, voice }: Surroundings): { sentence: string; details: string[] } {
  const { t, days } = voice;
  const who = row.moderatorId === null ? t(`decider.${row.by}`) : (names.get(row.moderatorId) ?? row.moderatorId);
  const day = days.day(damascusDay(row.at));
  const content = contentOf(row, vault) ?? {};
  const details = SHOWN.flatMap((name) => {
    const value = content[name];
    return typeof value === 'string' && value !== '' ? [t(`decision-detail.${name}`, { value })] : [];
  });
  const sentence = t(`decision-event.${row.event}`, { who, day, time: clock.format(row.at) });
  return { sentence, details: row.content !== null && contentOf(row, vault) === null ? [t('decision-detail.gone')] : details };
}
