import type { Lexicon } from '../lexicon.ts';
import { asking } from './asking.ts';
import { casualties } from './casualties.ts';
import { dates } from './dates.ts';
import { events } from './events.ts';
import { filters } from './filters.ts';
import { grouping } from './grouping.ts';
import { numbers } from './numbers.ts';
import { objects } from './objects.ts';
import { ordering } from './ordering.ts';
import { places } from './places.ts';
import { shifts } from './shifts.ts';
import { small } from './small-words.ts';

export const english: Lexicon = {
  language: 'en',
  dates,
  numbers,
  events,
  casualties,
  objects,
  places,
  shifts,
  asking,
  grouping,
  ordering,
  filters,
  small,
};
