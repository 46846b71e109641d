/**
 * Uploads files to the release of a tag on GitHub, which it makes where there is none yet; a file that is
 * there is replaced. Asks through GitHub's own command, `gh`, which has its token from `GH_TOKEN`.
 *
 *   npx tsx scripts/release/upload.ts FILE…
 *
 * The tag is `GITHUB_REF_NAME`. Exit 2 where the tag is not that of a version, a file or `gh` is missing, 1
 * where GitHub refuses.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const files = process.argv.slice(2);
const tag = process.env['GITHUB_REF_NAME'] ?? '';

function refuse(trouble: string, code: 1 | 2): never {
  console.error(`upload: ${trouble}`);
  process.exit(code);
}

const gh = (...args: readonly string[]) => spawnSync('gh', args, { encoding: 'utf8' });

/** What GitHub must grant. */
function must(...args: readonly string[]): void {
  const { status, stderr } = gh(...args);
  if (status !== 0) refuse(`gh ${args.slice(0, 2).join(' ')} failed: ${stderr.trim()}`, 1);
}

if (!/^v\d+\.\d+\.\d+(-.+)?$/.test(tag))
  refuse(`GITHUB_REF_NAME is "${tag}", not the tag of a version, such as v1.2.3`, 2);
if (files.length === 0) refuse('name the files to upload', 2);
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) refuse(`${missing.join(', ')}: no such file`, 2);
if (gh('--version').error) refuse('`gh` is missing: see https://cli.github.com', 2);
if (gh('release', 'view', tag).status !== 0)
  must('release', 'create', tag, '--verify-tag', '--generate-notes');
must('release', 'upload', tag, ...files, '--clobber');
console.log(`${files.length} ${files.length === 1 ? 'file is' : 'files are'} on the release of ${tag}`);
