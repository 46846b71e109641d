import { findingViews, ruleOf, whereOf } from '../finding-view.ts';
import { whole, type Formatter, type StreamFormatter } from '../report.ts';
import { printable } from '../terminal/wrap.ts';

/**
 * One line per finding, for grep, editors and problem matchers; never coloured.
 * `.github/licet-problem-matcher.json` reads it.
 */
export const compactStream: StreamFormatter = () => ({
  add: (report) =>
    findingViews(report)
      .map(
        (account) =>
          `${printable(account.file)}:${printable(whereOf(account)).replace(/ /g, '_')}  ` +
          `${account.finding.severity}  ${printable(account.finding.message)}  ${ruleOf(account.finding)}\n`,
      )
      .join(''),
  end: () => '',
});

export const compact: Formatter = whole(compactStream);
