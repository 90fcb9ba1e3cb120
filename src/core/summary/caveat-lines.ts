import type { Block } from '../reply/reply.ts';
import type { Caveat } from './answer.ts';
import type { Voice } from './voice.ts';

type CaveatOf<K extends Caveat['kind']> = Extract<Caveat, { kind: K }>;

const LINES = {
  vague: ({ places, dates, of }, { t }) => {
    if (dates === 0) return t('caveat.vague-places', { places, of });
    return places === 0 ? t('caveat.vague-dates', { dates, of }) : t('caveat.vague', { places, dates, of });
  },
  single_source: ({ of }, { t }) => t('caveat.single-source', { of }),
  lumped: ({ refs }, { t }) => t('caveat.lumped', { refs: t.list(refs), n: refs.length }),
  running: ({ until }, { t, days }) => t('caveat.running', { until: days.day(until) }),
  data_ends: ({ on, before }, { t, days }) => t(before ? 'caveat.data-ends-before' : 'caveat.data-ends', { on: days.day(on) }),
  radius_cuts: ({ km, incidents }, { t }) => t('caveat.radius-cuts', { km, incidents }),
} satisfies { [K in Caveat['kind']]: (caveat: CaveatOf<K>, voice: Voice) => string };

export function caveatBlocks(caveats: readonly Caveat[], voice: Voice): Block[] {
  return caveats.map((caveat) => {
    // TypeScript cannot see that a caveat's kind picks the line of that kind
    const say = LINES[caveat.kind] as (c: Caveat, v: Voice) => string;
    return { kind: 'note', tone: 'plain', content: [say(caveat, voice)] };
  });
}
