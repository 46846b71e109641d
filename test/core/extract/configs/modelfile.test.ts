import { expect, test } from 'vitest';
import { modelfileClaims } from '../../../../src/core/extract/configs/modelfile.ts';
import { knowing, text } from '../../../support/evidence.ts';

const source = (content: string) => text('Modelfile', content);
const claims = (content: string) => modelfileClaims(source(content), knowing());

test('a license by name', () => {
  expect(claims('LICENSE mit')).toMatchObject([
    { kind: 'license', raw: 'mit', identity: { is: 'known' }, about: 'weights' },
  ]);
  expect(claims('license """mit"""')).toMatchObject([{ kind: 'license', raw: 'mit' }]);
});

test('a license as text, over lines, with keywords in it', () => {
  const content = 'LICENSE """\nSome terms\nFROM time to time\n"""\nADAPTER ./lora.gguf\n';
  expect(claims(content).map(({ kind }) => kind)).toEqual(['license-text', 'form']);
});

test('the place is the value', () => {
  const content = '# made by hand\nFROM  "hf.co/globex/base:Q8_0"\n';
  const [claim] = claims(content);
  expect(
    claim !== undefined && 'start' in claim.place && content.slice(claim.place.start, claim.place.end),
  ).toBe('hf.co/globex/base:Q8_0');
});

test('an open quote ends with the file', () => {
  expect(claims('SYSTEM """\nFROM llama3.2\n')).toEqual([]);
});

test('Windows line ends do no harm', () => {
  expect(claims('FROM llama3.2\r\nPARAMETER temperature 1\r\n')).toMatchObject([
    { model: 'llama3.2', raw: 'llama3.2', hub: false },
  ]);
});
