import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { PRESETS } from '../../src/core/config/presets.ts';
import { configOf } from '../support/config-folder.ts';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const schema = readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8');

it('every config that the page shows is taken', async () => {
  const shown = [...page.matchAll(/```yaml\n([^`]*(?:`[^`\n]+`[^`]*)*?)```/g)]
    .map(([, text = '']) => text)
    .filter((text) => /^(?:extends|policy|rules|overrides):/m.test(text));
  expect(shown).toHaveLength(3);
  for (const text of shown)
    expect((await configOf({ 'licet.config.yaml': text }, '', { rules })).files).toEqual([
      'licet.config.yaml',
    ]);
});

interface Keys {
  readonly properties?: Readonly<Record<string, Keys>>;
  readonly items?: Keys;
}

/** Every key below one, however deep. */
const keysOf = ({ properties = {}, items }: Keys): string[] => [
  ...Object.entries(properties).flatMap(([key, value]) => [key, ...keysOf(value)]),
  ...(items === undefined ? [] : keysOf(items)),
];

it('the page has an entry for every key, which names the keys below it, and tells of every preset', () => {
  const { $schema: _, ...keys } = (JSON.parse(schema) as Required<Keys>).properties;
  for (const [key, value] of Object.entries(keys)) {
    const [, entry = ''] = page.split(new RegExp(`^### ${key}$`, 'm'));
    const [section = ''] = entry.split(/^###? /m);
    expect(section, key).not.toBe('');
    expect(keysOf(value).filter((below) => !section.includes(below))).toEqual([]);
  }
  expect(PRESETS.filter((preset) => !page.includes(`| ${preset} |`))).toEqual([]);
});
