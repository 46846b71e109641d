import { describe, expect, test } from 'vitest';
import { configJsonClaims } from '../../../../src/core/extract/configs/config-json.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (content: object | string) => configJsonClaims(text('config.json', content), knowing());
const forms = (content: object) =>
  claims(content).flatMap((claim) =>
    claim.kind === 'form' ? [`${claim.relation} ${claim.tool} ${claim.confidence}`] : [],
  );

describe('a quantized form', () => {
  test.each([
    [{ quantization_config: { quant_method: 'gptq', bits: 4 } }, 'quantized gptq certain'],
    [{ quantization_config: { load_in_4bit: true } }, 'quantized bitsandbytes certain'],
    [
      { quantization: { group_size: 64, bits: 4 }, quantization_config: { group_size: 64, bits: 4 } },
      'quantized MLX certain',
    ],
    [{ quantization_config: { quant_algo: 'NVFP4' } }, 'quantized NVFP4 certain'],
    [{ quantization_config: { group_size: 128 } }, 'quantized unnamed certain'],
  ])('%j', (content, form) => {
    expect(forms(content)).toEqual([form]);
  });

  test('is no upstream: models are released quantized too', () => {
    expect(
      claims({ model_type: 'gpt_oss', quantization_config: { quant_method: 'mxfp4' } }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['form']);
  });

  test.each([{ quantization_config: {} }, { quantization_config: null }, { use_cache_quantization: false }])(
    'is not seen in %j',
    (content) => {
      expect(forms(content)).toEqual([]);
    },
  );
});

test('a passage through Unsloth is only possible, for Unsloth uploads copies as well', () => {
  expect(forms({ unsloth_version: '2026.8.1' })).toEqual(['finetune Unsloth possible']);
});

test('names of classes and model types are never evidence', () => {
  expect(
    claims({
      architectures: ['LlamaForCausalLM'],
      model_type: 'llama',
      text_config: { model_type: 'qwen2' },
      hidden_size: 4096,
      vocab_size: 32000,
    }),
  ).toEqual([]);
});

test('a truncated config gives what it holds and says that it is broken', () => {
  const found = claims('{"_name_or_path": "globex/base-7b", "arch');
  expect(found.map(({ kind }) => kind)).toEqual(['unreadable', 'upstream']);
  expect(found[0]).toMatchObject({ what: '"config.json" is not valid JSON' });
});

test('a component within a component is found', () => {
  const found = claims({ thinker_config: { audio_config: { _name_or_path: 'globex/ear' } } });
  expect(found).toMatchObject([{ model: 'globex/ear', part: 'audio_config', relation: 'component' }]);
});

test('the place is the value in the file', () => {
  const source = text('config.json', { _name_or_path: 'globex/base-7b' });
  const [claim] = configJsonClaims(source, knowing());
  expect(
    claim !== undefined && 'start' in claim.place && source.text.slice(claim.place.start, claim.place.end),
  ).toBe('"globex/base-7b"');
});
