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
  [{ byDays: -1 }, ['the? day before|earlier that|it?', 'the previous|prior|preceding day', 'a day before|earlier']],
  [{ byDays: 1 }, ['the? day after|later that|it?', 'the? following|next day', 'a day later']],
  [{ byDays: -7 }, ['the? week before|earlier that|it?', 'the previous|prior|preceding week', 'a week before|earlier']],
  [{ byDays: 7 }, ['the? week after|later that|it?', 'the? following|next week', 'a week later']],
  [{ months: -3 }, ['the? quarter before|earlier that|it?', 'the previous|prior|preceding quarter']],
  [{ months: 3 }, ['the? quarter after|later that|it?', 'the? following|next quarter']],
  [{ side: 'before' }, ['before that|then|this']],
  [{ side: 'after' }, ['after that|then|this', 'since then|that']],
  [
    { days: true },
    [
      'on|for|of the {number} st|nd|rd|th',
      'the {number} st|nd|rd|th',
      'day {number}',
      'from|between the? {number} st|nd|rd|th? to|and|until|till|- the? {number:last} st|nd|rd|th?',
      'the? {number} st|nd|rd|th? to|until|till|- the? {number:last} st|nd|rd|th',
    ],
  ],
  [{ half: 1 }, ['the? first|1st half of? it? only?']],
  [{ half: 2 }, ['the? second|2nd|last half of? it? only?']],
  [{ week: 1 }, ['the? first|1st week of? it? only?']],
  [{ week: 2 }, ['the? second|2nd week of? it? only?']],
  [{ week: 3 }, ['the? third|3rd week of? it? only?']],
  [{ week: 4 }, ['the? fourth|4th week of? it? only?']],
  [{ week: -1 }, ['the final week of? it? only?', 'its last week']],
  [
    { toYear: true },
    ['the? same period|month|time|dates|quarter|days|week of|in|for|but|from? {number}', 'same but in? {number}'],
  ],
];
