import { describe, expect, test } from 'vitest';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';

const catalogue = shippedCatalogue();

/**
 * What the text of a card says of upstreams and licenses, as `relation model`, with a mark behind what is
 * only possible.
 */
async function said(body: string, self = 'me/own-model'): Promise<string[]> {
  const claims = await cardClaims(
    { kind: 'text', file: 'README.md', text: `---\ntags: [x]\n---\n${body}`, bom: false },
    createContext(catalogue, self),
  );
  return claims.flatMap((claim) => {
    if (claim.via === 'front-matter') return [];
    const doubt = claim.confidence === 'possible' ? '?' : '';
    if (claim.kind === 'upstream') return [`${claim.relation} ${claim.model}${doubt}`];
    if (claim.kind === 'license') return [`${claim.raw} ${claim.whose}${doubt}`];
    return claim.kind === 'provider' ? [`provider ${claim.model}`] : [];
  });
}

const LINK = '[acme/base-7b](https://huggingface.co/acme/base-7b)';
const COPY =
  '\n\nThis model was fine-tuned from acme/base-7b. It is licensed under CC BY-NC 4.0.\n\n```yaml\n' +
  'merge_method: slerp\nmodels:\n  - model: acme/two-7b\n```\n';

describe("what stands below another model's card is that model's", () => {
  test.each([
    '## Original model card',
    "# Original model card: Acme's Parrot 7B",
    '<h2>Original model card: Parrot</h2>',
    '<h3 align="center"><b>Original Model Card</b></h3>',
    '**Original model card**',
    '__Original README__',
    'Original card below:',
    'Below is the original model card:',
    '> Below is the original model card of the Parrot model.',
    'Taken from the original README\n---',
    '# Source model card',
    '## 원본 모델 카드',
    '**元のモデルカード**',
    '## 原始模型卡',
  ])('%s', async (line) =>
    expect(await said(`A quant.\n\n${line}${COPY}`)).toEqual(['CC BY-NC 4.0 upstream']),
  );

  test.each([
    '**Original model card**: [here](https://huggingface.co/acme/parrot)',
    'See the original model card for more.',
    '[Original model card](https://huggingface.co/acme/parrot)',
    '# Original models',
    '<h2>Model card</h2>',
    'Parts of this text were copied from the original model card.',
  ])('%s announces none', async (line) =>
    expect(await said(`A quant.\n\n${line}${COPY}`)).toEqual(
      expect.arrayContaining(['merge acme/two-7b', 'finetune acme/base-7b', 'CC BY-NC 4.0 own']),
    ),
  );

  test('a sentence in the tags of a heading stays a sentence', async () => {
    expect(await said('<h2>A fine-tuned version of acme/base-7b.</h2>')).toEqual(['finetune acme/base-7b']);
    expect(await said('<h2>Evaluation</h2>\n\nThe rival was fine-tuned from acme/base-7b.')).toEqual([]);
  });
});

describe('what is no statement of a base', () => {
  test.each([
    'WARNING: all the K GGUF quants of MIXTRAL MODELS are slow.',
    'It looks as if quants of Mixtral 8x7B seem to be broken.',
    'The previous version was fine-tuned from acme/base-7b; this one is trained from scratch.',
    'The earlier model had been fine-tuned from acme/base-7b.',
    '이전 버전은 acme/base-7b를 파인튜닝한 모델이었습니다.',
    '旧版本是基于acme/base-7b训练的。',
    '前バージョンは acme/base-7b をベースにしていました。',
  ])('%s', async (text) => expect(await said(text)).toEqual([]));

  test.each([
    'The previous version was trained from scratch; this one is fine-tuned from acme/base-7b.',
    'Whereas the previous model was an experiment, this one was fine-tuned from acme/base-7b.',
    'Unlike its rivals, this model was fine-tuned from acme/base-7b.',
    'An improved version of our previous model, fine-tuned from acme/base-7b.',
  ])('%s', async (text) => expect(await said(text)).toEqual(['finetune acme/base-7b']));
});

describe('of alternatives nobody knows which it was', () => {
  const either = `The tower is initialized with [Acme-34B](https://huggingface.co/acme/Acme-34B) or ${LINK}.`;

  test('unless the own name has the size of one', async () => {
    expect(await said(either)).toEqual(['finetune acme/Acme-34B?', 'finetune acme/base-7b?']);
    expect(await said(either, 'me/Parrot-VL-7B')).toEqual(['finetune acme/base-7b']);
    expect(await said(either, 'me/Parrot-VL-17B')).toEqual([
      'finetune acme/Acme-34B?',
      'finetune acme/base-7b?',
    ]);
  });

  test.each([
    [
      'It was fine-tuned from acme/a-1b, acme/b-1b, or acme/c-1b.',
      ['finetune acme/a-1b?', 'finetune acme/b-1b?', 'finetune acme/c-1b?'],
    ],
    ['It was fine-tuned from Llama 2 or Mistral.', ['finetune Llama 2?', 'finetune Mistral?']],
    ['It was fine-tuned from acme/a-1b and acme/b-1b.', ['finetune acme/a-1b', 'finetune acme/b-1b']],
    ['It was fine-tuned from acme/a-1b, once or twice, near acme/b-1b.', ['finetune acme/a-1b']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected));
});

const TWO = '\n\n- acme/one-7b\n- [Two](https://huggingface.co/acme/two-7b)';

describe('a base is stated in many forms', () => {
  test.each([
    ['Base: acme/base-7b', ['unsaid acme/base-7b']],
    ['- **Backbone:** acme/base-7b', ['unsaid acme/base-7b']],
    ['Foundation model: acme/base-7b', ['unsaid acme/base-7b']],
    ['🧠 Base model: acme/base-7b', ['unsaid acme/base-7b']],
    ['• ✅ **Base model** — acme/base-7b', ['unsaid acme/base-7b']],
    ['**Base model** acme/base-7b\n**License** MIT', ['unsaid acme/base-7b']],
    ['The base model is acme/base-7b.', ['unsaid acme/base-7b']],
    ['- **Finetuned from model [optional]:** acme/base-7b', ['finetune acme/base-7b']],
    ['Finetuned from: acme/base-7b', ['finetune acme/base-7b']],
    ['- Quantized from: acme/base-7b', ['quantized acme/base-7b']],
    ['Converted from acme/base-7b.', ['quantized acme/base-7b']],
    ['- Base model:\n  - acme/base-7b', ['unsaid acme/base-7b']],
    [`It was fine-tuned from\n**acme/base-7b** last week.`, ['finetune acme/base-7b']],
    [`It was fine-tuned from\n**${LINK}** last week.`, ['finetune acme/base-7b']],
    ['It was fine-tuned from\n`acme/base-7b` last week.', ['finetune acme/base-7b']],
    [`It is a medium-sized MoE implementation based on ${LINK}.`, ['unsaid acme/base-7b']],
    ['acme/base-7b fine-tuned on our legal texts.', ['finetune acme/base-7b']],
    [`${LINK}, fine-tuned for long answers.`, ['finetune acme/base-7b']],
    ['A post-trained version of acme/base-7b.', ['unsaid acme/base-7b']],
    ['A reasoning-tuned variant of acme/base-7b.', ['unsaid acme/base-7b']],
    ['It was pruned from acme/base-7b.', ['unsaid acme/base-7b']],
    ['This is a retraining of acme/base-7b.', ['finetune acme/base-7b']],
    ['We use acme/base-7b as our base model.', ['unsaid acme/base-7b']],
    ['acme/base-7b was chosen as the backbone.', ['unsaid acme/base-7b']],
    ['GGUF files for acme/base-7b.', ['quantized acme/base-7b']],
    ['Training starts from the acme/base-7b checkpoint.', ['finetune acme/base-7b']],
    [
      'Distilled from DeepSeek-R1 outputs into acme/base-7b.',
      ['finetune acme/base-7b', 'outputs deepseek-ai/DeepSeek-R1'],
    ],
    ['Teacher: acme/base-70b', ['outputs acme/base-70b']],
    ['- **Teacher model:** GPT-4o', ['provider GPT-4o']],
    [`Original models:${TWO}`, ['unsaid acme/one-7b', 'unsaid acme/two-7b']],
    [`This merge consists of the following models:${TWO}`, ['merge acme/one-7b', 'merge acme/two-7b']],
    [`- **Models included in the merge:**\n  - acme/one-7b`, ['merge acme/one-7b']],
    [
      'It results from merging of the models acme/one-7b and acme/two-7b.',
      ['merge acme/one-7b', 'merge acme/two-7b'],
    ],
    [`This is ${LINK} trained with a part of the data.`, ['unsaid acme/base-7b']],
    [
      `This is ${LINK} with [acme/glue-lora](https://huggingface.co/acme/glue-lora) applied.`,
      ['merge acme/glue-lora', 'unsaid acme/base-7b'],
    ],
    ['This is acme/base-7b, quantized by us.', ['unsaid acme/base-7b']],
    ['A Llama 2 model fine-tuned on Dutch.', ['finetune Llama 2']],
    [`Our agent is a finetuned ${LINK} model.`, ['finetune acme/base-7b']],
    ['It is an instruction fine-tuned Llama 2.', ['finetune Llama 2']],
    ['The model has undergone continuous pre-training from Llama 2.', ['finetune Llama 2']],
    ['The backbone model of Parrot is acme/base-7b.', ['unsaid acme/base-7b']],
    ['The adapter was then fused into acme/base-7b.', ['merge acme/base-7b']],
    [
      `These are GPTQ files for ${LINK} merged with [glue](https://huggingface.co/acme/glue-lora).`,
      ['quantized acme/base-7b', 'merge acme/glue-lora'],
    ],
    ['This is a Core ML version of acme/base-7b.', ['quantized acme/base-7b']],
    ['It is an expansion of acme/base-7b.', ['unsaid acme/base-7b']],
    ['베이스: acme/base-7b', ['unsaid acme/base-7b']],
    ['acme/base-7b에서 변환한 GGUF 파일입니다.', ['quantized acme/base-7b']],
    ['교사 모델: acme/base-70b', ['outputs acme/base-70b']],
    [`병합에 사용된 모델:${TWO}`, ['merge acme/one-7b', 'merge acme/two-7b']],
    ['ベース: acme/base-7b', ['unsaid acme/base-7b']],
    ['教師モデル: acme/base-70b', ['outputs acme/base-70b']],
    [`マージに使用したモデル:${TWO}`, ['merge acme/one-7b', 'merge acme/two-7b']],
    ['基座：acme/base-7b', ['unsaid acme/base-7b']],
    ['教师模型：acme/base-70b', ['outputs acme/base-70b']],
    ['由 acme/base-7b 转换而来。', ['quantized acme/base-7b']],
    [`合并所用模型：${TWO}`, ['merge acme/one-7b', 'merge acme/two-7b']],
    [`We have used our own texts to fine-tune on top of ${LINK}.`, ['finetune acme/base-7b']],
    ['Merge acme/one-7b and acme/two-7b using slerp.', ['merge acme/one-7b', 'merge acme/two-7b']],
    ['(acme/one-7b + acme/two-7b) 75/25 merge', ['merge acme/one-7b', 'merge acme/two-7b']],
    [`This is the same model as ${LINK}, but loadable by other tools.`, ['unsaid acme/base-7b']],
    [`This repository contains modified weights of ${LINK}.`, ['unsaid acme/base-7b']],
    ['The models saw reasoning trajectories of algebra from GPT-4.', ['provider GPT-4']],
    ['Trained on our GPT-4 augmented data.', ['provider GPT-4']],
    ['The pretrained models are distributed under the terms of CC BY-SA 3.0.', ['CC BY-SA 3.0 own']],
    ['The pretrained model is distributed under the terms of CC BY-SA 3.0.', ['CC BY-SA 3.0 upstream']],
  ] as const)('%s', async (text, expected) => expect(await said(text)).toEqual(expected));
});

describe('what has such a form and states no base', () => {
  test.each([
    '- acme/other-7b fine-tuned on our legal texts',
    `You can fine-tune on top of ${LINK}.`,
    `It helps, just like a LoRA trained on ${LINK} does.`,
    `Ours helps much, just like models trained on ${LINK}.`,
    `Merge the adapter with ${LINK} before use.`,
    `We use the same model as ${LINK} for grading, but shorter.`,
    'It beats reasoning traces from GPT-4.',
    'acme/base-7b fine-tuned on the same texts is worse than ours.',
    'acme/base-7b fine-tuned on these texts, evaluated by us, falls behind.',
    'We use acme/base-7b as the judge.',
    'This is acme/base-7b, a friend of ours.',
    'DPO tuned on acme/preferences-1.',
    '[acme/sibling](https://huggingface.co/acme/sibling) was merged with acme/base-7b.',
    'This is acme/other-13b trained against something smaller.',
    'A Llama 2 model trained from scratch is larger.',
    'It is an extension of the Llama 2 architecture.',
    'Progress is to be merged into main.',
    'It can be used as the base of acme/other-7b.',
    'For production we like optimized or compressed variants of Mistral models.',
    'In the table we fine-tune the tasks based on acme/base-7b.',
    'A tool based on acme/base-7b.',
    'It is a small data set based on acme/base-7b.',
    'Base: 71.2 (acme/base-7b: 70.1)',
    'GGUF files for use with acme/runner-2 and others.',
    'A retraining of Parrot-2.5/2.6 with fixes.',
    'Training begins with a warm-up.',
    'Teachers love acme/base-7b.',
    '## Related work\n\nOriginal models:\n\n- acme/one-7b',
    'We compare with models pruned from acme/base-7b.',
    'acme/base-7b와 비교한 교사 모델입니다.',
  ])('%s', async (text) => expect(await said(text)).toEqual([]));
});

const table = (...rows: string[]) => rows.map((row) => `| ${row} |`).join('\n');
const RULE = '---|:---:';

describe('cells of a table that are called "Base model" or "License" are labels', () => {
  test.each([
    [
      'a row of two',
      table('Field | Value', RULE, `**Base model** | ${LINK}`, 'License | CC BY-NC 4.0'),
      ['unsaid acme/base-7b', 'CC BY-NC 4.0 own'],
    ],
    [
      'a first row without a head',
      table('🧠 Base Model | `acme/base-7b`', RULE, 'Parameters | 7B'),
      ['unsaid acme/base-7b'],
    ],
    [
      'words for it in Korean',
      table('항목 | 값', RULE, '베이스 모델 | acme/base-7b'),
      ['unsaid acme/base-7b'],
    ],
    [
      'where training began',
      table('Field | Value', RULE, 'Fine-tuned from | acme/base-7b'),
      ['finetune acme/base-7b'],
    ],
    [
      'heads over one row',
      table('Base model | License', RULE, 'acme/base-7b | CC BY-NC 4.0'),
      ['unsaid acme/base-7b'],
    ],
    [
      'heads over the row of this model',
      table(
        'Model | Base model | License',
        '---|---|---',
        'me/own-model | acme/base-7b | MIT',
        'me/other-model | acme/two-7b | CC BY-NC 4.0',
      ),
      ['unsaid acme/base-7b', 'MIT own'],
    ],
    [
      'a license beside what only a model has',
      table('Parameters | Context | License', '---|---|---', '7B | 8k | MIT'),
      ['MIT own'],
    ],
    [
      'a copied card',
      `## Original model card\n\n${table('Field | Value', RULE, `Base model | ${LINK}`, 'License | MIT')}`,
      ['MIT upstream'],
    ],
  ] as const)('%s', async (_, text, expected) => expect(await said(`Words.\n\n${text}\n`)).toEqual(expected));

  test.each([
    ['scores of models', table('Model | Score', RULE, 'acme/base-7b | 71')],
    ['scores of the base', table('Model | Score', RULE, 'Base model | 71', 'Ours | 72')],
    ['scores under such a head', table('Base model | Score', RULE, 'acme/one-7b | 71', 'acme/two-7b | 72')],
    [
      'two versions side by side',
      table('Version | One | Two', '---|---|---', 'Base model | acme/one-7b | acme/two-7b'),
    ],
    [
      'a row of a sibling',
      table('Model | Base model', RULE, '[sibling](https://huggingface.co/acme/sibling) | acme/base-7b'),
    ],
    [
      'rows of siblings',
      table('Model | Base model', RULE, 'Parrot-7B | acme/base-7b', 'Parrot-9B | acme/base-9b'),
    ],
    [
      'a name that only begins as this one',
      table('Model | Base model', RULE, 'me/own-model-chat | acme/base-7b', 'me/own-model.v2 | acme/two-7b'),
    ],
    ['licenses of data', table('Dataset | License', RULE, 'tales | CC BY-NC 4.0')],
    ['a section of results', `## Evaluation\n\n${table('Field | Value', RULE, 'Base model | acme/base-7b')}`],
  ])('%s: nothing is said', async (_, text) => expect(await said(`Words.\n\n${text}\n`)).toEqual([]));

  test('where the value stands is told', async () => {
    const text = table('Field | Value', RULE, `Base model |   \`acme/base-7b\``);
    const [claim] = await cardClaims(
      { kind: 'text', file: 'README.md', text, bom: false },
      createContext(catalogue, undefined),
    ).then((all) => all.filter(({ kind }) => kind === 'upstream'));
    expect(claim && 'start' in claim.place ? text.slice(claim.place.start, claim.place.end) : '').toBe(
      'acme/base-7b',
    );
  });
});

test('of a series each size may have a base of its own', async () => {
  const text = 'The 30b model is built on the original Llama 1.';
  expect(await said(text, 'me/Parrot-70B')).toEqual([]);
  expect(await said(text, 'me/Parrot-30B')).toEqual(['unsaid Llama 1']);
  expect(await said(text, 'me/Parrot')).toEqual(['unsaid Llama 1']);
});

describe('a name goes as far as it is written', () => {
  test.each([
    ['It is built on Zephyr-7B-β.', ['unsaid HuggingFaceH4/zephyr-7b-beta']],
    ['It is built on Zephyr 7B.', ['unsaid Zephyr 7B']],
    ['The models are built on top of llama-2/codellama.', ['unsaid Llama 2?', 'unsaid Code Llama?']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected));

  test("the own name's words in another order are no family", async () => {
    const text = 'This is the SFT version of Mixtral Parrot 2.';
    expect(await said(text, 'me/Parrot-2-Mixtral-8x7B-SFT')).toEqual([]);
    expect(await said(text, 'me/own-model')).toEqual(['finetune Mixtral']);
    expect(await said('A fine-tune of Qwen2 Math.', 'me/Qwen2-Math-Parrot')).toEqual(['finetune Qwen2']);
  });
});

describe('what a heading says of a list ends with its section', () => {
  const list =
    '- [Two](https://huggingface.co/acme/two-7b): chat\n- [One](https://huggingface.co/acme/one-7b): chat';
  test('a list below another heading is none of it', async () => {
    expect(await said(`### Upstream\n\n${list}`)).toContain('unsaid acme/one-7b');
    expect(await said(`### Upstream\n\nNothing.\n\n#### Serving\n\nServices:\n\n${list}`)).toEqual([]);
  });
});

describe('an item that another model heads speaks of that one', () => {
  test.each([
    ['- Parrot-13B-R (NEW!): tuned further from acme/base-13b.', 'me/Parrot-7B', []],
    ['- Parrot-7B-R: fine-tuned from acme/base-7b.', 'me/Parrot-7B-Pretrain', []],
    ['- Parrot-7B: fine-tuned from acme/base-7b.', 'me/Parrot-7B-GGUF', ['finetune acme/base-7b']],
    ['- `parrot-v1-5` Resumed from acme/base-7b.', 'me/parrot-1.5', ['finetune acme/base-7b']],
    ['- v1.5: fine-tuned from acme/base-7b.', 'me/parrot-1.5', ['finetune acme/base-7b']],
  ])('%s in the card of %s', async (text, self, expected) =>
    expect(await said(text, self)).toEqual(expected),
  );
});
