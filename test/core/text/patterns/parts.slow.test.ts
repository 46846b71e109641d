import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Parts, type Part } from '../../../../src/core/text/patterns/parts.ts';
import { textMatching } from '../../../support/text-matching.ts';
import { withoutLookarounds } from '../../../support/without-lookarounds.ts';

/** Every expression of a language that shares parts with others, in whatever list it stands. */
function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return /~\d+!?~/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(expressionsIn) : [];
}

const languages = readFileSync(new URL('../../../../data/generated/prose.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const { shared, ...lists } = JSON.parse(line) as { readonly shared: readonly Part[] };
    return { parts: new Parts(shared), expressions: [...new Set(expressionsIn(lists))] };
  });

const choices = fc.infiniteStream(fc.nat()).map((numbers) => (below: number) => {
  const { value: number } = numbers.next() as IteratorResult<number, number>;
  return number % below;
});

const place = (hit: RegExpExecArray | null) => hit && [hit.index, hit[0]];

describe('an expression narrowed to a text finds in it what the whole one does', () => {
  test.each(languages.map(({ parts, expressions }, nth) => [nth, parts, expressions] as const))(
    'language %i',
    (_nth, parts, expressions) => {
      let hits = 0;
      for (const expression of expressions) {
        const whole = new RegExp(parts.whole(expression));
        const made = textMatching(withoutLookarounds(whole.source));
        const check = fc.property(choices, fc.nat(60), fc.nat(8), (choose, at, length) => {
          const match = made(choose).toLowerCase();
          for (const text of [match, `the ${match} of ◇`, match.slice(0, at) + match.slice(at + length)]) {
            const narrowed = parts.narrowed(expression, text);
            const found = place(whole.exec(text));
            expect(narrowed && place(new RegExp(narrowed).exec(text)), text).toEqual(found);
            if (found) hits += 1;
          }
        });
        fc.assert(check, { numRuns: 6 });
      }
      expect(hits).toBeGreaterThan(expressions.length * 5);
    },
  );

  test('and is far shorter', () => {
    const lengths = (of: (parts: Parts, expression: string) => string | null) =>
      languages
        .flatMap(({ parts, expressions }) => expressions.map((one) => of(parts, one)?.length ?? 0))
        .reduce((sum, length) => sum + length);
    const text = 'this model was fine-tuned from ◇ on data that our teachers wrote';
    expect(lengths((parts, one) => parts.narrowed(one, text))).toBeLessThan(
      lengths((parts, one) => parts.whole(one)) / 10,
    );
  });
});
