import { expect, test } from 'vitest';
import { Kept, kept, lately } from '../../../src/core/text/kept.ts';

test('what is asked for again is not thought of again, until more was asked than is kept', () => {
  let asked = 0;
  const ask = kept((text) => `${text}${(asked += 1)}`, 1000);
  const text = 'x'.repeat(100);
  const first = ask(text);
  for (let nth = 0; nth < 100; nth += 1) {
    ask(`${nth}`.padEnd(90));
    expect(ask(text)).toBe(first);
  }
  expect(asked).toBe(101);
  ask('0'.padEnd(90));
  expect(asked).toBe(102);
});

test('no more characters are kept than is said', () => {
  const known = new Kept<number>(1000);
  for (let nth = 0; nth < 1000; nth += 1) known.set(`${nth}`.padEnd(10), nth);
  const held = Array.from({ length: 1000 }, (_, nth) => known.get(`${nth}`.padEnd(10))).filter(
    (one) => one !== undefined,
  );
  expect(held.length).toBeLessThanOrEqual(102);
});

test('of whole texts the last count, those that were asked about longest ago go', () => {
  const asked: string[] = [];
  const ask = lately((text) => asked.push(text), 2);
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b', 'c']) ask(text);
  expect(asked).toEqual(['a', 'b', 'c', 'b', 'c']);
});
