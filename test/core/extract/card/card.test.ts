import { describe, expect, test } from 'vitest';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { shownText } from '../../../../src/core/extract/card/shown-text.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import type { Claim, ClaimOf } from '../../../../src/core/model/claim.ts';

const claimsOf = (text: string, self?: string) =>
  cardClaims({ kind: 'text', file: 'README.md', text, bom: false }, createContext(shippedCatalogue(), self));

/** What a license claim says, of what and of whose. */
function licenseLine({ identity, whose, about }: ClaimOf<'license'>): string {
  const id = identity.is === 'known' ? identity.license.id : identity.is;
  const owner = whose === 'upstream' ? ' of the upstream' : '';
  const part = about === 'code' || about === 'data' ? ` for ${about}` : '';
  return `license ${id}${owner}${part}`;
}

/** What a claim says, in one line, for the kinds that these tests ask about. */
function line(claim: Claim): string | undefined {
  const told = LINES[claim.kind] as ((claim: Claim) => string) | undefined;
  return told?.(claim);
}

const LINES: { readonly [K in Claim['kind']]?: (claim: ClaimOf<K>) => string } = {
  upstream: ({ relation, model, hub }) => `${relation} ${model}${hub ? '' : ' (family)'}`,
  license: licenseLine,
  'invalid-upstream': ({ why }) => `invalid ${why}`,
  provider: ({ model }) => `provider ${model}`,
  'from-scratch': ({ kind }) => kind,
  'split-licensing': ({ kind }) => kind,
  placeholder: ({ kind }) => kind,
  'file-mention': ({ target }) => `file ${target}`,
  dataset: ({ dataset }) => `data ${dataset}`,
};

const said = async (text: string, self?: string) =>
  (await claimsOf(text, self)).flatMap((claim) => line(claim) ?? []);
const prose = async (body: string, self?: string) => said(`---\ntags: [x]\n---\n${body}\n`, self);

describe('front matter', () => {
  test.each([
    ['license: mit', ['license mit']],
    ['license: [apache-2.0, llama2]', ['license apache-2.0', 'license llama2']],
    ['license: other\nlicense_name: k-exaone\nlicense_link: LICENSE', ['license k-exaone', 'file LICENSE']],
    ['license: other\nlicense_name: exaone', ['license unclear']],
    ['license:', []],
    ['licence: license', []],
    ['base_model: org/name', ['unsaid org/name']],
    ['base_model:\n- org/a-1\n- org/b-2\nbase_model_relation: merge', ['merge org/a-1', 'merge org/b-2']],
    ['base_model: https://huggingface.co/org/name-1', ['invalid url', 'unsaid org/name-1']],
    ['base_model: ./here', ['invalid path']],
    ['datasets:\n- org/data', ['data org/data']],
    ['tags:\n- base_model:adapter:org/name-1', ['adapter org/name-1']],
  ])('%s', async (yaml, expected) => expect(await said(`---\n${yaml}\n---\n`)).toEqual(expected));

  test('every place is that of the value in the file as it is, Windows line ends and all', async () => {
    const text = '---\r\nlicense: apache-2.0\r\nbase_model: org/name\r\n---\r\n';
    for (const claim of await claimsOf(text)) {
      if (claim.kind === 'license' && 'start' in claim.place)
        expect(text.slice(claim.place.start, claim.place.end)).toBe('apache-2.0');
      if (claim.kind === 'upstream' && 'start' in claim.place)
        expect(text.slice(claim.place.start, claim.place.end)).toBe('org/name');
    }
  });

  test('broken YAML gives what could be recovered, and says where it broke', async () => {
    const claims = await claimsOf('---\nlicense: mit\ntags: [a, b\nbase_model: org/name-1\n---\n# x\n');
    expect(claims.find((claim) => claim.kind === 'card')).toMatchObject({ state: 'broken', recovered: true });
    expect(claims.flatMap((claim) => line(claim) ?? [])).toContain('license mit');
  });

  test('a string or a list is no mapping', async () => {
    expect((await claimsOf('---\njust words\n---\n'))[0]).toMatchObject({
      kind: 'card',
      state: 'not-a-mapping',
    });
  });

  test('half a million characters of evaluation results do not hide the license', async () => {
    const results = Array.from(
      { length: 12_000 },
      (_, index) => `  - task: {type: x}\n    value: ${index}`,
    ).join('\n');
    expect(await said(`---\nmodel-index:\n- name: x\n  results:\n${results}\nlicense: mit\n---\n`)).toEqual([
      'license mit',
    ]);
  });

  test('the default that Unsloth writes is known by its other words', async () => {
    const claims = await claimsOf(
      '---\nlicense: apache-2.0\n---\nThis model was trained 2x faster with ' +
        '[Unsloth](https://github.com/unslothai/unsloth).\n',
    );
    expect(claims.find((claim) => claim.kind === 'license')).toMatchObject({ template: 'Unsloth' });
  });
});

describe('prose that names an upstream', () => {
  test.each([
    [
      'This model is a fine-tuned version of [acme/base-7b](https://huggingface.co/acme/base-7b) on ' +
        'some data.',
      ['finetune acme/base-7b'],
    ],
    ['- **Finetuned from model :** unsloth/llama-3-8b-bnb-4bit', ['finetune unsloth/llama-3-8b-bnb-4bit']],
    ['- Original model: [Name](https://huggingface.co/acme/base-7b)', ['quantized acme/base-7b']],
    ['Original model: https://huggingface.co/acme/base-7b', ['quantized acme/base-7b']],
    ['static quants of https://huggingface.co/acme/base-7b', ['quantized acme/base-7b']],
    ['We fine-tuned Llama 2 on our own conversations.', ['finetune Llama 2 (family)']],
    ['It is built on `acme/base-7b` and speaks Dutch.', ['unsaid acme/base-7b']],
    [
      'This is a merge of [acme/one-7b](https://huggingface.co/acme/one-7b) and ' +
        '[acme/two-7b](https://huggingface.co/acme/two-7b).',
      ['merge acme/one-7b', 'merge acme/two-7b'],
    ],
    [
      'The following models were included in the merge:\n* ' +
        '[acme/one-7b](https://huggingface.co/acme/one-7b)\n* ' +
        '[acme/two-7b](https://huggingface.co/acme/two-7b)',
      ['merge acme/one-7b', 'merge acme/two-7b'],
    ],
    [
      '이 모델은 [acme/base-7b](https://huggingface.co/acme/base-7b)를 기반으로 학습했습니다.',
      ['finetune acme/base-7b'],
    ],
    ['베이스 모델: acme/base-7b', ['unsaid acme/base-7b']],
    ['本模型基于[acme/base-7b](https://huggingface.co/acme/base-7b)训练。', ['finetune acme/base-7b']],
    [
      '[acme/base-7b](https://huggingface.co/acme/base-7b)をベースにしたモデルです。',
      ['unsaid acme/base-7b'],
    ],
  ])('%s', async (body, expected) => expect(await prose(body)).toEqual(expected));

  test.each([
    ['It outperforms a fine-tune of [acme/base-7b](https://huggingface.co/acme/base-7b).'],
    ['We adopted exactly the same architecture and tokenizer as Llama 2.'],
    ['Use the LLaMA-2 prompt template.'],
    ['Runs with llama.cpp and ollama.'],
    ['[<img src="x.png" alt="Built with Axolotl"/>](https://github.com/axolotl-ai-cloud/axolotl)'],
    ['| Model | Score |\n|---|---|\n| fine-tuned from acme/base-7b | 3 |'],
    ['```\nfine-tuned from acme/base-7b\n```'],
    ['> fine-tuned version of acme/base-7b'],
    ['<!-- fine-tuned version of acme/base-7b -->'],
    ['## Evaluation\n\nWe fine-tuned acme/base-7b as a baseline.'],
    ['You can fine-tune it like a fine-tuned version of acme/base-7b.'],
    ['- [acme/sister-7b](https://huggingface.co/acme/sister-7b): a fine-tuned version of acme/base-7b'],
  ])('%s names none', async (body) =>
    expect((await prose(body)).filter((one) => !one.startsWith('license'))).toEqual([]),
  );

  test('a repository that names itself names no upstream', async () => {
    expect(await prose('A fine-tuned version of acme/me-7b.', 'acme/me-7b')).toEqual([]);
  });
});

describe('prose that names a license', () => {
  test.each([
    ['## License\n\nApache 2.0', ['license apache-2.0']],
    ['This model is released under the MIT License.', ['license mit']],
    ['**License:** cc-by-nc-4.0', ['license cc-by-nc-4.0']],
    ['![License](https://img.shields.io/badge/License-Apache_2.0-blue.svg)', ['license apache-2.0']],
    [
      'The base model is licensed under the Llama 3.1 Community License.',
      ['license llama3.1 of the upstream'],
    ],
    ['The code is released under the MIT license.', ['license mit for code']],
    ['이 모델은 Apache 2.0 라이선스로 배포됩니다.', ['license apache-2.0']],
  ])('%s', async (body, expected) =>
    expect((await prose(body)).filter((one) => one.startsWith('license'))).toEqual(expected),
  );

  test.each([
    ['All models are released under an open license for commercial use.'],
    ['See the license of the data for details.'],
    ['A permissive license matters to us.'],
    ['The license applies to all users.'],
  ])('%s names none', async (body) =>
    expect((await prose(body)).filter((one) => one.startsWith('license'))).toEqual([]),
  );
});

describe('other statements', () => {
  test('data made with a closed model is told, a comparison with one is not', async () => {
    expect(await prose('The training data was generated by GPT-4.')).toEqual(['provider GPT-4']);
    expect(await prose('The training data was not generated by GPT-4.')).toEqual([]);
    expect(await prose('No data generated by GPT-4 was used.')).toEqual([]);
    expect(await prose('Its answers are better than those generated by GPT-4.')).toEqual([]);
  });

  test('a phrase in a heading, a link or a badge is shown; in a fence or a comment it is not', () => {
    const shown = (body: string) => shownText(`---\na: b\n---\n${body}\n`).text;
    expect(shown('# Built with Llama')).toContain('Built with Llama');
    expect(shown('![Built with Llama](x.svg)')).toContain('Built with Llama');
    expect(shown('<img src="x" alt="Built with Llama">')).toContain('Built with Llama');
    expect(shown('```\nBuilt with Llama\n```')).not.toContain('Built with Llama');
    expect(shown('<!-- Built with Llama -->')).not.toContain('Built with Llama');
  });
});
