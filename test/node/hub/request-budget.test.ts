import { expect, test } from 'vitest';
import { Budget, Slots } from '../../../src/node/hub/request-budget.ts';

test('only time under way counts, and time of several at once counts once', async () => {
  let clock = 0;
  const budget = new Budget(1000, () => clock);
  clock = 500;
  expect(budget.left()).toBe(1000);
  const ends: (() => void)[] = [];
  const work = () => budget.spend(() => new Promise<void>((end) => ends.push(end)));
  const both = [work(), work()];
  clock = 700;
  expect(budget.left()).toBe(800);
  for (const end of ends) end();
  await Promise.all(both);
  clock = 5000;
  expect(budget.left()).toBe(800);
});

test('a place is handed on in order, also after a failure', async () => {
  const slots = new Slots(1);
  const order: number[] = [];
  const all = [1, 2, 3].map((number) =>
    slots.with(async () => {
      order.push(number);
      if (number === 1) throw new Error('one');
    }),
  );
  await Promise.allSettled(all);
  expect(order).toEqual([1, 2, 3]);
});
