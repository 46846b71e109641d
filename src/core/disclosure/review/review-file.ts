import { NO_REVIEWS, REVIEW_FILE, type Reviews } from './review.ts';
import type { Repo } from '../../model/repo.ts';
import { UsageError } from '../../model/usage-error.ts';
import { shownPath } from '../../report/report.ts';

/** Bytes: many years of reviews. */
const LARGEST = 512 * 1024;

/** The text of a repository's reviews; undefined where it has none. Throws `UsageError`, `ReadError`. */
export async function reviewText(repo: Repo | undefined): Promise<string | undefined> {
  if (repo?.files.includes(REVIEW_FILE) !== true) return undefined;
  const bytes = await repo.bytes(REVIEW_FILE, 0, LARGEST + 1);
  if (bytes.length > LARGEST)
    throw new UsageError(
      `"${shownPath(repo.root, REVIEW_FILE)}" has more than ${LARGEST / 1024} KiB`,
      'Remove states under `rows` that no review of today signs',
    );
  return new TextDecoder().decode(bytes);
}

/**
 * The reviews of a repository, none where there is no file; `roles` are those that have to agree. Throws
 * `UsageError` for one that is broken.
 */
export async function reviewsOf(repo: Repo | undefined, roles: readonly string[] = []): Promise<Reviews> {
  const text = await reviewText(repo);
  if (repo === undefined || text === undefined) return { ...NO_REVIEWS, roles };
  const { readReviews } = await import('./read-reviews.ts');
  return readReviews(text, shownPath(repo.root, REVIEW_FILE), roles);
}
