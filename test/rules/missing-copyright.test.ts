import rule from '../../rules/missing-copyright.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const line = 'Copyright (c) 2025 Quayside Systems';
const upstreams = { 'other/base': { license: 'mit', copyright: [line] }, 'other/unread': 'mit' };
const front = (model: string) => `license: mit\nbase_model: ${model}\nbase_model_relation: finetune`;

testRule(rule, {
  valid: [
    { name: 'LICENSE keeps the line, with another sign', upstreams, files: { 'README.md': card(front('other/base')), LICENSE: 'MIT License\n\nCopyright © 2025 Quayside Systems\n' } },
    { name: 'no line is on record: none is made up', upstreams, files: { 'README.md': card(front('other/unread')) } },
    { name: 'only a card is at hand', complete: false, upstreams, files: { 'README.md': card(front('other/base')) } },
  ],
  invalid: [
    { name: 'the recorded line is nowhere', upstreams, files: { 'README.md': card(front('other/base')) }, problems: [`README.md:3:13 warn Copyright line "${line}" is not kept`], output: { NOTICE: `${line}\n` } },
    { name: 'the year is another', upstreams, files: { 'README.md': card(front('other/base')), NOTICE: 'Copyright (c) 2026 Quayside Systems\n' }, problems: [`README.md:3:13 warn Copyright line "${line}" is not kept`], output: { NOTICE: `Copyright (c) 2026 Quayside Systems\n\n${line}\n` } },
  ],
});
