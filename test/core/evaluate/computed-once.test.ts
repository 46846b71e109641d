import { expect, test } from 'vitest';
import { computedOnce } from '../../../src/core/evaluate/facts/computed-once.ts';

test('a member is computed when it is first asked for, and once', () => {
  const asked: string[] = [];
  const tell = <T>(name: string, value: T): T => {
    asked.push(name);
    return value;
  };
  const group = computedOnce<{ one: number; nothing: undefined; unasked: number }>({
    one: () => tell('one', 1),
    nothing: () => tell('nothing', undefined),
    unasked: () => tell('unasked', 3),
  });
  expect(asked).toEqual([]);
  expect(Object.keys(group)).toEqual(['one', 'nothing', 'unasked']);
  expect([group.one, group.one, group.nothing, group.nothing]).toEqual([1, 1, undefined, undefined]);
  const { one } = group;
  expect([one, asked]).toEqual([1, ['one', 'nothing']]);
});

test('what fails fails again for whoever asks next', () => {
  let count = 0;
  const group = computedOnce<{ broken: number }>({
    broken: () => {
      count += 1;
      throw new Error('no');
    },
  });
  expect(() => group.broken).toThrow('no');
  expect(() => group.broken).toThrow('no');
  expect(count).toBe(2);
});
