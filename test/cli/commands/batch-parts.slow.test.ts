import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamed } from '../../support/streams.ts';

type Json = Readonly<Record<string, unknown>>;

const batch = async (text: string, ...args: string[]) => {
  const { stdout, code, stderr } = await streamed(['batch', ...args], text);
  const answers = stdout.split('\n').filter((line) => line !== '');
  return { answers: answers.map((line) => JSON.parse(line) as Json), stdout, code, stderr };
};
const lines = (...records: unknown[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');

const LLAMA = '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tiny\n';
const CLEAN = '---\nlicense: mit\n---\n# Small\n';
const MANY = Array.from({ length: 30 }, (_, nth) =>
  nth % 7 === 3
    ? '{"id":'
    : JSON.stringify({ id: `acme/m${nth}`, card: nth % 2 === 0 ? LLAMA : CLEAN, x: nth }),
);

test('any split of the lines gives the same answers', async () => {
  const answersTo = async (part: readonly string[]) =>
    (await batch(part.map((line) => `${line}\n`).join(''))).stdout;
  const whole = await answersTo(MANY);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: MANY.length }), async (at) => {
      expect((await answersTo(MANY.slice(0, at))) + (await answersTo(MANY.slice(at)))).toBe(whole);
    }),
    { numRuns: 10 },
  );
});

test('every line is in one shard, and stays there when others are added', async () => {
  const text = MANY.map((line) => `${line}\n`).join('');
  const whole = (await batch(text)).answers.map((answer) => JSON.stringify(answer));
  const parts = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => batch(text, '--shard', shard)));
  const joined = parts.flatMap(({ answers }) => answers.map((answer) => JSON.stringify(answer)));
  expect(joined.toSorted()).toEqual(whole.toSorted());
  expect(parts.every(({ answers }) => answers.length > 0)).toBe(true);
  const more = await batch(`${text}${lines({ id: 'acme/more', card: CLEAN })}`, '--shard', '2/3');
  expect(more.answers.slice(0, parts[1]?.answers.length)).toEqual(parts[1]?.answers);
});
