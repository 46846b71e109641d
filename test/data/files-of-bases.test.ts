import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { filesOfBases } from '../../scripts/data/files-of-bases.ts';
import type { Cells } from '../../scripts/data/table-file.ts';

const BASES: readonly Cells[] = [
  {
    id: 'LGAI-EXAONE/EXAONE-Deep-32B',
    license: 'other',
    license_name: 'exaone',
    file: 'exaone-1.1-nc',
    base: '',
  },
  { id: 'acme/old', license: 'other', license_name: 'exaone', file: 'exaone-1.0-nc', base: '' },
  { id: 'acme/free', license: 'apache-2.0', file: 'apache-2.0', base: '' },
];

function settled(row: Cells): string {
  const one: Cells = { id: 'acme/chat', file: '', confidence: 'certain', note: '', ...row };
  filesOfBases([...BASES.map((base) => ({ ...base })), one], shippedCatalogue());
  return `${one['file'] ?? ''} ${one['confidence'] ?? ''} ${one['note'] ?? ''}`.trim();
}

const EXAONE = { license: 'other', license_name: 'exaone' };

test('a name of several texts is the one of the base, likely, and says why', () => {
  expect(settled({ ...EXAONE, base: 'lgai-exaone/exaone-deep-32b' })).toMatch(
    /^exaone-1\.1-nc likely file: the one of its base/,
  );
});

test.each([
  ['bases under two of them', { ...EXAONE, base: 'LGAI-EXAONE/EXAONE-Deep-32B|acme/old' }],
  ['a base under none of them', { ...EXAONE, base: 'acme/free' }],
  ['a base that is not known', { ...EXAONE, base: 'acme/gone' }],
  ['no base', { ...EXAONE, base: '' }],
  ['a name that is no license', { license: 'other', license_name: 'ours', base: 'acme/old' }],
])('%s leaves it open', (_, row) => {
  expect(settled(row)).toBe('certain');
});
