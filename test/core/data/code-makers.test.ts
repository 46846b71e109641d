import { describe, expect, test } from 'vitest';
import { makerNamed, makerOfAccount, makers, makes } from '../../../src/core/data/code-makers.ts';
import { holdersIn } from '../../../src/core/extract/code/copyright-holders.ts';

const called = (name: string) => makerNamed(name)?.names[0];

describe('makers of code', () => {
  test.each(
    makers()
      .filter(({ seen }) => seen !== '')
      .map((maker) => [maker.seen, maker] as const),
  )('are told by the line of theirs that was read: %s', (seen, maker) => {
    const text = seen.slice(seen.indexOf(': ') + 2);
    const holders = holdersIn('x.py', { text, start: 0, end: text.length, header: true, above: false });
    expect(holders.map(({ name }) => makerNamed(name))).toContain(maker);
  });

  test('without a line are few', () => {
    expect(
      makers()
        .filter(({ seen }) => seen === '')
        .map(({ names }) => names[0]),
    ).toEqual(['KT Corporation', 'Allen Institute for AI']);
  });

  test.each(['names', 'accounts'] as const)('share no %s', (key) => {
    const all = makers()
      .flatMap((maker) => maker[key])
      .map((one) => one.toLowerCase());
    expect(all).toEqual([...new Set(all)]);
  });

  test.each([
    ['The Alibaba Wan Team Authors', 'Alibaba Wan'],
    ['Alibaba Group', 'Alibaba Cloud'],
    ['Facebook, Inc.', 'Meta'],
    ['Metadata Inc.', undefined],
    ['Cohereference Ltd.', undefined],
    ['KT Corporation', 'KT Corporation'],
    ['SKT', 'SK Telecom'],
    ['Acme', undefined],
  ])('%s is %s', (holder, maker) => {
    expect(called(holder)).toBe(maker);
  });

  test('are told by their accounts in any case, and nobody by none', () => {
    expect(makerOfAccount('Meta-Llama')?.names[0]).toBe('Meta');
    expect(makerOfAccount('acme')).toBeUndefined();
    expect(makerOfAccount(undefined)).toBeUndefined();
  });

  test('make the families that begin with the name of theirs', () => {
    const qwen = makerOfAccount('Qwen');
    expect(qwen && makes(qwen, 'qwen2_5_vl')).toBe(true);
    expect(qwen && makes(qwen, 'llama')).toBe(false);
    const host = makerOfAccount('huggingface');
    expect(host && makes(host, 'llama')).toBe(false);
  });
});
