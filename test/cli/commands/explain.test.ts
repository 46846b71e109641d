import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { run as explain } from '../../../src/cli/commands/explain.ts';
import { run as init, TEMPLATE } from '../../../src/cli/commands/init.ts';
import { loadConfig } from '../../../src/node/config/load-config.ts';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import { folder } from '../../support/config-folder.ts';

const host = (cwd: string) => ({ cwd, readFile: () => Promise.resolve(undefined), color: false });
const card = '---\nlicense: mit\n---\n# A model\n';

describe('licet explain of a rule', () => {
  it('tells its summary, its levels and its page', async () => {
    const { stdout, code } = await explain(['missing-phrase'], host('.'));
    expect(stdout).toMatch(
      new RegExp(
        String.raw`^missing-phrase: Show the phrase.*\n\n {2}` +
          String.raw`recommended warning, strict error, publish error, consume info\n\n`,
      ),
    );
    expect(stdout).toContain('\n\nWhy\n\n');
    expect(stdout).toContain('\n  README.md\n    ---\n    license: llama3.1\n');
    expect(code).toBe(0);
  });
  it.each(rules.map(({ name }) => name))(
    'of %s fits a terminal of 80 columns, holds no markup, and says its summary once',
    async (name) => {
      const { stdout } = await explain([name], { ...host('.'), width: 80 });
      // Code of the examples stays as it is.
      const said = stdout.split('\n').filter((line) => !line.startsWith('    '));
      expect(said.filter((line) => displayWidth(line) > 80)).toEqual([]);
      expect(said.join('\n')).not.toMatch(/^#|```|\]\(/m);
      expect(
        stdout.replace(/\s+/g, ' ').split(rules.find((rule) => rule.name === name)?.summary ?? ''),
      ).toHaveLength(2);
    },
  );
  it('of a misspelled one names the nearest', async () => {
    expect(await explain(['missing-phrse'], host('.'))).toEqual({
      stdout: '',
      stderr: 'licet: No rule and no file named "missing-phrse"\n  hint  Did you mean `missing-phrase`?\n',
      code: 2,
    });
  });
  it('of nothing names them all', async () => {
    const { stdout, code } = await explain([], { ...host('.'), width: 80 });
    expect(rules.filter(({ name }) => !stdout.includes(`${name} `))).toEqual([]);
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(code).toBe(0);
  });
  it('in JSON says the same', async () => {
    const said = async (...args: string[]) =>
      JSON.parse((await explain([...args, '-f', 'json'], host('.'))).stdout) as unknown;
    expect(await said('missing-phrase')).toMatchObject({
      name: 'missing-phrase',
      presets: { strict: 'error', consume: 'info' },
      page: expect.stringContaining('## ') as string,
    });
    expect(await said()).toHaveLength(rules.length);
  });
});

describe('licet explain of a file', () => {
  const files = {
    '.git/': '',
    'licet.config.yaml':
      'extends: ./team.yaml\noverrides:\n  - {files: models/old, rules: {missing-license: warn}}\n  ' +
      '- {files: "*.py", rules: {uncredited-code: "off"}}\nignores: [models/old/x.py]\n',
    'team.yaml': 'rules: {ambiguous-license: error}',
    'models/old/README.md': card,
    'models/old/config.json': '{}',
    'models/old/model.py': '',
    'models/old/x.py': '',
    'models/old/train.log': '',
  };
  const said = async (path: string, ...flags: string[]) =>
    (await explain([path, ...flags], host(folder(files)))).stdout;

  it('tells the repository, the card, the configs and the levels', async () => {
    const stdout = await said('models/old/README.md');
    expect(stdout).toContain(
      'repository  models/old\ncard        README.md\nthis file   the model card: front matter and ' +
        'text are read\nconfig      licet.config.yaml, which extends team.yaml\n',
    );
    expect(stdout).toContain('  warning missing-license (default: error)\n');
    expect(stdout).toContain('  error   ambiguous-license (default: warning)\n');
    expect(stdout).toContain('  warning uncredited-code\n');
    expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(rules.length);
  });
  it('tells what single files are, and their own levels', async () => {
    expect(await said('models/old/config.json')).toContain('this file   read as text');
    expect(await said('models/old/model.py')).toContain('  off     uncredited-code (default: warning)\n');
    expect(await said('models/old/train.log')).toContain('this file   not read');
    expect(await said('models/old/x.py')).toContain('this file   ignored by `ignores` in the config');
  });
  it('heeds --no-config and --config', async () => {
    expect(await said('models/old', '--no-config')).toContain('config      none: preset recommended\n');
    expect(await said('models/old', '--config', 'team.yaml')).toContain('config      team.yaml\n');
  });
  it('tells the same in JSON', async () => {
    expect(JSON.parse(await said('models/old/model.py', '-f', 'json'))).toMatchObject({
      repository: 'models/old',
      card: 'README.md',
      file: 'model.py',
      configs: expect.arrayContaining(['licet.config.yaml', 'team.yaml']) as string[],
      rules: { 'uncredited-code': 'off', 'missing-license': 'warning' },
    });
  });
  it('of a file of no repository says so', async () => {
    await expect(explain(['a/x.txt'], host(folder({ 'a/x.txt': '' })))).rejects.toThrow(
      'No model repository found',
    );
  });
});

describe('licet init', () => {
  it('writes a config that is taken', async () => {
    const cwd = folder({ '.git/': '' });
    expect(await init([], host(cwd))).toEqual({ stdout: 'Wrote licet.config.yaml\n', stderr: '', code: 0 });
    expect((await loadConfig(cwd, { cwd, rules })).files).toEqual(['licet.config.yaml']);
  });
  it('whose comments are a config too', async () => {
    const cwd = folder({ '.git/': '' });
    writeFileSync(join(cwd, 'licet.config.yaml'), TEMPLATE.replace(/^#(?! )|^#(?= {2})/gm, ''));
    const config = await loadConfig(cwd, { cwd, rules });
    expect([
      config.levels.get('closed-model-training-data'),
      config.overrides.length,
      config.ignores.length,
      config.facts.length,
      config.requireReason,
      config.policy.use?.commercial,
      [config.name, ...config.overrides.map(({ name }) => name)],
    ]).toEqual(['off', 2, 1, 1, true, true, ['acme/Llama-acme-8B', undefined, 'acme/Llama-acme-8B']]);
  });
  it.each(['licet.config.yaml', 'licet.config.yml', 'licet.config.json', 'licet.config.mjs'])(
    'leaves a %s as it is',
    async (name) => {
      const cwd = folder({ [name]: 'mine' });
      expect(await init([], host(cwd))).toMatchObject({
        code: 2,
        stderr: `licet: "${name}" already exists\n  hint  Edit it, or remove it first\n`,
      });
      expect(readFileSync(join(cwd, name), 'utf8')).toBe('mine');
      expect(existsSync(join(cwd, 'licet.config.yaml'))).toBe(name === 'licet.config.yaml');
    },
  );
  it.skipIf(process.getuid?.() === 0)('in a folder that may not be written to is one message', async () => {
    const cwd = folder({});
    chmodSync(cwd, 0o500);
    expect(await init([], host(cwd))).toMatchObject({ code: 2 });
  });
});
