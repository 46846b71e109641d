import rule from '../../rules/missing-copyright.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const line = 'Copyright (c) 2025 Quayside Systems';
const upstreams = {
  'other/base': { license: 'mit', copyright: [line] },
  'other/unread': 'mit',
  'third/base': { license: 'mit', copyright: ['Copyright (c) 2024 Third Party', line] },
  'clauses/base': { license: 'bsd-3-clause', copyright: [line] },
  'noticed/base': { license: 'apache-2.0', copyright: [{ line, file: 'NOTICE' }] },
  'public/base': { license: 'cc0-1.0', copyright: [line] },
};
const front = (model: string) => `license: mit\nbase_model: ${model}\nbase_model_relation: finetune`;
const both = 'license: mit\nbase_model: [other/base, third/base]\nbase_model_relation: merge';
const says = (model: string, what = line, at = '3:13') =>
  `README.md:${at} warning Copyright line "${what}" of "${model}" is not kept`;
const entry = (model: string, license: string) => `${model} (${license})\n${line}\n`;

testRule(rule, {
  valid: [
    {
      name: 'LICENSE keeps the line, with another sign',
      upstreams,
      files: {
        'README.md': card(front('other/base')),
        LICENSE: 'MIT License\n\nCopyright © 2025 Quayside Systems\n',
      },
    },
    {
      name: 'no line is on record: none is made up',
      upstreams,
      files: { 'README.md': card(front('other/unread')) },
    },
    {
      name: 'the license asks to keep no line',
      upstreams,
      files: { 'README.md': card(front('public/base')) },
    },
    {
      name: "the upstream is the owner's own",
      upstreams,
      repo: 'other/tuned',
      files: { 'README.md': card(front('other/base')) },
    },
    {
      name: 'only a card is at hand',
      complete: false,
      upstreams,
      files: { 'README.md': card(front('other/base')) },
    },
  ],
  invalid: [
    {
      name: 'the recorded line is nowhere',
      upstreams,
      files: { 'README.md': card(front('other/base')) },
      problems: [says('other/base')],
      output: { NOTICE: entry('other/base', 'MIT License') },
    },
    {
      name: 'the year is another',
      upstreams,
      files: { 'README.md': card(front('other/base')), NOTICE: 'Copyright (c) 2026 Quayside Systems\n' },
      problems: [says('other/base')],
      output: { NOTICE: `Copyright (c) 2026 Quayside Systems\n\n${entry('other/base', 'MIT License')}` },
    },
    {
      name: "the LICENSE is there with the publisher's own line in its place",
      upstreams,
      files: { 'README.md': card(front('other/base')), LICENSE: 'MIT License\n\nCopyright (c) 2026 Acme\n' },
      problems: [says('other/base')],
      output: { NOTICE: entry('other/base', 'MIT License') },
    },
    {
      name: 'the notice has a paragraph for the model, in the line ends of Windows',
      upstreams,
      files: {
        'README.md': card(front('other/base')),
        NOTICE: 'Ours\r\n\r\nother/base\r\nhttps://huggingface.co/other/base\r\n\r\nLast words\r\n',
      },
      problems: [says('other/base')],
      output: {
        NOTICE:
          'Ours\r\n\r\nother/base\r\nhttps://huggingface.co/other/base\r\n' + `${line}\r\n\r\nLast words\r\n`,
      },
    },
    {
      name: 'two upstreams under one license, each with its holders',
      upstreams,
      files: { 'README.md': card(both) },
      problems: [
        says('other/base', line, '3:14'),
        says('third/base', 'Copyright (c) 2024 Third Party', '3:26'),
      ],
      output: { NOTICE: entry('other/base', 'MIT License') },
    },
    {
      name: 'two clauses ask for one line',
      upstreams,
      files: { 'README.md': card(front('clauses/base')) },
      problems: [says('clauses/base')],
      output: { NOTICE: entry('clauses/base', 'BSD 3-Clause License') },
    },
    {
      name: 'a NOTICE that is on record meets the condition of the duty',
      upstreams,
      files: { 'README.md': card(front('noticed/base')) },
      problems: [says('noticed/base')],
      output: { NOTICE: entry('noticed/base', 'Apache License 2.0') },
    },
  ],
});
