import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/extract/blocks.ts';
import { cardClaims } from '../../src/extract/card.ts';
import { cues } from '../../src/extract/cues.ts';
import { frontMatter } from '../../src/extract/front-matter.ts';
import { createContext } from '../../src/extract/make-context.ts';
import { candidatesIn } from '../../src/extract/prose.ts';
import { statementsIn } from '../../src/extract/statements.ts';
import { shippedCatalogue } from '../../src/license/catalogue.ts';
import type { Claim, ClaimKind, ClaimOf } from '../../src/model/claim.ts';

const catalogue = shippedCatalogue();
const HEAD = '---\ntags: [x]\n---\n';

async function claimsOf(body: string, self?: string): Promise<Claim[]> {
  const claims = await cardClaims({ kind: 'text', file: 'README.md', text: HEAD + body, bom: false }, createContext(catalogue, self));
  return claims.filter(({ via }) => via !== 'front-matter');
}
const isOf = <K extends ClaimKind>(kind: K) => (claim: Claim): claim is ClaimOf<K> => claim.kind === kind;
const upstreams = async (body: string, self?: string) => (await claimsOf(body, self)).filter(isOf('upstream')).map(({ relation, model }) => `${relation} ${model}`);
const licenses = async (body: string, self?: string) =>
  (await claimsOf(body, self)).filter(isOf('license')).map(({ identity, about, whose }) => `${identity.is === 'known' ? identity.license.id : identity.is} ${about} ${whose}`);

describe('where a claim stands is where its words are', () => {
  test.each([
    ['a link', 'It is a fine-tune of [the base](https://huggingface.co/acme/base-7b).', 'the base'],
    ['an id in backticks', 'A fine-tuned version of `acme/base-7b`.', 'acme/base-7b'],
    ['an id behind escapes', 'One\\_two \\*three\\* &amp; four: fine-tuned from acme/base-7b.', 'acme/base-7b'],
    ['an id on a later line', 'Words\r\n  and more words,\r\n  fine-tuned from acme/base-7b.', 'acme/base-7b'],
    ['an id in a list within a list', '- words\n    - fine-tuned from acme/base-7b', 'acme/base-7b'],
    ['a link written as a tag', '<p class="a">Based on <a href="https://huggingface.co/acme/base-7b">our base</a></p>', 'our base'],
    ['a bare address', 'Original model: https://huggingface.co/acme/base-7b\n', 'https://huggingface.co/acme/base-7b'],
    ['an id twice in a text', 'acme/base-7b-gguf holds a quantized version of acme/base-7b', 'acme/base-7b'],
  ])('%s', async (_, body, words) => {
    const [claim] = (await claimsOf(body)).filter(isOf('upstream'));
    expect(claim?.model).toBe('acme/base-7b');
    const place = claim?.place;
    expect(place && 'start' in place ? (HEAD + body).slice(place.start, place.end) : undefined).toBe(words);
  });

  test('a license and its words', async () => {
    const body = 'Some \\_words\\_ first.\n\nThis model is released\nunder the [Apache\nLicense 2.0](LICENSE).';
    const [claim] = (await claimsOf(body)).filter(isOf('license'));
    expect(claim?.place).toMatchObject({ start: (HEAD + body).indexOf('Apache'), end: (HEAD + body).indexOf('2.0') + 3 });
  });
});

describe('what sentences say of an upstream', () => {
  test.each([
    ['This repo contains GGUF format model files for [Acme 7B](https://huggingface.co/acme/base-7b).', ['quantized acme/base-7b']],
    ['weighted/imatrix quants of https://huggingface.co/acme/base-7b', ['quantized acme/base-7b']],
    ['It was converted to MLX format from [`acme/base-7b`](https://huggingface.co/acme/base-7b).', ['quantized acme/base-7b']],
    ['This is a LoRA adapter for acme/base-7b.', ['adapter acme/base-7b']],
    ['The weights were initialized from acme/base-7b.', ['finetune acme/base-7b']],
    ['Continued pretraining of Llama 2 on Dutch text.', ['finetune Llama 2']],
    ['It was distilled from acme/base-70b.', ['outputs acme/base-70b']],
    ['- **Parent Model:** [Acme](https://huggingface.co/acme/base-7b)', ['unsaid acme/base-7b']],
    ['- Text Encoder: [Acme](https://huggingface.co/acme/base-7b)', ['component acme/base-7b']],
    ['Just a copy of https://huggingface.co/acme/base-7b', ['unsaid acme/base-7b']],
    ['It is based on Llama 3.1 8B.', ['unsaid Llama 3.1']],
    ['Meta의 Llama 3를 파인튜닝한 모델입니다.', ['finetune Llama 3']],
    ['acme/base-7b을 양자화한 모델입니다.', ['quantized acme/base-7b']],
    ['本模型以[Meta Llama 3](https://huggingface.co/collections/meta-llama/x)为基础训练。', ['unsaid Llama 3']],
  ])('%s', async (body, expected) => expect(await upstreams(body)).toEqual(expected));
});

describe('what only sounds like an upstream', () => {
  test.each([
    'It adopts the same architecture as Llama 2.',
    'An auto-regressive model based on the Llama 2 transformer architecture.',
    'Its prompt format is compatible with Llama 2.',
    'It is inspired by Llama 2 and similar to Mistral 7B.',
    'It was fine-tuned on the [acme/chats-1](https://huggingface.co/datasets/acme/chats-1) data set.',
    'The implementation is based on [acme/trainer-2](https://github.com/acme/trainer-2).',
    'Original models: [acme/release-1](https://huggingface.co/collections/acme/release-1).',
    'To get started with Falcon, read the guide.',
    'A vision transformer trained using the DINOv2 method.',
    'It beats models fine-tuned from Llama 2.',
    'If you want a model fine-tuned from Llama 2, look elsewhere.',
    'This is not a fine-tuned version of Llama 2.',
    'The terms of the license of LLaMA apply to data distilled from it.',
    '![Built with Axolotl](https://example.org/badge.png)',
    'Made with llama.cpp, served by ollama.',
    '我们使用对齐机制打造了基于大语言模型的AI助手Qwen-7B-Chat。',
    '```yaml\nname: fine-tuned from acme/base-7b\n```',
    '@misc{a, title={A fine-tuned version of nothing}}',
  ])('%s', async (body) => expect(await upstreams(body)).toEqual([]));

  test('a section of results or references is not about origins', async () => {
    expect(await upstreams('## Benchmark results\n\nThe rival was fine-tuned from acme/base-7b.')).toEqual([]);
    expect(await upstreams('## Citation\n\nA fine-tuned version of acme/base-7b.')).toEqual([]);
  });

  test('the repository\'s own id is none, whatever its case', async () => {
    expect(await upstreams('A fine-tuned version of Acme/Base-7B.', 'acme/base-7b')).toEqual([]);
  });
});

describe('what sentences say of licenses', () => {
  test.each([
    ['The code is released under MIT and the weights are under CC BY-NC 4.0.', ['mit code own', 'cc-by-nc-4.0 weights own']],
    ['Released under MIT.', ['mit unsaid own']],
    ['Parrot is an open-source model licensed under Apache-2.0.', ['apache-2.0 weights own']],
    ['The source model is licensed under Apache-2.0.', ['apache-2.0 weights upstream']],
    ['This project is under the MIT license, while InternLM2 is licensed under Apache-2.0.', ['mit unsaid own', 'apache-2.0 unsaid upstream']],
    ['**License**\n\n[Apache 2.0](https://www.apache.org/licenses/LICENSE-2.0)', ['apache-2.0 unsaid own']],
    ['## Usage\n\nText.\n\n**License**\n\nThis work is licensed under CC BY-SA 4.0.', ['cc-by-sa-4.0 unsaid own']],
    ['本仓库的代码依照 Apache-2.0 协议开源。', ['apache-2.0 code own']],
  ])('%s', async (body, expected) => expect(await licenses(body)).toEqual(expected));

  test('a sentence about a model of another name tells of that model', async () => {
    expect(await licenses('Llama 2 is licensed under the LLAMA 2 Community License.', 'acme/parrot-7b')).toEqual(['llama2 unsaid upstream']);
    expect(await licenses('Llama 2 is licensed under the LLAMA 2 Community License.', 'meta-llama/Llama-2-7b')).toEqual(['llama2 unsaid own']);
  });

  test.each(['It is provided by MIT and others.', 'License to use this model is covered by the following terms.', 'This model is not licensed under MIT.', 'The code is under active development.', 'See [the paper](https://example.org/license-plates).'])('%s names none', async (body) =>
    expect(await licenses(body)).toEqual([]),
  );

  test('the text of a gate is read as a person\'s word, unless it is the license itself', async () => {
    const gated = (prompt: string) => `---\nextra_gated_prompt: ${prompt}\n---\n`;
    const of = async (text: string) => (await cardClaims({ kind: 'text', file: 'README.md', text, bom: false }, createContext(catalogue, undefined))).filter(isOf('license')).map(({ raw, confidence }) => `${raw} ${confidence}`);
    expect(await of(gated('You accept that this model is licensed under the Llama 3.1 Community License.'))).toEqual(['Llama 3.1 Community License likely']);
    expect(await of(gated(`You accept the license. ${'Many words. '.repeat(300)} It is licensed under the MIT license.`))).toEqual([]);
  });
});

describe('other things that a card says', () => {
  const ofKind = async (kind: ClaimKind, body: string) => (await claimsOf(body)).filter((claim) => claim.kind === kind).length;

  test.each([
    ['from-scratch', 'The model was trained from scratch on public text.', 1],
    ['from-scratch', '이 모델은 처음부터 학습했습니다.', 1],
    ['from-scratch', 'This costs less than pretraining from scratch.', 0],
    ['from-scratch', 'It was not trained from scratch.', 0],
    ['split-licensing', 'The base model remains subject to its own license.', 1],
    ['file-mention', 'See the [license](LICENSE) and [model license](MODEL_LICENSE).', 2],
    ['file-mention', 'See the LICENSE file for details.', 1],
    ['file-mention', 'See the LICENSE file of the original repository.', 0],
    ['file-mention', 'A [picture](license_plate.jpg) of a license plate.', 0],
    ['placeholder', '- **License:** [More Information Needed]', 1],
    ['placeholder', '- **Funded by:** [More Information Needed]', 0],
    ['provider', 'The training data was generated with GPT-4.', 1],
    ['provider', 'On this benchmark GPT-4 is the judge of answers.', 0],
    ['provider', 'The ToS of the OpenAI API has a clause preventing the output from being used.', 0],
    ['dataset', 'It was trained on [chats](https://huggingface.co/datasets/acme/chats).', 1],
    ['dataset', 'It was trained on chats, and evaluated on [tests](https://huggingface.co/datasets/acme/tests).', 0],
    ['dataset', 'See also [chats](https://huggingface.co/datasets/acme/chats).', 0],
  ] as const)('%s: %s', async (kind, body, count) => expect(await ofKind(kind, body)).toBe(count));

  test('a config that axolotl or mergekit printed names models, less surely than the file', async () => {
    const [claim] = (await claimsOf('```yaml\nmerge_method: slerp\nbase_model: acme/one-7b\nmodels:\n  - model: acme/two-7b\n```')).filter(isOf('upstream'));
    expect(claim).toMatchObject({ via: 'mergekit', confidence: 'likely' });
  });

  test('nothing that prose says is certain', async () => {
    const body = 'A fine-tuned version of acme/base-7b, trained from scratch, released under the MIT license.\n\nIts data was generated with GPT-4.';
    const claims = await claimsOf(body);
    expect(claims.length).toBeGreaterThan(2);
    expect(claims.every(({ confidence }) => confidence !== 'certain')).toBe(true);
  });
});

/** The parser of Markdown is slow to load: a card without a cue must not ask for it. */
test('a block without a cue is not read further', () => {
  const text = '# Parrot\n\nIt repeats what it hears.\n\n| a | b |\n|---|---|\n\n```\nfine-tuned from acme/base-7b\n```\n';
  expect(candidatesIn(text, blocksOf(text))).toEqual([]);
});

const corpus = new URL('../../../shared/corpus/labelled/', import.meta.url);

test.skipIf(!existsSync(corpus))('blocks that were not picked hold no upstream and no license', () => {
  const context = createContext(catalogue, undefined);
  for (const name of readdirSync(corpus)) {
    const card = new URL(`${name}/README.md`, corpus);
    if (!existsSync(card)) continue;
    const text = readFileSync(card, 'utf8');
    const blocks = blocksOf(text, frontMatter(text).bodyStart);
    const picked = new Set(candidatesIn(text, blocks).map(({ block }) => block.start));
    let skipped = false;
    for (const block of blocks) {
      if (block.kind === 'heading') skipped = cues().skipHeading.test((block.title ?? '').replace(/[*_`#:]/g, '').trim());
      if (block.kind !== 'text' || skipped || picked.has(block.start)) continue;
      const claims = statementsIn({ kind: 'text', file: name, text, bom: false }, [{ block, heading: '', underLicense: false, first: false }], context);
      expect(claims.filter(({ kind }) => kind === 'upstream' || kind === 'license')).toEqual([]);
    }
  }
});
