import type { Block } from '../reply/reply.ts';
import type { Caveat } from './answer.ts';
import { sayToll } from './figures.ts';
import type { Voice } from './voice.ts';

type CaveatOf<K extends Caveat['kind']> = Extract<Caveat, { kind: K }>;

const LINES = {
  vague: ({ places, dates, of }, { t }) => {
    if (dates === 0) return t('caveat.vague-places', { places, of });
    return places === 0 ? t('caveat.vague-dates', { dates, of }) : t('caveat.vague', { places, dates, of });
  },
  single_source: ({ of }, { t }) => t('caveat.single-source', { of }),
  contacts_alone: ({ of }, { t }) => t('caveat.contacts-alone', { of }),
  lumped: ({ refs }, { t }) => t('caveat.lumped', { refs: t.list(refs), n: refs.length }),
  claimed_tolls: ({ refs }, { t }) => t('caveat.claimed-tolls', { refs: t.list(refs), n: refs.length }),
  looked_at: ({ n, of }, { t }) => t('caveat.looked-at', { n, of }),
  own_losses: ({ actors, killed, left_out }, voice) => {
    const values = { actors: voice.actors(actors), toll: sayToll('killed', killed, voice) };
    return voice.t(left_out ? 'caveat.own-losses-left-out' : 'caveat.own-losses', values);
  },
  average_of_lumped: ({ refs }, { t }) => t('caveat.average-of-lumped', { refs: t.list(refs), n: refs.length }),
  fewest_are_none: (_, { t }) => t('caveat.fewest-are-none'),
  unit_open: ({ unit, incidents, of }, { t }) => t(`caveat.unit-open-${unit}`, { n: incidents, of }),
  unequal_periods: ({ periods }, { t, days }) => {
    const each = periods.map(({ period, days: n, running }) =>
      t(running ? 'caveat.period-so-far' : 'caveat.period-days', { period: days.span(period), n }),
    );
    return t('caveat.unequal-periods', { periods: t.list(each) });
  },
  aimed_at_only: ({ actors }, voice) => voice.t('caveat.aimed-at-only', { actors: voice.actorsAfter(actors) }),
  running: ({ until }, { t, days }) => t('caveat.running', { until: days.day(until) }),
  data_ends: ({ on, before }, { t, days }) => t(before ? 'caveat.data-ends-before' : 'caveat.data-ends', { on: days.day(on) }),
  radius_cuts: ({ km, incidents }, { t }) => t('caveat.radius-cuts', { km, incidents }),
} satisfies { [K in Caveat['kind']]: (caveat: CaveatOf<K>, voice: Voice) => string };

export function sayCaveat(caveat: Caveat, voice: Voice): string {
  // TypeScript cannot see that a caveat's kind picks the line of that kind
  const say = LINES[caveat.kind] as (c: Caveat, v: Voice) => string;
  return say(caveat, voice);
}

export const caveatBlocks = (caveats: readonly Caveat[], voice: Voice): Block[] =>
  caveats.map((caveat) => ({ kind: 'note', tone: 'plain', content: [sayCaveat(caveat, voice)] }));
