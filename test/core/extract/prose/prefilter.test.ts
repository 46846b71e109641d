import { expect, test } from 'vitest';
import { mayHoldClaim } from '../../../../src/core/extract/prose/prefilter.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { type Candidate } from '../../../../src/core/extract/prose/candidate-blocks.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { statementsOf } from '../../../../src/core/extract/prose/statements/statements.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';

await loadMarkdown();

const context = createContext(shippedCatalogue(), undefined);
const block = (text: string): Candidate => ({
  block: { kind: 'text', start: 0, end: text.length },
  heading: '',
  underLicense: false,
  first: false,
  copied: false,
});
const source = (text: string) => ({ kind: 'text', file: 'README.md', text, bom: false }) as const;

test.each([
  'A fine-tuned version of acme/base-7b.',
  'A fine-**tuned** version of\nLlama 3.',
  'It is **based** on [Mistral](https://huggingface.co/mistralai/Mistral-7B-v0.1).',
  'Released under Apache-2.0.',
  'We trained it from scratch.',
  'The answers were generated with GPT-4.',
  'Trained on [tales](https://huggingface.co/datasets/acme/tales).',
  'Llama 3를 기반으로 만들었습니다.',
  '基于 Qwen2.5-7B 训练。',
  'The following models were included in the merge:',
  '![license](https://img.shields.io/badge/license-MIT-blue)',
])('a block that says something is parsed: %s', (text) => {
  const { claims, listing } = statementsOf(source(text), block(text), undefined, context);
  expect(claims.length + (listing ? 1 : 0)).toBeGreaterThan(0);
  expect(mayHoldClaim(text, block(text))).toBe(true);
});

test.each([
  'The base of the tower is wide, and the trail starts there.',
  'Training took two days on eight cards.',
  'It merges short words, and quantity is no quality.',
])('a block that says nothing is not: %s', (text) => {
  expect(mayHoldClaim(text, block(text))).toBe(false);
});
