import { sayTolls } from '../figures.ts';
import { bold, sayScope } from '../headline.ts';
import { sayDay, sayPlace } from '../incident-lines.ts';
import { incidentList, shownIncidents } from '../incident-list.ts';
import { countedOf } from '../understood.ts';
import type { Presenter } from '../view.ts';
import { list } from './list.ts';

/** The newest or the oldest, as asked. Further pages are a list. */
export const latest: Presenter = (view) => {
  const { answer, question, voice, saying } = view;
  const [first, second] = answer.incidents;
  if (!first || answer.total.incidents === 1 || answer.offset > 0) return list(view);
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
  return { head: [bold(head)], body: incidentList(view), listed: shownIncidents(view) };
};
