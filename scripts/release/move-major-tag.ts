/**
 * Moves the tag of the major version (`v1`) to the release that was tagged (`v1.2.3`), here and at `origin`,
 * for workflows that pin `licet/licet@v1`. A pre-release moves nothing. The tag is the first argument, else
 * `GITHUB_REF_NAME`.
 *
 * Exit 2 where the tag is not that of a version, 1 where git refuses.
 */
import { spawnSync } from 'node:child_process';

const tag = process.argv[2] ?? process.env['GITHUB_REF_NAME'] ?? '';
const [, major, minor, patch, suffix] = /^v(\d+)\.(\d+)\.(\d+)(-.+)?$/.exec(tag) ?? [];

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  console.error(`git ${args[0]} failed: ${stderr.trim()}`);
  process.exit(1);
}

/**
 * True where a newer release of this major version is tagged: an old branch's fix must not move the tag back.
 */
function isOld(): boolean {
  const own = [Number(minor), Number(patch)] as const;
  return git('tag', '--list', `v${major}.*`)
    .split('\n')
    .some((other) => {
      const [, otherMinor = '', otherPatch = ''] =
        new RegExp(`^v${major}\\.(\\d+)\\.(\\d+)$`).exec(other) ?? [];
      return (
        otherMinor !== '' &&
        (Number(otherMinor) > own[0] || (Number(otherMinor) === own[0] && Number(otherPatch) > own[1]))
      );
    });
}

if (major === undefined) {
  console.error(`"${tag}" is not the tag of a version, such as v1.2.3`);
  process.exitCode = 2;
} else if (suffix !== undefined) {
  console.log(`${tag} is a pre-release: v${major} stays where it is`);
} else {
  git('fetch', '--quiet', '--tags', '--force', 'origin');
  if (isOld()) console.log(`v${major} stays where it is: a release newer than ${tag} is tagged`);
  else {
    const commit = git('rev-parse', `${tag}^{commit}`);
    git('tag', '--force', `v${major}`, commit);
    git('push', '--quiet', '--force', 'origin', `refs/tags/v${major}`);
    console.log(`v${major} is ${tag} (${commit.slice(0, 12)})`);
  }
}
