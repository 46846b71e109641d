import { findingViews, ruleOf, whereOf, whyLine, type FindingView } from '../finding-view.ts';
import type { Formatter, Report } from '../report.ts';
import { suppressedViews, type SuppressedView } from '../suppressed.ts';
import { printable } from '../terminal/wrap.ts';
import { escapeXml } from './xml.ts';

/**
 * JUnit's XML as Jenkins and GitLab read it: one suite per repository, one case per finding. Only errors
 * fail, so that the tests agree with the exit code; warnings and notes are shown as skipped. A repository
 * without findings is one passed case.
 */
export const junit: Formatter = (run) => {
  const suites = run.reports.map(suite);
  const sum = (of: (one: Suite) => number) => suites.reduce((total, one) => total + of(one), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="licet" tests="${sum((one) => one.tests)}" ` +
      `failures="${sum((one) => one.failures)}" errors="0">`,
    ...suites.flatMap((one) => one.lines),
    '</testsuites>\n',
  ].join('\n');
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

const text = (value: string) => escapeXml(printable(value));

function suite(report: Report): Suite {
  const path = report.root === '' ? '.' : report.root;
  const accounts = findingViews(report);
  const failures = accounts.filter(({ finding }) => finding.severity === 'error').length;
  const off = suppressedViews(report);
  const tests = Math.max(accounts.length, 1) + off.length;
  const cases = [
    ...(accounts.length === 0
      ? [`    <testcase name="no findings" classname="${text(path)}"/>`]
      : accounts.flatMap(testcase)),
    ...off.flatMap(suppressedCase),
  ];
  return {
    tests,
    failures,
    lines: [
      `  <testsuite name="${text(path)}" tests="${tests}" failures="${failures}" errors="0" ` +
        `skipped="${accounts.length - failures + off.length}">`,
      ...cases,
      '  </testsuite>',
    ],
  };
}

/**
 * The line stands in the text: Jenkins's schema (junit-10.xsd) knows no attribute for it, and turns away what
 * it does not know.
 */
function testcase(account: FindingView): string[] {
  const { finding, file } = account;
  const outcome = finding.severity === 'error' ? 'failure' : 'skipped';
  return [
    `    <testcase name="${text(`${finding.rule}: ${finding.message}`)}" classname="${text(file)}">`,
    `      <${outcome} type="${finding.severity}" ` +
      `message="${text(finding.message)}">${detail(account)}</${outcome}>`,
    '    </testcase>',
  ];
}

/** What was turned off is a skipped case that says by whom. */
function suppressedCase(view: SuppressedView): string[] {
  const { finding, file, by, ground } = view;
  const why = `suppressed by ${by}: ${ground}`;
  return [
    `    <testcase name="${text(`${finding.rule}: ${finding.message}`)}" classname="${text(file)}">`,
    `      <skipped type="suppressed" message="${text(why)}">${detail(view)}</skipped>`,
    '    </testcase>',
  ];
}

function detail(account: FindingView): string {
  const { finding, file, from, whys, todo } = account;
  const head = `${file}:${whereOf(account)} ${finding.message} ${ruleOf(finding)}`;
  const rest = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...whys.map((why) => `why ${whyLine(why)}`),
    ...(todo ? [`${todo.word} ${todo.title}`] : []),
  ];
  return [head, ...rest].map(text).join('\n');
}
