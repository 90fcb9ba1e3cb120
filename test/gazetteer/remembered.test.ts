import { expect, test } from 'vitest';
import { Recent, remembered } from '../../src/core/gazetteer/remembered.ts';

test('what is worked out of an object is worked out once, also where it is nothing', () => {
  let made = 0;
  const lengthOf = remembered((list: readonly number[]) => {
    made++;
    return list.length > 0 ? list.length : undefined;
  });
  const [full, empty] = [[1, 2], []];
  expect([lengthOf(full), lengthOf(full), lengthOf(empty), lengthOf(empty)]).toEqual([2, 2, undefined, undefined]);
  expect(made).toBe(2);
});

test('only the last so many values are kept', () => {
  const recent = new Recent<string>(2);
  const made: string[] = [];
  const get = (name: string) =>
    recent.get(name, () => {
      made.push(name);
      return name.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map(get)).toEqual(['A', 'B', 'A', 'C', 'B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
