import { expect, test } from 'vitest';
import { toldBases } from '../../scripts/data/told-bases.ts';

const told = (id: string, base: string, relation: string) => {
  const { base: bases = '', relation: said = '' } = toldBases({ id, base, relation });
  return `${bases} ${said}`.trim();
};

test.each([
  // Trained, and a GGUF or ONNX file lies beside: the Hub says quantized.
  ['fblgit/UNA-SOLAR-10.7B-Instruct-v1.0', 'upstage/SOLAR-10.7B-Instruct-v1.0'],
  ['shenzhi-wang/Gemma-2-9B-Chinese-Chat', 'google/gemma-2-9b-it'],
  ['sentence-transformers/all-MiniLM-L6-v2', 'nreimers/MiniLM-L6-H384-uncased'],
  ['acme/Awquila-7B', 'Qwen/Qwen3-8B'],
])('%s is no packed copy', (id, base) => {
  expect(told(id, base, 'quantized')).toBe(base);
});

test.each([
  ['bartowski/Qwen_Qwen3-8B-GGUF', 'Qwen/Qwen3-8B'],
  ['acme/Qwen3-8B.Q4_K_M', 'Qwen/Qwen3-8B'],
  ['acme/Qwen3-8B-MXFP8-CRACK', 'Qwen/Qwen3-8B'],
  ['unsloth/llama-3-8b-bnb-4bit', 'meta-llama/Meta-Llama-3-8B'],
])('%s is one', (id, base) => {
  expect(told(id, base, 'quantized')).toBe(`${base} quantized`);
});

test('other relations stand whatever the name is', () => {
  expect(told('unsloth/Qwen3-8B', 'Qwen/Qwen3-8B', 'copy')).toBe('Qwen/Qwen3-8B copy');
  expect(told('acme/chat', 'Qwen/Qwen3-8B|Qwen/Qwen3-4B', 'merge')).toBe('Qwen/Qwen3-8B|Qwen/Qwen3-4B merge');
});

test('no model is built on itself, under whichever of its names', () => {
  expect(told('acme/chat', 'acme/Chat', 'finetune')).toBe('');
  expect(told('gpt2', 'openai-community/gpt2|acme/chat', '')).toBe('acme/chat');
});
