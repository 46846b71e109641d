import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stretchesOf, waysOf } from '../../../../scripts/data/required-literals.ts';
import type { RawFrames } from '../../../../src/core/extract/prose/frames.ts';
import { Parts, type Part } from '../../../../src/core/text/patterns/parts.ts';
import { PatternSet } from '../../../../src/core/text/patterns/pattern-set.ts';
import { textMatching } from '../../../support/text-matching.ts';
import { withoutLookarounds } from '../../../support/without-lookarounds.ts';

const folder = new URL('../../../../data/prose/', import.meta.url);
const sources = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(sources)
      : [];
const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.yml') && file !== 'frames.yml')
  .map(
    (file): Record<string, unknown> =>
      parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
  );
const cues = languages.flatMap(({ upstream = [] }) =>
  sources((upstream as { readonly cue: string }[]).map(({ cue }) => cue)),
);
const lists = languages
  .flatMap((language) => [...Object.entries(language), ...Object.entries(language.license ?? {})])
  .flatMap(([name, list]) =>
    Array.isArray(list) && list.every((one) => typeof one === 'string') ? [[name, list] as const] : [],
  );

/**
 * Lookarounds and word boundaries cannot be generated; without them an expression matches more, never less.
 */
const loosened = (source: string) =>
  withoutLookarounds(source)
    .replaceAll('\\b', '')
    .replace(/\^/g, (caret, at: number, whole: string) => (whole[at - 1] === '[' ? caret : ''));

describe('what a way matches holds its stems', () => {
  test.each(
    cues
      .map(loosened)
      .flatMap(waysOf)
      .map(([source, ...stems]) => [source, stems] as const),
  )('%s', (source, stems) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(source)), (text) => {
        for (const list of stems)
          expect(
            list.some((stem) => text.toLowerCase().includes(stem)),
            `${text} has none of ${list.join(', ')}`,
          ).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});

/** Every expression of the frames, as it is matched. */
const framed = readFileSync(new URL('../../../../data/generated/prose.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const { frames, shared } = JSON.parse(line) as {
      readonly frames: RawFrames;
      readonly shared: readonly Part[];
    };
    const { upstream, limits, provider, scratch } = frames;
    const parts = new Parts(shared);
    return [...[...upstream, ...limits].flatMap(({ ways }) => ways), ...provider, ...scratch].map(
      ([expression]) => withoutLookarounds(parts.whole(expression)),
    );
  });

const choices = fc.infiniteStream(fc.nat()).map((numbers) => (below: number) => {
  const { value: number } = numbers.next() as IteratorResult<number, number>;
  return number % below;
});

test('what a frame matches holds its stretches', () => {
  const stretches = framed.map(stretchesOf);
  expect(stretches.filter((lists) => lists.length > 0).length).toBeGreaterThan(framed.length * 0.9);
  for (const [nth, source] of framed.entries()) {
    const made = textMatching(source);
    fc.assert(
      fc.property(choices, (choose) => {
        const text = made(choose);
        for (const list of stretches[nth] ?? [])
          expect(
            list.some((one) => text.toLowerCase().includes(one)),
            `${text} has none of ${list.join(', ')}`,
          ).toBe(true);
      }),
      { numRuns: 20 },
    );
  }
});

test('most cues have some', () => {
  expect(cues.filter((cue) => waysOf(cue).every(([, ...stems]) => stems.length > 0)).length).toBeGreaterThan(
    cues.length * 0.9,
  );
});

describe('ways match as one expression of all that ignores case', () => {
  test.each(lists)('%s', (_name, list) => {
    const words = new PatternSet(list.flatMap(waysOf));
    const whole = new RegExp(list.map((one) => `(?:${one})`).join('|'), 'gi');
    const piece = fc.oneof(
      ...list.map((one) => fc.stringMatching(new RegExp(loosened(one)))),
      fc.constantFrom('the ', ' Model, ', '. ', 'İ', ' 모델을 ', 'ß and '),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 6 }), (parts) => {
        const text = parts.map(([part, loud]) => (loud ? part.toUpperCase() : part)).join('');
        const expected = [...text.matchAll(whole)]
          .filter(([hit]) => hit !== '')
          .map((hit) => ({ index: hit.index, text: hit[0] }));
        expect(words.all(text).filter((hit) => hit.text !== '')).toEqual(expected);
        expect(words.test(text)).toBe(text.search(whole) >= 0);
      }),
      { numRuns: 20 },
    );
  });
});

/** The ways that stand in the code, with their stems written by hand. */
function waysInCode(): (readonly [expression: string, stems: readonly (readonly string[])[]])[] {
  const found: (readonly [string, readonly (readonly string[])[]])[] = [];
  for (const file of readdirSync(new URL('../../../../src/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  }).filter((one) => one.endsWith('.ts'))) {
    const tree = ts.createSourceFile(
      file,
      readFileSync(new URL(`../../../../src/${file}`, import.meta.url), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      const [list] =
        ts.isNewExpression(node) && node.expression.getText() === 'PatternSet' ? (node.arguments ?? []) : [];
      if (list && ts.isArrayLiteralExpression(list)) {
        // What is put in stands for what a name may not be: without it an expression matches more, never
        // less.
        const ways = runInNewContext(list.getText(), { NO_PROSE: '', NO_LATER_SHARD: '' }) as (readonly [
          string,
          ...(readonly string[])[],
        ])[];
        for (const [expression, ...stems] of ways) found.push([expression, stems]);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

describe('what a way in the code matches holds its stems', () => {
  const ways = waysInCode();
  test('there are many', () => {
    expect(ways.length).toBeGreaterThan(40);
  });
  test.each(ways)('%s', (expression, stems) => {
    fc.assert(
      fc.property(
        fc.stringMatching(new RegExp(loosened(expression.replaceAll('(?!\\()', '')).replaceAll('$', ''))),
        (text) => {
          for (const list of stems)
            expect(
              list.some((stem) => text.toLowerCase().includes(stem)),
              `${text} has none of ${list.join(', ')}`,
            ).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
