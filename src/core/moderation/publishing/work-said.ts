import { z } from 'zod';
import type { Voice } from '../../summary/voice.ts';
import type { IncidentEvent } from './incident-events.ts';

const inBoth = z.object({ en: z.string(), ar: z.string() });
const FIELD = z.string().regex(/^[a-z-]+$/u);

/** A piece of the team's work as a thing that can be taken back: "the correction of the casualties", "the account of SOHR". */
export function workSaid(event: string, content: Record<string, unknown> | null, { t, language }: Voice): string {
  const field = FIELD.safeParse(content?.field);
  const source = inBoth.safeParse(content?.source);
  const tip = z.string().safeParse(content?.tip);
  const SAID: Partial<Record<IncidentEvent, () => string | false>> = {
    created: () => t('work.created'),
    changed: () => field.success && t('work.changed', { field: t(`incident-field.${field.data}`) }),
    accounted: () => source.success && t('work.accounted', { source: source.data[language] }),
    published: () => tip.success && t('work.published', { tip: tip.data }),
    merged: () => tip.success && t('work.merged', { tip: tip.data }),
  };
  return Object.entries(SAID).find(([name]) => name === event)?.[1]() || t('work.something');
}
