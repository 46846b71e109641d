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
    .filter((text) => /^(?:extends|policy|rules):/m.test(text));
  expect(shown).toHaveLength(2);
  for (const text of shown)
    expect((await configOf({ 'licet.config.yaml': text }, '', { rules })).files).toEqual([
      'licet.config.yaml',
    ]);
});

it('the page tells of every key and preset', () => {
  const keys = Object.keys((JSON.parse(schema) as { readonly properties: object }).properties).filter(
    (key) => key !== '$schema',
  );
  expect([...keys, ...PRESETS].filter((word) => !page.includes(word))).toEqual([]);
});
