import { expect, test } from 'vitest';
import { refusal } from '../../support/config-folder.ts';

test('a config of as many keys as fit costs one message: none is held against all others', async () => {
  const keys = Array.from({ length: 60_000 }, (_, nth) => `"key${nth}":1`).join(',');
  expect((await refusal({ 'licet.config.yaml': `{${keys}}` }))[0]).toMatch(/"key0" is an unknown key/);
});
