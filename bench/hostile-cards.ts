/** Cards that somebody made to stop a linter. None of them is more than 10 MB. */
const card = (front: string, body = '') => `---\n${front}\n---\n${body}`;
const times = (text: string, count: number) => text.repeat(count);
/** One more name for ten of the name before. */
const aliases = (n: number) => `a${n + 1}: &a${n + 1} [${times(`*a${n},`, 9)}*a${n}]\n`;

/** Each by name, made only when asked for. */
export const HOSTILE: Readonly<Record<string, () => string>> = {
  'flow nesting 2,000 deep': () => card(`license: ${times('[', 2000)}${times(']', 2000)}`),
  'block nesting 900 deep': () =>
    card(Array.from({ length: 900 }, (_, depth) => `${times(' ', depth)}a:`).join('\n')),
  'alias bomb': () =>
    card('a0: &a0 [x]\n' + Array.from({ length: 30 }, (_, n) => aliases(n)).join('') + 'base_model: *a30'),
  '10,000 keys': () => card(Array.from({ length: 10_000 }, (_, n) => `key${n}: ${n}`).join('\n')),
  '20,000 base models': () =>
    card(`base_model:\n${Array.from({ length: 20_000 }, (_, n) => `- org/model-${n}`).join('\n')}`),
  'the same key 10,000 times': () => card(times('license: mit\n', 10_000)),
  '10 MB of front matter': () => card(`license: mit\nx: ${times('a', 10_000_000)}`),
  '10 MB of text': () =>
    card('license: mit', times('This model is licensed under the MIT license. ', 220_000)),
  '10 MB of paragraphs': () =>
    card('license: mit', times('This model is a fine-tune of org/base-7b, licensed under MIT.\n\n', 160_000)),
  'front matter that never closes': () => `---\nlicense: mit\n${times('a: b\n', 400_000)}`,
  '300,000 lines of dashes': () => times('---\n', 300_000),
  '2 MB of line ends, then a fence': () => `${times('\n', 2_000_000)}---\nlicense: mit\n---\n`,
  'returns without line feeds': () => card('license: mit', times('\r', 1_000_000)),
  'returns twice before line feeds': () => card('license: mit', times('\r\r\n', 300_000)),
  'list 1,000 levels deep': () =>
    card(
      'license: mit',
      Array.from({ length: 1000 }, (_, depth) => `${times('  ', depth)}- license model`).join('\n'),
    ),
  '1,000 list marks on a line': () => card('license: mit', `${times('- ', 1000)}license mit base model`),
  'quote 5,000 levels deep': () => card('license: mit', `${times('> ', 5000)}license: mit`),
  '100,000 open brackets': () => card('license: mit', `License: ${times('[', 100_000)}`),
  '7,000 open brackets in a block': () => card('license: mit', `License: ${times('[', 7000)}`),
  '7,000 backticks in growing runs': () =>
    card('license: mit', `License: ${Array.from({ length: 115 }, (_, n) => times('`', n + 1)).join(' ')}`),
  'blocks of half-made links': () => card('license: mit', times(`License: ${times('[a](', 1900)}\n\n`, 40)),
  'blocks of stars': () => card('license: mit', times(`License: ${times('*a **b ', 1000)}\n\n`, 40)),
  '100,000 comments': () => card('license: mit', times('<!-- license -->', 100_000)),
  '100,000 open comments': () => card('license: mit', times('a <!-- ', 100_000)),
  'open tags': () => card('license: mit', times('<a ', 300_000)),
  'images without an end': () => card('license: mit', times('<img alt="', 100_000)),
  '1 MB of a word': () => card('license: mit', `# ${times('a', 1_000_000)}`),
  '1 MB of blanks': () => card('license: mit', `License:${times(' ', 1_000_000)}mit`),
  '1 MB of slashes': () => card('license: mit', `fine-tuned from ${times('a/', 500_000)}`),
  '1 MB of hyphens': () => card('license: mit', `fine-tuned from ${times('a-', 500_000)}`),
  'blocks of ids': () => card('license: mit', times(`Fine-tuned from ${times('a/b-1, ', 1000)}\n\n`, 100)),
  'blocks of words about licenses': () =>
    card('license: mit', times(`${times('licensed under the ', 400)}\n\n`, 100)),
  'open fences': () => card('license: mit', times('```yaml\nbase_model: x\n', 50_000)),
  'a table of a million bars': () => card('license: mit', times('|', 1_000_000)),
};
