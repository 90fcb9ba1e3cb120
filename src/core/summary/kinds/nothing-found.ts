import type { Block } from '../../reply/reply.ts';
import { bold, sayScope, text } from '../headline.ts';
import { countedOf, soughtOf } from '../understood.ts';
import type { Presenter, View } from '../view.ts';

/** The nearest thing that there is, in space and in time. */
function nearest({ answer: { wider, any_time }, question, voice: { t, days }, saying }: View): Block[] {
  const lines: Block[] = [];
  if (wider) {
    const n = wider.incidents > 0 ? wider.incidents : wider.possible;
    const count = countedOf(n, question, saying);
    lines.push(text(t(wider.incidents > 0 ? 'nearest.wider' : 'nearest.wider-possible', { count, km: wider.km })));
  }
  if (any_time) {
    const n = any_time.incidents > 0 ? any_time.incidents : any_time.possible;
    const count = countedOf(n, question, saying);
    const { latest } = any_time;
    lines.push(
      text(latest ? t('nearest.any-time', { count, day: days.day(latest) }) : t('nearest.any-time-possible', { count })),
    );
  }
  return lines;
}

/** Records that end before the period begins are told of as such. */
const isHole = ({ answer: { empty_period, caveats } }: View): boolean =>
  empty_period && !caveats.some((caveat) => caveat.kind === 'data_ends' && caveat.before);

function meaning(view: View): string {
  const { t, days } = view.voice;
  const { as_of, store_version } = view.answer;
  if (as_of !== null && store_version === 0) return t('nothing-yet', { day: days.day(as_of) });
  return t(isHole(view) ? 'nothing-at-all' : 'nothing-means');
}

/** What was searched and that nothing is on record: not that nothing happened. */
export const nothingFound: Presenter = (view) => {
  const { question, voice, saying } = view;
  const what = soughtOf(question, saying);
  return {
    head: [bold(voice.t('nothing', { what, scope: sayScope(view) })), text(meaning(view))],
    body: nearest(view),
    listed: 0,
  };
};
