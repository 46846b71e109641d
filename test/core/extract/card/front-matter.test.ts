import { describe, expect, test } from 'vitest';
import { frontMatter } from '../../../../src/core/extract/card/front-matter.ts';
import { isModelId, parseModelRef } from '../../../../src/core/extract/prose/model-id.ts';

const yamlOf = (text: string) => {
  const { yaml } = frontMatter(text);
  return yaml && text.slice(yaml.start, yaml.end);
};

/** Every row of the Hub's table: what opens, what closes, what is none. */
describe('the block is found as the Hub finds it', () => {
  test.each([
    ['a block between two fences', '---\nlicense: mit\n---\n', 'license: mit'],
    ['blank lines and spaces before the first fence', '\n  \n ---\nlicense: mit\n---\n', 'license: mit'],
    ['a byte order mark first', '\ufeff---\nlicense: mit\n---\n', 'license: mit'],
    ['blanks behind the closing fence', '---\nlicense: mit\n--- \t\n# x', 'license: mit'],
    ['the file ends right after the closing fence', '---\nlicense: mit\n---', 'license: mit'],
    ['Windows line ends', '---\r\nlicense: mit\r\n---\r\n', 'license: mit'],
    ['an empty line between the fences', '---\n\n---\n', ''],
    ['bare carriage returns with a line feed at the very end', '---\rlicense: mit\r---\n', 'license: mit'],
  ])('%s', (_, text, yaml) => {
    expect(frontMatter(text).state).toBe('present');
    expect(yamlOf(text)).toBe(yaml);
  });

  test.each([
    ['a blank behind the opening fence', '--- \nlicense: mit\n---\n', 'broken'],
    ['four dashes', '----\nlicense: mit\n----\n', 'absent'],
    ['three dots for a closing fence', '---\nlicense: mit\n...\n# x\n', 'unclosed'],
    ['bare carriage returns throughout', '---\rlicense: mit\r---\r# x', 'unclosed'],
    ['nothing between the fences, not even a line', '---\n---\n', 'empty'],
    ['a heading before the block', '# x\n---\nlicense: mit\n---\n', 'after-text'],
    ['a comment before the block', '<!-- x -->\n---\nlicense: mit\n---\n', 'after-text'],
    ['a block inside a comment', '<!-- ---\nlicense: mit\n--- -->\n', 'after-text'],
    ['no closing fence', '---\nlicense: mit\n\n# x\n', 'unclosed'],
    ['rules between paragraphs', '# x\n\n---\n\nsome words\n\n---\n\nmore\n', 'absent'],
    ['a rule that opens a text', '---\nSome words.\n', 'absent'],
    ['no text at all', '', 'absent'],
  ])('%s is no block', (_, text, state) => {
    expect(frontMatter(text).state).toBe(state);
    expect(frontMatter(text).yaml).toBeUndefined();
  });

  test("a block in a code fence is somebody's example", () => {
    expect(frontMatter('# How to\n\n```\n---\nlicense: mit\n---\n```\n').state).not.toBe('present');
  });

  test('ten megabytes without a closing fence, or of line ends, come back at once', () => {
    frontMatter(`---\n${'a: b\n'.repeat(2_000_000)}`);
    frontMatter('\r\n'.repeat(5_000_000));
    frontMatter(`# x\r\n${'word: word\r\n\r\n'.repeat(500_000)}`);
  });
});

describe('a model reference is an id, or says why it is none', () => {
  test.each([
    ['org/name', { is: 'hub', id: 'org/name' }],
    ['gpt2', { is: 'hub', id: 'gpt2' }],
    ['org/name@v1.0', { is: 'hub', id: 'org/name', revision: 'v1.0' }],
    ['https://huggingface.co/org/name', { is: 'invalid', why: 'url', suggests: 'org/name' }],
    ['https://huggingface.co/org/name/tree/main', { is: 'invalid', why: 'url', suggests: 'org/name' }],
    ['https://huggingface.co/datasets/org/name', { is: 'invalid', why: 'url' }],
    ['https://github.com/org/name', { is: 'invalid', why: 'url' }],
    [
      '/home/me/.cache/huggingface/hub/models--org--name/snapshots/0e9e',
      { is: 'invalid', why: 'path', suggests: 'org/name' },
    ],
    ['./output/checkpoint-500', { is: 'invalid', why: 'path' }],
    ['C:\\Models\\Llama', { is: 'invalid', why: 'path' }],
    ['a/b/c', { is: 'invalid', why: 'path' }],
    ['org/one, org/two', { is: 'invalid', why: 'comma-list' }],
    ['llama', { is: 'invalid', why: 'word' }],
    ['Llama 3 8B', { is: 'invalid', why: 'word' }],
    ['org/na--me', { is: 'invalid', why: 'bad-id' }],
  ])('%s', (raw, ref) => expect(parseModelRef(raw)).toEqual(ref));

  test.each(['org/name', 'gpt2', 'a/b.c-d_e', 'org/name-1.5'])('%s is an id', (id) =>
    expect(isModelId(id)).toBe(true),
  );
  test.each(['org/na..me', 'org/name.git', 'a/b/c', '-x/y', 'org/name-', '', 'x'.repeat(120)])(
    '"%s" is none',
    (id) => expect(isModelId(id)).toBe(false),
  );
});
