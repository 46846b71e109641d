import rule from '../../rules/uncredited-component.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const config = (model: string) => JSON.stringify({ vision_config: { _name_or_path: model } });
const front = 'license: apache-2.0';
const keyed = (key: string, value: string) => JSON.stringify({ [key]: value });
const withCard = (text: string, model: string) => ({
  'README.md': card(front, `# Omni\n\n${text}\n`),
  'config.json': config(model),
});

/** The code of a model that is built with one line. */
const built = (line: string) => `class Omni:\n    def __init__(self):\n        ${line}\n`;

testRule(rule, {
  valid: [
    ...(
      [
        ['a class for a part', keyed('text_encoder', 'T5EncoderModel')],
        ['a design for a part', keyed('vision_encoder', 'vit_base_patch16_224')],
        ['a list of classes', JSON.stringify({ text_encoder: ['transformers', 'CLIPTextModel'] })],
        ['a list of layers', JSON.stringify({ vision_tower: [1, 2], audio_tower: ['conv1', null] })],
      ] as const
    ).map(([name, config]) => ({
      name: `a key of a part names ${name}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config },
    })),
    ...(
      [
        [
          'the code loads a part of its owner',
          built('self.vision = AutoModel.from_pretrained("acme/eye-1b")'),
        ],
        ['a comment loads a part', built('pass  # vision = AutoModel.from_pretrained("other/eye-1b")')],
        ['a doc string does', built('"""vision = AutoModel.from_pretrained("other/eye-1b")"""')],
        [
          'a setting tells which part is loaded',
          built(
            'if big: eye_vision = AutoModel.from_pretrained("other/eye-2b")\n' +
              '        else: eye_vision = AutoModel.from_pretrained("other/eye-1b")',
          ),
        ],
        ['the code loads what is no part', built('self.model = AutoModel.from_pretrained("other/base-1b")')],
      ] as const
    ).map(([name, code]) => ({
      name,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'modeling_omni.py': code },
    })),
    {
      name: 'a script loads a part',
      repo: 'acme/omni',
      files: {
        'README.md': card(front),
        'infer.py': built('vision = AutoModel.from_pretrained("other/eye-1b")'),
      },
    },
    {
      name: 'a folder bears the name of a part, which the card credits',
      repo: 'acme/omni',
      files: {
        'README.md': card(front, '# Omni\n\nHears with Whisper large-v3.\n'),
        'weights/whisper-large-v3/config.json': '{}',
      },
    },
    {
      name: 'a folder bears the name of the base',
      repo: 'acme/omni',
      files: {
        'README.md': card(`${front}\nbase_model: openai/whisper-large-v3`),
        'whisper-large-v3/config.json': '{}',
      },
    },
    {
      name: 'NOTICE credits the tower',
      repo: 'acme/omni',
      files: {
        'README.md': card(front),
        NOTICE: 'Vision encoder: other/eye-7b, Apache-2.0.\n',
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: 'the card links to it',
      repo: 'acme/omni',
      files: {
        'README.md': card(front, '# Omni\n\nSees with [the eye](https://huggingface.co/other/eye-7b).\n'),
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: 'base_model names it',
      repo: 'acme/omni',
      files: {
        'README.md': card(`${front}\nbase_model: other/eye-7b`),
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: "the tower is the owner's own",
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('acme/eye-7b') },
    },
    ...(
      [
        ['CLIP ViT-L/14', 'openai/clip-vit-large-patch14'],
        ['a CLIP (ViT-L/14) text encoder', 'openai/clip-vit-large-patch14'],
        ['clip-vit-l-14', 'openai/clip-vit-large-patch14'],
        ['ViT-B/32', 'openai/clip-vit-base-patch32'],
        ['OpenCLIP ViT-H/14', 'laion/CLIP-ViT-H-14-laion2B-s32B-b79K'],
        ['SigLIP so400m', 'google/siglip-so400m-patch14-384'],
        ['SigLIP-SO400M', 'google/siglip-so400m-patch14-384'],
        ['SigLIP 2 base', 'google/siglip2-base-patch16-224'],
        ['SigLIP 2 so400m', 'google/siglip2-so400m-patch14-384'],
        ['Whisper large-v2', 'openai/whisper-large-v2'],
        ['Whisper-v3-large', 'openai/whisper-large-v3'],
        ['DINOv2', 'facebook/dinov2-large'],
        ['T5-XXL', 'google/t5-v1_1-xxl'],
      ] as const
    ).map(([called, model]) => ({
      name: `the card credits ${model} by its usual name: ${called}`,
      repo: 'acme/omni',
      files: withCard(`It holds ${called}, frozen.`, model),
    })),
    ...(
      [
        ["a path on somebody's disk", 'llm_name_or_path', '/data/ckpt/big-8b'],
        ["a path on somebody's disk", 'vision_tower_path', './weights/eye'],
        ['what is written', 'output_path', 'other/eye-7b'],
        ['data', 'data_path', 'other/eye-data'],
        ["the owner's own", 'vision_tower_name_or_path', 'acme/eye-7b'],
      ] as const
    ).map(([what, key, value]) => ({
      name: `${key} is no part of another: ${what}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': keyed(key, value) },
    })),
    {
      name: 'a folder named after a part in general',
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'weights/my-audio-encoder/config.json': '{}' },
    },
    {
      name: "a folder named after the repository's own part",
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'weights/omni-audio-encoder/config.json': '{}' },
    },
    {
      name: 'the card names whose part lies in the folder',
      repo: 'acme/omni',
      files: {
        'README.md': card(front, '# Omni\n\nHears with other audio encoder.\n'),
        'weights/other-audio-encoder/config.json': '{}',
      },
    },
    {
      name: 'a folder of code that holds neither config nor weights',
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'other-audio-encoder/model.py': 'X = 1\n' },
    },
    {
      name: 'only some files are at hand: a NOTICE may lie beside them',
      complete: false,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('other/eye-7b') },
    },
  ],
  invalid: [
    {
      name: 'a tower that only the config names',
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('other/eye-7b') },
      problems: [
        'config.json:1:35 warning Component "vision_config" names "other/eye-7b", which neither card ' +
          'nor NOTICE credits',
      ],
    },
    ...(
      [
        ['vision_tower_name_or_path', 'other/eye-7b'],
        ['llm_name_or_path', 'other/big-8b'],
        ['mm_vision_tower', 'other/eye-7b'],
        ['audio_tower_path', 'other/ear-1b'],
        ['vision_model_path', 'other/eye-7b'],
        ['pretrained_model_name_or_path', 'other/big-8b'],
      ] as const
    ).map(([key, model]) => ({
      name: `a key of a part: ${key}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': keyed(key, model) },
      problems: [
        `config.json:1:${key.length + 5} warning Component "${key}" names "${model}", which neither card ` +
          'nor NOTICE credits',
      ] as const,
    })),
    {
      name: 'two towers in a list',
      repo: 'acme/omni',
      files: {
        'README.md': card(front),
        'config.json': JSON.stringify({ vision_tower: ['other/eye-7b', 'third/eye-1b'] }),
      },
      problems: [
        'config.json:1:18 warning Component "vision_tower" names "other/eye-7b", which neither card ' +
          'nor NOTICE credits',
        'config.json:1:33 warning Component "vision_tower" names "third/eye-1b", which neither card ' +
          'nor NOTICE credits',
      ],
    },
    ...['vision_encoder', 'image_encoder', 'text_encoder', 'audio_encoder', 'speech_tower'].map((key) => ({
      name: `a key that is a part: ${key}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': keyed(key, 'other/part-7b') },
      problems: [
        `config.json:1:${key.length + 5} warning Component "${key}" names "other/part-7b", which ` +
          'neither card nor NOTICE credits',
      ] as const,
    })),
    ...(
      [
        ['self.audio = AutoModel.from_pretrained("other/ear-1b")', 'audio encoder', 'other/ear-1b'],
        ["eye = SiglipVisionModel.from_pretrained('other/eye-1b')", 'vision encoder', 'other/eye-1b'],
        ['self.vae = AutoencoderKL.from_pretrained("other/vae-1b")', 'VAE', 'other/vae-1b'],
      ] as const
    ).map(([line, part, model]) => ({
      name: `the code of the model loads a part: ${part}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'modeling_omni.py': built(line) },
      problems: [
        `modeling_omni.py:3:${line.indexOf(model) + 9} warning Component "${part}" names "${model}", ` +
          'which neither card nor NOTICE credits',
      ] as const,
    })),
    ...(
      [
        ['weights/siglip-so400m-patch14-384', 'vision encoder'],
        ['audio_encoder/whisper-large-v3', 'audio encoder'],
        ['parts/InternViT-300M-448px', 'vision encoder'],
      ] as const
    ).map(([folder, part]) => ({
      name: `a folder bears the name of a part: ${folder}`,
      repo: 'acme/omni',
      files: { 'README.md': card(front), [`${folder}/config.json`]: '{}' },
      problems: [
        `${folder}/config.json warning Component "${part}" lies in "${folder.split('/')[1] ?? ''}", which ` +
          'neither card nor NOTICE credits',
      ] as const,
    })),
    ...(
      [
        ['CLIP ViT-B/32', 'openai/clip-vit-large-patch14'],
        ['a video clip of 14 seconds', 'openai/clip-vit-large-patch14'],
        ['SigLIP', 'google/siglip-so400m-patch14-384'],
        ['Whisper large-v3', 'openai/whisper-large-v2'],
        ['DINOv3', 'facebook/dinov2-large'],
      ] as const
    ).map(([called, model]) => ({
      name: `"${called}" is not the usual name of ${model}`,
      repo: 'acme/omni',
      files: withCard(`It holds ${called}, frozen.`, model),
      problems: [
        `config.json:1:35 warning Component "vision_config" names "${model}", which neither card nor ` +
          'NOTICE credits',
      ] as const,
    })),
    {
      name: 'a folder named after a part of another',
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'weights/other-audio-encoder/config.json': '{}' },
      problems: [
        'weights/other-audio-encoder/config.json warning Component "audio encoder" lies in ' +
          '"other-audio-encoder", which neither card nor NOTICE credits',
      ],
    },
  ],
});
