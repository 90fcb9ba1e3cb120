import type { Shift } from '../../recognisers/shifts.ts';
import type { Rows } from '../lexicon.ts';

export const shifts: Rows<Shift> = [
  [
    { years: -1 },
    [
      'the? year before|earlier|prior that|it?',
      'a year before|earlier',
      'the previous|prior|preceding year',
      'the? same period|month|time|dates|quarter|days|week of|in? the? last|previous year|year before?',
      'year - on - year',
      'the year before',
    ],
  ],
  [{ years: 1 }, ['the? year after|later that|it?', 'the? following|next year', 'a year later']],
  [{ months: -1 }, ['the? month before|earlier|prior that|it?', 'the previous|prior|preceding month', 'a month before|earlier']],
  [{ months: 1 }, ['the? month after|later that|it?', 'the? following|next month', 'a month later']],
  [
    { toYear: true },
    ['the? same period|month|time|dates|quarter|days|week of|in|for|but|from? {number}', 'same but in? {number}'],
  ],
];
