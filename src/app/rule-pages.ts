import { dataText } from '../core/data/data-source.ts';
import type { Run } from '../core/report/report.ts';
import { RULE_PAGES } from '../core/version.ts';

/**
 * The page of one of licet's own rules, without its title; undefined where there is none, as in a package
 * without its docs.
 */
export function pageText(rule: string): string | undefined {
  try {
    return dataText(`docs/rules/${rule}.md`).replace(/^# .*\n+/, '');
  } catch {
    return undefined;
  }
}

/** What a reader beside a finding needs of a page: its examples stay on the page, its links lead there. */
function briefly(page: string): string {
  return page
    .replace(/(?:^[^\n]+:\n\n)?^(`{3,})[^]*?^\1\n+/gm, '')
    .split(/^(?=## )/m)
    .filter((part) => !/^## (?:Wrong|Right)\b/.test(part))
    .join('')
    .replace(/\]\((?!https?:|#)/g, `](${RULE_PAGES}/`)
    .trim();
}

/** A run whose rules carry their help, for formats that show it. Rules of plugins stay as they are. */
export function withHelp(run: Run): Run {
  return {
    ...run,
    rules: run.rules.map((rule) => {
      const page = rule.page === null ? undefined : pageText(rule.name);
      return page === undefined
        ? rule
        : { name: rule.name, summary: rule.summary, severity: rule.severity, help: briefly(page) };
    }),
  };
}
