import { createHash } from 'node:crypto';
import type { FindingView } from './finding-view.ts';

/**
 * Fingerprints that are unique within a run, as GitLab wants them: the finding's own, with the repository's
 * path and, for the same finding once more in one file, its number. 32 hex digits.
 */
export function uniquely(): (account: FindingView) => string {
  const seen = new Map<string, number>();
  return ({ file, finding }) => {
    const key = `${file}\n${finding.fingerprint}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return createHash('sha256').update(`${key}\n${times}`).digest('hex').slice(0, 32);
  };
}
