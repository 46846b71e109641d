import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { library, programs } from '../../scripts/bundle/bundle.ts';
import { packageOf, thirdPartyLicenses } from '../../scripts/bundle/third-party.ts';

/** What a bundle holds of others, by the bundler's own list of its modules, not by what is installed. */
const modules = [...(await programs()).modules, ...(await library()).modules];
const text = thirdPartyLicenses(modules);
const entries = text.split(`\n${'-'.repeat(80)}\n`);

test('every package of the bundle is named with its version, nested ones too', () => {
  const packages = new Set(
    modules.flatMap((module) => {
      const parts = module.replaceAll('\\', '/').split('/node_modules/');
      const [, inner] = /^((?:@[^/]+\/)?[^/]+)/.exec(parts.length > 1 ? (parts.at(-1) ?? '') : '') ?? [];
      if (inner === undefined) return [];
      const folder = `${parts.slice(0, -1).join('/node_modules/')}/node_modules/${inner}`;
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
      };
      return [`${name} ${version}`];
    }),
  );
  expect(packages.size).toBeGreaterThan(20);
  for (const one of packages) expect(text).toContain(`${one} (`);
  // Two versions of one package are two entries; yaml's files for browsers are yaml's.
  for (const name of ['picomatch', 'glob-parent', 'yaml', 'spdx-expression-parse'])
    expect(
      [...packages].some((one) => one.startsWith(`${name} `)),
      name,
    ).toBe(true);
});

test('each has its license, and its text or its authors', () => {
  for (const entry of entries) {
    expect(entry).toMatch(/\S+ \d+\.\d+\.\d+\S* \([\w.() -]+\)/);
    expect(entry.includes('Authors: ') || /copyright/i.test(entry), entry.slice(0, 200)).toBe(true);
  }
  expect(text).toMatch(
    /^spdx-exceptions \S+ \(CC-BY-3\.0\)\nAuthors: The Linux Foundation.*\nSource: .*\nLicense: https:/m,
  );
});

test(
  'a module of ours is nobody else’s, and a module in a folder with a bare package.json is its ' +
    'package’s',
  () => {
    expect(packageOf(fileURLToPath(new URL('../../src/index.ts', import.meta.url)))).toBeUndefined();
    const yaml = modules.find((module) => module.includes('/yaml/browser/'));
    expect(packageOf(yaml ?? '')?.endsWith('/yaml')).toBe(true);
  },
);
