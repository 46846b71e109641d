import { expect, test } from 'vitest';
import { formatNames, loadFormat, parseFormat, parseFormats } from '../../../src/core/report/formats.ts';
import { DRESS, everything, run } from '../../support/report-world.ts';

test('a format goes to standard output, or to the file after the colon', () => {
  expect(parseFormat('sarif')).toEqual({ format: 'sarif', file: undefined });
  expect(parseFormat('sarif:out.sarif')).toEqual({ format: 'sarif', file: 'out.sarif' });
  expect(parseFormat('html:C:\\out\\a.html')).toEqual({ format: 'html', file: 'C:\\out\\a.html' });
});

test.each(['', ':out.json', 'json:'])('%j is a wrong call', (value) => {
  expect(() => parseFormat(value)).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      hint: expect.stringContaining('--format') as string,
    }) as Error,
  );
});

test('standard output holds one document, and so does each file', () => {
  expect(parseFormats([])).toEqual([{ format: 'stylish', file: undefined }]);
  expect(parseFormats(['stylish', 'sarif:a', 'json:b'])).toHaveLength(3);
  expect(() => parseFormats(['stylish', 'json'])).toThrow(
    'Format "json" is the second one for standard output',
  );
  expect(() => parseFormats(['sarif:a', 'json:a'])).toThrow('Two formats go to "a"');
});

test.each(formatNames)(
  '%s loads, takes anything, ends with a line end, and gives the same bytes twice',
  async (name) => {
    const format = await loadFormat(name);
    const shown = format(everything(), DRESS);
    expect(shown.endsWith('\n')).toBe(true);
    expect(Buffer.from(shown).toString()).toBe(shown);
    expect(format(everything(), DRESS)).toBe(shown);
    expect(typeof format(run([]), DRESS)).toBe('string');
  },
);

test.each(['nope', 'constructor', '__proto__'])('there is no format named %s', async (name) => {
  await expect(loadFormat(name)).rejects.toThrow(`No format named "${name}"`);
});
