import { findingViews, ruleOf, whereOf } from '../finding-view.ts';
import type { Formatter } from '../report.ts';
import { printable } from '../terminal/wrap.ts';

/**
 * One line per finding, for grep, editors and problem matchers; never coloured.
 * `.github/licet-problem-matcher.json` reads it.
 */
export const compact: Formatter = (run) =>
  run.reports
    .flatMap(findingViews)
    .map(
      (account) =>
        `${printable(account.file)}:${printable(whereOf(account)).replace(/ /g, '_')}  ` +
        `${account.finding.severity}  ${printable(account.finding.message)}  ${ruleOf(account.finding)}\n`,
    )
    .join('');
