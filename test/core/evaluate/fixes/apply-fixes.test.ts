import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { rules } from '../../../../rules/index.ts';
import { applyEdits, applyFixes } from '../../../../src/core/evaluate/fixes/apply-fixes.ts';
import { addKey, append } from '../../../../src/core/evaluate/fixes/edits.ts';
import { frontMatter } from '../../../../src/core/extract/card/front-matter.ts';
import type { Finding } from '../../../../src/core/model/finding.ts';
import type { Edit } from '../../../../src/core/model/place.ts';
import type { TextSource } from '../../../../src/core/model/source.ts';
import { lintCase } from '../../../../src/rule-tester/rule-tester.ts';

const file = 'README.md';
const source = (text: string): TextSource => ({ kind: 'text', file, text, bom: false });
const finding = (edits: readonly Edit[], safe = true): Finding => ({
  at: { file, start: 0, end: 0 },
  message: 'X',
  rule: 'x',
  severity: 'warning',
  confidence: 'certain',
  fingerprint: '',
  fix: { title: 'Add it', safe, edits },
});
const edit = (start: number, end: number, text: string): Edit => ({ file, start, end, text });

const textAndEdits = fc.string({ maxLength: 60 }).chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 5 }))
        .map(([a, b, put]) => edit(Math.min(a, b), Math.max(a, b), put)),
      { maxLength: 6 },
    ),
  ),
);

describe('edits', () => {
  test('the first of two that overlap is made, the other is not', () => {
    expect(applyEdits('abcdef', [edit(1, 4, 'X'), edit(3, 5, 'Y')])).toBe('aXef');
    expect(applyEdits('abcdef', [edit(3, 5, 'Y'), edit(1, 4, 'X')])).toBe('abcYf');
  });

  test('what lies between edits stays, letter by letter', () => {
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        const [first] = edits;
        if (!first) return applyEdits(text, edits) === text;
        const alone = applyEdits(text, [first]);
        expect(alone).toBe(text.slice(0, first.start) + first.text + text.slice(first.end));
        // Removed and added letters account for the whole difference in length of some choice of the edits.
        const lengths = new Set([0]);
        for (const one of edits)
          for (const length of [...lengths]) lengths.add(length + one.text.length - (one.end - one.start));
        expect(lengths).toContain(applyEdits(text, edits).length - text.length);
        return true;
      }),
    );
  });

  test('an edit beyond the end of the text is not made', () => {
    expect(applyEdits('ab', [edit(1, 9, 'X'), edit(-1, 1, 'Y'), edit(0, 1, 'Z')])).toBe('Zb');
  });
});

describe('fixes', () => {
  test('all of one fix or nothing', () => {
    const { files, fixes } = applyFixes(new Map([[file, 'abcdef']]), [
      finding([edit(0, 2, 'X')]),
      finding([edit(1, 3, 'Y'), edit(5, 6, 'Z')]),
      finding([edit(3, 4, 'D')]),
    ]);
    expect(files.get(file)).toBe('XcDef');
    expect(fixes).toHaveLength(2);
  });

  test('the same edit asked for twice is made once', () => {
    expect(
      applyFixes(new Map([[file, 'ab']]), [finding([edit(2, 2, 'X')]), finding([edit(2, 2, 'X')])]).files.get(
        file,
      ),
    ).toBe('abX');
  });

  test('a fix that is not safe is not carried out', () => {
    expect(applyFixes(new Map([[file, 'ab']]), [finding([edit(0, 1, 'X')], false)]).files.size).toBe(0);
  });

  test('a fix that would write what stands there already is none', () => {
    expect(applyFixes(new Map([[file, 'ab']]), [finding([edit(0, 1, 'a')])])).toEqual({
      files: new Map(),
      fixes: [],
      refused: [],
    });
  });

  test('a file that is not there is begun', () => {
    expect(
      applyFixes(new Map(), [finding([{ file: 'NOTICE', start: 0, end: 0, text: 'N\n' }])]).files.get(
        'NOTICE',
      ),
    ).toBe('N\n');
  });
});

const line = fc.stringMatching(/^[a-z ]{0,20}$/);
const key = fc.stringMatching(/^[a-z]{3,8}$/).filter((one) => one !== 'base_model');
const value = fc.oneof(
  line.map((text) => `'${text}'`),
  line.map((text) => `"${text}"`),
  fc.constant('x # a comment'),
  fc.constant('[a, b]'),
  fc.constant('|\n  text\n  more'),
);
const yaml = fc
  .uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 5, selector: ([name]) => name })
  .map((entries) => ['# first', ...entries.map(([name, put]) => `${name}: ${put}`)].join('\n'));
const cards = fc.tuple(yaml, fc.array(line, { maxLength: 4 }), fc.boolean()).map(([front, body, windows]) => {
  const text = `---\n${front}\n---\n${body.join('\n')}`;
  return windows ? text.replaceAll('\n', '\r\n') : text;
});

describe('front matter', () => {
  test('a key is added and everything else stays: comments, order, quotes, line ends', () => {
    fc.assert(
      fc.property(cards, (text) => {
        const edits = addKey(source(text), 'base_model', ['acme/base']);
        expect(edits).toHaveLength(1);
        const after = applyEdits(text, edits);
        const [{ start, text: put }] = edits as [Edit];
        expect(after.slice(0, start) + after.slice(start + put.length)).toBe(text);
        expect(put.trim()).toBe('base_model: acme/base');
        expect(put.startsWith('\r\n')).toBe(text.includes('\r\n'));
        const block = frontMatter(after).yaml;
        expect(parseDocument(after.slice(block?.start, block?.end)).toJS()).toMatchObject({
          base_model: 'acme/base',
        });
        // Done once, it is done.
        expect(addKey(source(after), 'base_model', ['acme/base'])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a flow mapping', '---\n{license: mit}\n---\n'],
    ['keys that are indented', '---\n  license: mit\n  tags: x\n---\n'],
    ['a block that does not parse', '---\nlicense: [mit\n---\n'],
    ['a card without a block', '# A model\n'],
    ['a key that is there and empty', '---\nbase_model:\nlicense: mit\n---\n'],
  ])('%s is left alone', (_, text) => {
    expect(addKey(source(text), 'base_model', ['acme/base'])).toEqual([]);
  });

  test('a value that is no Hub id is not written', () => {
    expect(addKey(source('---\nlicense: mit\n---\n'), 'base_model', ['x: y'])).toEqual([]);
  });
});

describe('paragraphs', () => {
  test('one is added to the end with one empty line before it, in the line ends of the file', () => {
    fc.assert(
      fc.property(cards, (text) => {
        const after = applyEdits(text, append(source(text), 'Built with Llama'));
        expect(after.startsWith(text)).toBe(true);
        expect(after.trimEnd().endsWith('Built with Llama')).toBe(true);
        if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
      }),
    );
  });
});

describe('through the pipeline', () => {
  test(
    'whatever the card holds, safe fixes made again and again come to rest and leave the license as it was',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          cards,
          fc.constantFrom('llama3.1', 'cc-by-4.0', 'gemma', 'mit'),
          fc.constantFrom('license: llama3.1', 'licence: mit', 'license: Apache-2.0'),
          async (text, license, declared) => {
            const eol = text.includes('\r\n') ? '\r\n' : '\n';
            let files: Record<string, string> = {
              'README.md': text.replace(`---${eol}`, `---${eol}${declared}${eol}`),
              'mergekit.yml': 'models:\n  - model: acme/base\nmerge_method: linear\n',
            };
            let changes = 0;
            for (; changes < 10; changes += 1) {
              const report = await lintCase({ name: 'x', files, upstreams: { 'acme/base': license } }, rules);
              const texts = new Map(
                report.sources.flatMap((one) => (one.kind === 'text' ? [[one.file, one.text] as const] : [])),
              );
              const applied = applyFixes(texts, report.findings);
              if (applied.files.size === 0) break;
              files = { ...files, ...Object.fromEntries(applied.files) };
            }
            expect(changes).toBeLessThan(6);
            expect(files['README.md']?.toLowerCase()).toContain(
              declared.toLowerCase().replace('licence', 'license'),
            );
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
