import { readGivenUp } from '../../../db/queries/given-up.ts';
import { countByState, readDeciders, readDecisionTimes } from '../../../db/queries/moderation.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { defineCommand } from '../command.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** Hours with one decimal below ten: nobody reads more of it. */
const hoursSaid = (hours: number | null, { t }: Voice): string =>
  hours === null ? t('stats-none') : t('stats-hours', { n: hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours) });

/** How long tips wait, and who decides. */
export const stats = defineCommand({
  name: 'stats',
  options: { days: { kind: 'integer', min: 1, max: 366, required: false } },
  access: ['moderator', 'lead'],
  async run(core, { days = DAYS }, { now }, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t } = voice;
    const { db } = core.store;
    const since = new Date(now.getTime() - days * DAY_MS);
    const counts = await countByState(db);
    const times = await readDecisionTimes(db, { since, now });
    const deciders = await readDeciders(db, since);
    const byName = new Map<string, string[]>();
    for (const { name, event, n } of deciders) byName.set(name, [...(byName.get(name) ?? []), t(`stats-event.${event}`, { n })]);
    const lost = (await readGivenUp(db)).map(({ platform, way, trouble, n }) =>
      t(`stats-given-up-${way}`, { n, platform, code: trouble ?? '?' }),
    );
    const waiting = (counts.received ?? 0) + (counts.claimed ?? 0) + (counts.needs_info ?? 0);
    const facts = [
      { label: t('stats-waiting'), value: [t('stats-waiting-value', { n: waiting, oldest: hoursSaid(times.oldest, voice) })] },
      { label: t('stats-decided'), value: [String(times.decided)] },
      { label: t('stats-median'), value: [hoursSaid(times.median, voice)] },
      { label: t('stats-slowest'), value: [hoursSaid(times.slowest, voice)] },
      ...[...byName].map(([name, done]) => ({ label: name, value: [voice.joined(done)] })),
      ...(lost.length > 0 ? [{ label: t('stats-given-up'), value: [voice.joined(lost)] }] : []),
    ];
    return {
      language,
      visibility: 'public',
      blocks: [
        { kind: 'heading', text: t('stats-title', { days }) },
        { kind: 'facts', facts },
      ],
    };
  },
});
