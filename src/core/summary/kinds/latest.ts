import { sayTolls } from '../figures.ts';
import { bold, headline, sayScope } from '../headline.ts';
import { sayDay, sayPlace } from '../incident-lines.ts';
import { incidentList } from '../incident-list.ts';
import { countedOf } from '../understood.ts';
import type { Presenter } from '../view.ts';

/** The newest or the oldest, as asked. */
export const latest: Presenter = (view) => {
  const { answer, question, voice, saying } = view;
  const [first, second] = answer.incidents;
  if (!first || answer.total.incidents === 1) return { head: [headline(view)], body: incidentList(view) };
  const which = question.order === 'date_asc' ? 'oldest' : 'newest';
  const values = { count: countedOf(answer.total.incidents, question, saying), scope: sayScope(view) };
  const head = second
    ? voice.t(`latest-some.${which}`, values)
    : voice.t(`latest-one.${which}`, {
        ...values,
        day: sayDay(first, voice),
        place: sayPlace(first, voice, false),
        toll: sayTolls(first, voice),
      });
  return { head: [bold(head)], body: incidentList(view) };
};
