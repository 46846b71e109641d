/**
 * Checks that a release is consistent: version, changelog, tag, `dist/` and the date of the data. One line
 * for each problem; exit 1 where there is one.
 *
 *   npm run release:check [-- FOLDER]
 *
 * The tag is `GITHUB_REF_NAME` where a tag started the workflow (`GITHUB_REF_TYPE`), else the tag of a
 * version at the current commit, if there is one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowsOf } from '../../src/core/data/table-rows.ts';

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-[\w.]+)?$/;
/** Older data still ship, but not without a look at what upstreams say today. */
const DAYS_OF_DATA = 120;

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url)));
const textOf = (name: string) => {
  const file = resolve(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const troubles: string[] = [];

/** The version of `package.json`, and of the files that repeat it. */
function versionOf(): string {
  const { version = '' } = JSON.parse(textOf('package.json')) as { version?: string };
  if (!VERSION.test(version)) troubles.push(`package.json: version "${version}" is no semantic version`);
  const lock = JSON.parse(textOf('package-lock.json') || '{}') as {
    version?: string;
    packages?: Record<string, { version?: string }>;
  };
  for (const other of [lock.version, lock.packages?.['']?.version])
    if (other !== undefined && other !== version)
      troubles.push(`package-lock.json: version ${other}, package.json has ${version}: run \`npm install\``);
  return version;
}

/** The section of a version has a date, which is not in the future, and says something. */
function checkChangelog(version: string, today: string): void {
  const section = textOf('CHANGELOG.md')
    .split(/^## /m)
    .find((one) => one.startsWith(`${version} `) || one.startsWith(`${version}\n`));
  if (section === undefined) {
    troubles.push(`CHANGELOG.md: no section "## ${version} (YYYY-MM-DD)"`);
    return;
  }
  const [title = '', ...lines] = section.split('\n');
  const [, date] = /\((\d{4}-\d{2}-\d{2})\)$/.exec(title) ?? [];
  if (date === undefined) troubles.push(`CHANGELOG.md: "## ${title}" has no date`);
  else if (date > today) troubles.push(`CHANGELOG.md: "## ${title}" is dated in the future`);
  if (!lines.some((line) => /^[-*] \S/.test(line))) troubles.push(`CHANGELOG.md: "## ${title}" is empty`);
}

function git(...args: readonly string[]): string {
  return spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout.trim();
}

/** A tag here, or the one that started the workflow, is that of the version. */
function checkTag(version: string): void {
  const started = process.env['GITHUB_REF_TYPE'] === 'tag' ? [process.env['GITHUB_REF_NAME'] ?? ''] : [];
  const here = git('tag', '--points-at', 'HEAD')
    .split('\n')
    .filter((tag) => /^v\d+\.\d+\.\d+/.test(tag));
  for (const tag of new Set([...started, ...here]))
    if (tag !== `v${version}`) troubles.push(`tag ${tag}: package.json has version ${version}`);
  const held = git('rev-parse', '--verify', '-q', `v${version}^{commit}`);
  if (held !== '' && held !== git('rev-parse', 'HEAD'))
    troubles.push(`tag v${version}: it names another commit, so this version is released already`);
}

/** The bundle that is committed says that it is this version, and is what is committed. */
function checkBundle(version: string): void {
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [resolve(folder, 'dist/licet.cjs'), '--version'],
    { encoding: 'utf8', cwd: folder },
  );
  if (error || status !== 0) troubles.push('dist/licet.cjs: it does not start: run `npm run build`');
  else if (stdout.trim() !== version)
    troubles.push(`dist/licet.cjs: version ${stdout.trim()}, not ${version}: run \`npm run build\``);
  if (git('status', '--porcelain', '--', 'dist') !== '') troubles.push('dist: it has uncommitted changes');
}

/** The newest row tells when somebody last looked. */
function checkData(today: string): void {
  const dates = rowsOf(textOf('data/models.tsv'))
    .map((row) => row['as_of'] ?? '')
    .filter((date) => date !== '');
  const newest = dates.sort().at(-1);
  if (newest === undefined) {
    troubles.push('data/models.tsv: no row has a date');
    return;
  }
  const future = dates.filter((date) => date > today);
  if (future.length > 0) troubles.push(`data/models.tsv: ${future.length} rows are dated in the future`);
  // A month alone counts from its first day.
  const since = (Date.parse(today) - Date.parse(newest)) / 86_400_000;
  if (since > DAYS_OF_DATA)
    troubles.push(`data/models.tsv: the newest row is of ${newest}: run \`npm run refresh\``);
}

const today = new Date().toISOString().slice(0, 10);
const version = versionOf();
checkChangelog(version, today);
checkTag(version);
checkBundle(version);
checkData(today);
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
else console.log(`${version} is ready for release`);
