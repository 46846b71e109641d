import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | Person;
  readonly contributors?: readonly (string | Person)[];
  readonly repository?: string | { readonly url?: string };
}

interface Person {
  readonly name?: string;
  readonly email?: string;
}

/** The nearest folder above a module whose package.json bears a name; a nested package is one of its own. */
export function packageOf(module: string): string | undefined {
  if (!/[/\\]node_modules[/\\]/.test(module)) return undefined;
  for (let folder = dirname(module); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Package>).name !== undefined
    )
      return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

const named = (person: string | Person | undefined): string =>
  typeof person === 'string'
    ? person
    : [person?.name, person?.email && `<${person.email}>`].filter(Boolean).join(' ');

/** What the package says of its license and its authors, and the text where it ships one. */
function entry(folder: string): string {
  const { name, version, license, author, contributors, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Package;
  const people = [author, ...(contributors ?? [])].map(named).filter((person) => person !== '');
  const source = typeof repository === 'string' ? repository : repository?.url;
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  return [
    `${name} ${version} (${license ?? 'no license field'})`,
    ...(people.length > 0 ? [`Authors: ${people.join(', ')}`] : []),
    ...(source === undefined ? [] : [`Source: ${source.replace(/^git\+/, '')}`]),
    ...(texts.length === 0 && license !== undefined
      ? [`License: https://spdx.org/licenses/${license}.html`]
      : []),
    ...texts.map((text) => `\n${text}`),
  ].join('\n');
}

/** The notices of every package that has a module in the bundle, by the bundler's own list of modules. */
export function thirdPartyLicenses(modules: readonly string[]): string {
  const folders = [...new Set(modules.flatMap((module) => packageOf(module) ?? []))];
  const entries = [...new Set(folders.map(entry))].sort();
  return `What licet ships holds these packages, each under its own license.\n\n${entries.join(
    `\n\n${'-'.repeat(80)}\n\n`,
  )}\n`;
}
