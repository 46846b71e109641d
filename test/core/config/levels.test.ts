import { join, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_CONFIG, type Config } from '../../../src/core/config/config.ts';
import { isIgnored, levelsAt, levelsFor } from '../../../src/core/config/levels.ts';
import { matches } from '../../../src/core/config/path-patterns.ts';
import { presetLevels } from '../../../src/core/config/presets.ts';
import { patternPath } from '../../../src/node/config/find-config.ts';
import { RULES } from '../../support/config-folder.ts';

describe('a glob', () => {
  it.each([
    ['README.md', '*.md', true],
    ['models/a/README.md', '*.md', true],
    ['models/a/README.md', 'models/*/README.md', true],
    ['models/a/b/README.md', 'models/*/README.md', false],
    ['models/a/b/README.md', 'models/**/README.md', true],
    ['models/README.md', 'models/**/README.md', true],
    ['models/a/README.md', 'models/a', true],
    ['models/a/README.md', './models/a/', true],
    ['models/ab/README.md', 'models/a', false],
    ['x/models/a', 'models/a', false],
    ['fox', '**/x', false],
    ['a/x', '**/x', true],
    ['x', '**/x', true],
    ['anything/at/all', '**', true],
    ['a.yml', '*.{yaml,yml}', true],
    ['a.json', '*.{yaml,yml}', false],
    ['third_party/x', 'third_party/**', true],
    ['a1', 'a?', true],
    ['a', 'a?', false],
    ['a{b', 'a{b', true],
    ['axmd', 'a.md', false],
  ])('%s by %s: %s', (path, pattern, expected) => {
    expect(matches(path, pattern)).toBe(expected);
  });
  it('of many stars takes no time', () => {
    expect(matches('a'.repeat(4000), `${'a*'.repeat(200)}c`)).toBe(false);
    expect(matches('a/'.repeat(1000), `${'**/a/'.repeat(200)}c`)).toBe(false);
    expect(matches('a', '{a,b}'.repeat(40))).toBe(false);
  });
});

describe('overrides', () => {
  const config: Config = {
    ...NO_CONFIG,
    folder: '/work',
    levels: new Map([['missing-phrase', 'error']]),
    overrides: [
      { files: ['old/**'], levels: new Map([['missing-phrase', 'warning']]) },
      { files: ['*.py'], levels: new Map([['missing-phrase', 'off']]) },
      { files: ['old/two'], levels: new Map([['missing-phrase', 'info']]) },
    ],
    ignores: ['third_party/**', '*.bak'],
  };
  it('hold for a repository by its folder or card, relative to the config, the last one most', () => {
    expect(levelsFor(config, '/work/new').get('missing-phrase')).toBe('error');
    expect(levelsFor(config, '/work/old/one').get('missing-phrase')).toBe('warning');
    expect(levelsFor(config, '/work/old/two').get('missing-phrase')).toBe('info');
  });
  it('hold for single files of a repository', () => {
    expect(levelsAt(config, '/work/new')('code/model.py').get('missing-phrase')).toBe('off');
    expect(levelsAt(config, '/work/new')('README.md').size).toBe(0);
  });
  it('say nothing of what lies outside the folder of the config', () => {
    expect(levelsFor(config, '/elsewhere/old/one').get('missing-phrase')).toBe('error');
    expect(isIgnored(config, '/elsewhere/x.bak')).toBe(false);
    expect(isIgnored(config, '/workshop/x.bak')).toBe(false);
  });
  it.each([
    ['the root', '/', '/old/one'],
    ['no disk', '', 'old/one'],
    ['a drive', patternPath('c:\\work', win32), patternPath('C:\\work\\old\\one', win32)],
    ['a share', patternPath('\\\\host\\work', win32), patternPath('\\\\host\\work\\old\\one', win32)],
  ])('count from %s', (_, folder, repository) => {
    expect(levelsFor({ ...config, folder }, repository).get('missing-phrase')).toBe('warning');
  });
  it('are not ignores, which are matched in the same way', () => {
    expect(isIgnored(config, join('/work', 'third_party', 'x'))).toBe(true);
    expect(isIgnored(config, '/work/models/a.bak')).toBe(true);
    expect(isIgnored(config, '/work')).toBe(false);
  });
});

describe('presets', () => {
  const level = (preset: Parameters<typeof presetLevels>[0], name: string) =>
    presetLevels(preset, RULES).get(name) ?? RULES.find((rule) => rule.name === name)?.severity;
  it('recommended is what the rules say', () =>
    expect(RULES.every(({ name, severity }) => level('recommended', name) === severity)).toBe(true));
  it('strict raises what is missing to an error, and heeds a rule that says otherwise', () => {
    expect([
      level('strict', 'missing-phrase'),
      level('strict', 'missing-change-note'),
      level('strict', 'closed-model-training-data'),
      level('strict', 'ambiguous-license'),
    ]).toEqual(['error', 'info', 'warning', 'warning']);
  });
  it('publish raises what a releaser owes', () =>
    expect([level('publish', 'missing-phrase'), level('publish', 'ambiguous-license')]).toEqual([
      'error',
      'warning',
    ]));
  it('consume is quiet about what only a releaser owes', () =>
    expect([level('consume', 'missing-phrase'), level('consume', 'missing-license')]).toEqual([
      'info',
      'error',
    ]));
});
