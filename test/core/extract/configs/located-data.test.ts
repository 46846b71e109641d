import { describe, expect, test } from 'vitest';
import {
  at,
  itemsAt,
  parseJson,
  parseYaml,
  textAt,
} from '../../../../src/core/extract/configs/located-data.ts';
import { text } from '../../../support/evidence.ts';

const json = (content: string) => parseJson(text('config.json', content));
const yaml = (content: string) => parseYaml(text('m.yml', content));

describe('JSON as it lies about', () => {
  test.each([
    ['NaN and Infinity', '{"a": "x/y", "b": NaN, "c": -Infinity}'],
    ['tabs for indentation', '{\n\t"a": "x/y",\n\t"c": {\n\t\t"d": 1\n\t}\n}'],
    ['a byte order mark', '\uFEFF{"a": "x/y"}'],
    ['a repeated key, the last one counting', '{"a": "p/q", "a": "x/y"}'],
    ['a comma too many', '{"a": "x/y",}'],
    ['no space at all', '{"a":"x/y","b":[1,{"c":2}]}'],
    ['escapes', '{"a": "x\\/\\u0079"}'],
    ['Windows line ends', '{\r\n  "a": "x/y"\r\n}\r\n'],
  ])('survives %s', (_, content) => {
    const { docs, problem } = json(content);
    expect(textAt(docs[0], 'a')?.text).toBe('x/y');
    expect(problem).toBeUndefined();
  });

  test('gives what stands before the end of a file that was cut, and says so', () => {
    const { docs, problem } = json('{"a": "x/y", "b": {"c": [1, 2');
    expect(textAt(docs[0], 'a')?.text).toBe('x/y');
    expect(problem?.what).toBe('is not valid JSON');
  });

  test('takes no half of an id that was cut in the middle', () => {
    expect(textAt(json('{"a": "globex/base-7').docs[0], 'a')).toBeUndefined();
  });

  test('keeps places', () => {
    const content = '{\n  "a": "x/y"\n}';
    const found = textAt(json(content).docs[0], 'a');
    expect(found?.place).toEqual({
      file: 'config.json',
      start: content.indexOf('"x/y"'),
      end: content.indexOf('"x/y"') + 5,
    });
  });

  test.each(['', '   ', 'version https://git-lfs.github.com/spec/v1', '<html></html>', 'null'])(
    'refuses %j in words',
    (content) => {
      expect(json(content)).toEqual({
        docs: [],
        problem: { what: 'is not JSON', hint: 'an object in braces is expected' },
      });
    },
  );

  test('takes a bare word for no text', () => {
    expect(textAt(json('{"a": None}').docs[0], 'a')).toBeUndefined();
  });
});

describe('hostile files', () => {
  test.each([
    ['nested sequences on a line', '- '.repeat(100_000)],
    ['nested flow', `a: ${'['.repeat(10_000)}`],
    ['deep indentation', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('YAML with %s is refused', (_, content) => {
    expect(yaml(content).problem?.what).toMatch(/nested too deeply/);
  });

  test('anchors that multiply are bounded', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 12; n++)
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(yaml(lines.join('\n')).docs).toHaveLength(1);
  });

  test('an anchor within itself ends', () => {
    expect(itemsAt(yaml('a: &a [x, *a]').docs[0], 'a').map(({ is }) => is)).toEqual(['scalar', 'scalar']);
  });
});

test('YAML aliases stand for what they name', () => {
  expect(textAt(yaml('a: &m x/y\nb: *m\n').docs[0], 'b')?.text).toBe('x/y');
});

test('several documents are kept apart', () => {
  expect(yaml('name: a\n---\nname: b\n').docs.map((doc) => textAt(doc, 'name')?.text)).toEqual(['a', 'b']);
});

test('what is not there is undefined at any depth', () => {
  expect(at(yaml('a: {b: 1}').docs[0], 'a', 'c', 'd')).toBeUndefined();
});

describe('quoted text that runs on at the margin', () => {
  test.each([
    [
      'in double quotes',
      'license: mit\nwidget:\n- text: "One line\nand another, \\"quoted\\".\n\nAnd a last one."\n' +
        'language: en\n',
    ],
    ['in single quotes', "license: mit\nwidget:\n- text: 'One line\nand it''s another.'\nlanguage: en\n"],
    ['with Windows line ends', 'license: mit\r\ntitle: "One line\r\nand another."\r\nlanguage: en\r\n'],
  ])('is read, with the keys behind it at their places, %s', (_, content) => {
    const { docs, problem, runsOnAt } = yaml(content);
    expect(problem).toBeUndefined();
    expect(runsOnAt).toBeGreaterThan(0);
    const found = textAt(docs[0], 'language');
    expect(found?.text).toBe('en');
    expect(content.slice((found?.place as { start: number }).start)).toMatch(/^en/);
  });

  test.each([
    ['a quote that never closes', 'license: mit\ntitle: "One line\nlanguage: en\n'],
    ['a quote that the next value closes', 'title: "One line\nlicense: "mit"\n'],
  ])('stays broken: %s', (_, content) => expect(yaml(content).problem?.what).toBe('is not valid YAML'));

  test('indented as every reader wants it, it is nothing to speak of', () =>
    expect(yaml('title: "One line\n  and another."\n').runsOnAt).toBeUndefined());
});

describe('merge keys and aliased keys of YAML', () => {
  test.each([
    ['a mapping in braces', '<<: {a: x/y}\nb: c'],
    ['a mapping by lines', '<<:\n  a: x/y\nb: c'],
    ['an alias', 'k: &k {a: x/y}\n<<: *k'],
    ['a list, of which the first counts', '<<: [{b: c}, {a: x/y}, {a: p/q}]'],
    ['a list of aliases', 'k: &k {a: x/y}\nl: &l {a: p/q}\n<<: [*k, *l]'],
    ['a tag', '!!merge <<: {a: x/y}'],
    ['a tag on any key', '!!merge b: {a: x/y}'],
    ['an alias of the key itself', 'k: [&m <<]\n*m : {a: x/y}'],
    ['a mapping that merges another', '<<: {<<: {a: x/y}}'],
    ['own keys above the merged ones', '<<: {a: p/q}\na: x/y'],
    ['own keys before the merge', 'a: x/y\n<<: {a: p/q}'],
    ['of two the second', '<<: {a: p/q}\n<<: {a: x/y}'],
    ['a key that is an alias', 'k: &k a\n*k : x/y'],
    ['a key that is the alias of a key', '&k a: p/q\n? *k\n: x/y'],
  ])('reads %s', (_, content) => {
    const { docs, problem } = yaml(content);
    expect(textAt(docs[0], 'a')?.text).toBe('x/y');
    expect(problem).toBeUndefined();
  });

  test.each([
    ['in double quotes', '"<<": {a: x/y}'],
    ['in single quotes', "'<<': {a: x/y}"],
    ['as a text', '!!str <<: {a: x/y}'],
  ])('takes "<<" %s for a key like others', (_, content) => {
    const { docs, problem } = yaml(content);
    expect(textAt(docs[0], '<<', 'a')?.text).toBe('x/y');
    expect([problem, at(docs[0], 'a')]).toEqual([undefined, undefined]);
  });

  test('merges nothing in JSON', () => {
    expect(at(json('{"<<": {"a": "x/y"}}').docs[0], 'a')).toBeUndefined();
  });

  test.each([
    ['a number', 'b: c\n<<: 5', 9],
    ['nothing', 'b: c\n<<:', 8],
    ['a list with a word', 'b: c\n<<: [{a: x/y}, word]', 20],
    ['itself', 'b: &b {<<: *b}', 11],
  ])('says where %s is merged', (_, content, offset) => {
    const { problem, problemAt } = yaml(content);
    expect([problem?.what, problemAt]).toEqual(['merges what is no mapping', offset]);
  });

  test.each([
    ['a text', 'a: !ours x/y', '!ours', 9],
    ['a list', 'a: !ours [x/y]', '!ours', 9],
    ['a mapping', 'b: !ours\n  a: x/y', '!ours', 11],
    ['Python', 'a: !!python/name:os.system x/y', '!!python/name:os.system', 27],
    ['an address', 'a: !<tag:example.org,2000:x> y', 'tag:example.org,2000:x', 29],
  ])('says where a tag of %s stands that no reader knows', (_, content, tag, offset) => {
    const { problem, problemAt, docs } = yaml(content);
    expect([problem?.what, problemAt]).toEqual([`has the unknown tag "${tag}"`, offset]);
    expect(textAt(docs[0], 'a')).toBeUndefined();
  });

  test.each(['!!str x/y', '! x/y', '!!str "x/y"'])('takes %s for the text that it is', (value) => {
    const { docs, problem } = yaml(`a: ${value}`);
    expect([textAt(docs[0], 'a')?.text, problem]).toEqual(['x/y', undefined]);
  });

  test.each(['!!binary eA==', '!!timestamp 2026-01-01', '!!int 5', '!!set {a}', '!!null x'])(
    'takes %s for no text, and no trouble',
    (value) => {
      const { docs, problem } = yaml(`a: ${value}`);
      expect([textAt(docs[0], 'a'), problem]).toEqual([undefined, undefined]);
    },
  );

  test('places a merged value where it stands', () => {
    expect(textAt(yaml('<<: {a: x/y}').docs[0], 'a')?.place).toEqual({ file: 'm.yml', start: 8, end: 11 });
  });

  test('leaves out merges that multiply beyond bounds, and says so', () => {
    const lines = Array.from({ length: 40 }, (_, nth) => {
      const below = nth === 0 ? 'x: y' : `<<: [*k${nth - 1}, *k${nth - 1}]`;
      return `k${nth}: &k${nth} {${below}, own${nth}: 1}`;
    });
    expect(yaml(lines.join('\n')).problem?.what).toBe('holds more values than are read');
  });
});
