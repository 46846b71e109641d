import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PRESETS } from '../../src/core/config/presets.ts';
import { SETTINGS } from '../../src/lsp/settings.ts';
import { serverFor, type Surroundings } from '../../editors/vscode/src/server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (file: string) => readFileSync(`${root}${file}`, 'utf8');
interface Validation {
  readonly fileMatch: string;
  readonly url: string;
}
const manifest = JSON.parse(textOf('editors/vscode/package.json')) as {
  readonly version: string;
  readonly license: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly type: string | readonly string[]; readonly enum?: readonly unknown[] }>
      >;
    };
    readonly jsonValidation: readonly Validation[];
    readonly yamlValidation: readonly Validation[];
    readonly problemMatchers: readonly { readonly name: string; readonly label: string }[];
  };
};
const { properties } = manifest.contributes.configuration;

/** What the extension reads itself; the rest is the server's. */
const OWN = ['licet.enable', 'licet.path', 'licet.trace.server'];

test('the settings are those that the server reads, by name and by type, and those of the extension', () => {
  const source = textOf('editors/vscode/src/extension.ts');
  const sent = [...(/initializationOptions: \{(.+)\}/.exec(source)?.[1] ?? '').matchAll(/get\('(\w+)'\)/g)];
  expect(sent.map(([, name]) => name)).toEqual(Object.keys(SETTINGS));
  for (const [name, type] of Object.entries(SETTINGS))
    expect([properties[`licet.${name}`]?.type].flat()).toContain(type);
  const servers = Object.keys(SETTINGS).map((name) => `licet.${name}`);
  expect(Object.keys(properties).sort()).toEqual([...OWN, ...servers].sort());
  for (const name of ['enable', 'path']) expect(source).toContain(`'licet.${name}'`);
  expect(properties['licet.preset']?.enum).toEqual([null, ...PRESETS]);
});

test('version and license are those of licet, and schemas lie in its package', () => {
  const licet = JSON.parse(textOf('package.json')) as { readonly version: string; readonly license: string };
  const { version } = JSON.parse(textOf('editors/vscode/package-lock.json')) as { readonly version: string };
  expect([manifest.version, version, manifest.license]).toEqual([
    licet.version,
    licet.version,
    licet.license,
  ]);
  const { jsonValidation, yamlValidation } = manifest.contributes;
  for (const { url } of [...jsonValidation, ...yamlValidation])
    expect(readdirSync(`${root}schema`)).toContain(/^\.\/licet\/schema\/(.+)$/.exec(url)?.[1]);
});

test('the problem matcher is that of the page on editors', () => {
  const page = JSON.parse(/```json\n([\s\S]*?)```/.exec(textOf('docs/editors.md'))?.[1] ?? '') as {
    readonly tasks: readonly [{ readonly problemMatcher: object }];
  };
  const [{ name, label, ...matcher }, ...more] = manifest.contributes.problemMatchers as [
    { readonly name: string; readonly label: string },
  ];
  expect([name, label, more]).toEqual(['licet', 'licet --format compact', []]);
  expect(matcher).toEqual(page.tasks[0].problemMatcher);
});

const around = (here: readonly string[], of: Partial<Surroundings> = {}) =>
  serverFor({
    setting: '',
    folders: ['/home/kim/tide'],
    trusted: true,
    path: '/usr/local/bin:/usr/bin',
    platform: 'linux',
    bundled: '/ext/licet',
    isThere: (file) => here.includes(file),
    ...of,
  });
const OURS = { is: 'module', file: '/ext/licet/dist/licet.cjs', from: 'extension' };
const WORKSPACE = '/home/kim/tide/node_modules/licet/dist/licet.cjs';

test('runs what is set, else what the workspace has, else what is on the PATH, else its own copy', () => {
  const path = '/usr/bin/licet';
  const all = ['/opt/licet', path, WORKSPACE];
  const set = { is: 'command', file: '/opt/licet', from: 'setting' };
  expect(around(all, { setting: '/opt/licet' })).toEqual(set);
  expect(around([path, WORKSPACE])).toEqual({ is: 'module', file: WORKSPACE, from: 'workspace' });
  expect(around([path])).toEqual({ is: 'command', file: path, from: 'PATH' });
  expect(around([])).toEqual(OURS);
  expect(around([], { folders: [], path: '' })).toEqual(OURS);
});

test('a setting from the folder of the workspace, a module, and one that leads nowhere', () => {
  const file = '/home/kim/tide/build/licet.cjs';
  expect(around([file], { setting: 'build/licet.cjs' })).toEqual({ is: 'module', file, from: 'setting' });
  expect(around([WORKSPACE], { setting: 'build/licet.cjs' })).toEqual({ is: 'missing', file });
});

test('of a workspace that is not trusted nothing is run, by whatever way', () => {
  const untrusted = (here: readonly string[], of: Partial<Surroundings> = {}) =>
    around(here, { trusted: false, ...of });
  expect(untrusted([WORKSPACE])).toEqual(OURS);
  const bin = '/home/kim/tide/node_modules/.bin';
  expect(untrusted([`${bin}/licet`], { path: `${bin}:.::/usr/bin` })).toEqual(OURS);
  expect(untrusted([`/home/kim/tide/licet`], { setting: 'licet' })).toEqual(OURS);
  expect(untrusted([`${bin}/licet`], { setting: `${bin}/licet` })).toEqual(OURS);
  expect(untrusted(['/home/kim/tide..old/licet'], { path: '/home/kim/tide..old' })).toMatchObject({
    from: 'PATH',
  });
  expect(untrusted(['/opt/licet'], { setting: '/opt/licet' })).toMatchObject({ from: 'setting' });
  expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['licet.path']);
});

test('a PATH with what is no absolute path is not looked up in the folder that is open', () => {
  expect(around(['licet', './licet'], { path: '.::bin' })).toEqual(OURS);
});

test('on Windows npm leaves a script on the PATH that only a shell can start: its module is run', () => {
  const windows = (here: readonly string[], trusted = true) =>
    around(here, {
      platform: 'win32',
      folders: ['C:\\tide'],
      trusted,
      path: 'C:\\npm;D:\\Python\\Scripts',
      bundled: 'C:\\ext\\licet',
    });
  const module = 'C:\\npm\\node_modules\\licet\\dist\\licet.cjs';
  expect(windows(['C:\\npm\\licet.cmd', module])).toEqual({ is: 'module', file: module, from: 'PATH' });
  const wheel = 'D:\\Python\\Scripts\\licet.exe';
  expect(windows([wheel], false)).toEqual({ is: 'command', file: wheel, from: 'PATH' });
});
