import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontMatter } from '../../../../src/core/extract/card/front-matter.ts';

/** The expression of huggingface_hub's `repocard.py`, said there to be the server's. */
const HUB = /^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))/;

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const fence = fc.constantFrom('---', '---', '--- ', '---\t', '----', '...', ' ---', '--');
const piece = fc.oneof(
  lineEnd,
  fence,
  fc.constantFrom(' ', '\ufeff', 'license: mit', 'tags:', '- a', '# x', '<!--', '-->', '```', 'words'),
);
const pieces = (maxLength: number) => fc.array(piece, { maxLength }).map((all) => all.join(''));

/** Cards and what is nearly one: most have two fences with something between them. */
const card = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '', '', '\n', ' ', '\ufeff', '# x\n'),
      fence,
      lineEnd,
      pieces(4),
      lineEnd,
      fence,
      fc.constantFrom('', '\n', '\r\n', '\r', 'x'),
      pieces(3),
    )
    .map((all) => all.join('')),
  pieces(14),
);

test('a block is there where the Hub finds one, and is the same text', () => {
  fc.assert(
    fc.property(card, (text) => {
      // Lines that end in two carriage returns are read, and said to be unread by the Hub.
      fc.pre(!text.includes('\r\r\n'));
      const hub = HUB.exec(text);
      const { state, yaml, bodyStart } = frontMatter(text);
      expect(yaml === undefined ? undefined : text.slice(yaml.start, yaml.end)).toBe(hub?.[2]);
      expect(state === 'present').toBe(hub !== null);
      if (hub) expect(bodyStart).toBe(hub[0].length);
    }),
    { numRuns: 5_000, seed: 1 },
  );
});

test('whatever the text, the places lie within it', () => {
  fc.assert(
    fc.property(card, (text) => {
      const { at, bodyStart, yaml } = frontMatter(text);
      for (const offset of [at.start, at.end, bodyStart, yaml?.start ?? 0, yaml?.end ?? 0]) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2_000, seed: 2 },
  );
});
