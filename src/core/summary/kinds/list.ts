import { headline, makeUp } from '../headline.ts';
import { incidentList, shownIncidents } from '../incident-list.ts';
import type { Presenter } from '../view.ts';

export const list: Presenter = (view) => ({
  head: [headline(view)],
  body: [...makeUp(view), ...incidentList(view)],
  listed: shownIncidents(view),
});
