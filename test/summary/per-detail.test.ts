import { expect, test } from 'vitest';
import { perDetail } from '../../src/core/summary/per-detail.ts';
import type { Detail } from '../../src/core/summary/view.ts';

const detail: Detail = { incidents: 'short', page: 10, possible: 5, statistics: 3, elsewhere: 1, rows: 24 };

test('what is made for one detail serves another that differs only in what was not looked at', () => {
  let made = 0;
  const make = perDetail(({ page }) => {
    made++;
    return `page ${page}`;
  });
  expect([make(detail), make({ ...detail, rows: 8 }), make({ ...detail, page: 5 }), make(detail)]).toEqual([
    'page 10',
    'page 10',
    'page 5',
    'page 10',
  ]);
  expect(made).toBe(2);
});

test('what is looked at only sometimes is told apart where it was', () => {
  const make = perDetail(({ incidents, ...rest }) => (incidents === 'line' ? `${rest.rows} rows` : 'no rows'));
  expect(make(detail)).toBe('no rows');
  expect(make({ ...detail, incidents: 'line' })).toBe('24 rows');
  expect(make({ ...detail, incidents: 'line', rows: 8 })).toBe('8 rows');
});
