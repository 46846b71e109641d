import { ownLevel } from '../../config/presets.ts';
import type { Levels, Rule } from '../../evaluate/evaluate.ts';
import type { Afterthought, ReadReport } from '../../report/report.ts';
import { REVIEW_FILE } from './review.ts';
import type { Repo } from '../../model/repo.ts';

const RULES = ['missing-review', 'stale-review'] as const;

/**
 * What asks a report for its reviews; undefined where no rule asks, or where stale ones are asked for and
 * there are none. `roles` are those that have to agree, as the config says. What it takes is loaded for
 * those alone who have reviews, or want them.
 */
export async function reviewCheck(
  repo: Repo,
  levels: Levels,
  rules: readonly Rule[],
  roles: readonly string[] = [],
): Promise<((report: ReadReport) => Afterthought) | undefined> {
  const [missing, stale] = RULES.map((name) => {
    const rule = rules.find((one) => one.name === name);
    return rule !== undefined && (levels.get(name) ?? ownLevel(rule)) !== 'off';
  });
  const hasReviews = repo.files.includes(REVIEW_FILE);
  if (!repo.complete || !(missing || (stale && hasReviews))) return undefined;
  const { knownOf } = await import('../known-facts.ts');
  const { reviewText } = await import('./review-file.ts');
  const { reviewProblems } = await import('./review-problems.ts');
  const known = await knownOf(repo, undefined);
  const text = await reviewText(repo);
  return (report) => reviewProblems(report, text, known, roles);
}
