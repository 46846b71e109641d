import { spdxOf } from '../../license/names/identity-label.ts';
import type { Confidence } from '../../model/confidence.ts';
import { jsonText } from '../../text/outgoing.ts';
import type { Edit, Place } from '../../model/place.ts';
import { findingViews, whyLine, type FindingView } from '../finding-view.ts';
import { lineIndexes, type Span } from '../line-index.ts';
import { recordedViews, suppressedViews, type SuppressedView } from '../suppressed.ts';
import { shownPath, type Formatter, type Report, type Run } from '../report.ts';
import { sarifRules } from './sarif-rules.ts';
import { isAbsolute, uriOf } from '../uri.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;
/** SARIF ranks from 0 to 100; what a person is to look at first has the surest ground. */
const RANK: Readonly<Record<Confidence, number>> = { certain: 100, likely: 60, possible: 30 };

/** SARIF 2.1.0 (OASIS, 2020-03-27): one log with one run, valid also with zero results. */
export const sarif: Formatter = (run) => `${jsonText(logOf(run), 2)}\n`;

function logOf(run: Run) {
  const accounts = run.reports.map((report) => ({
    report,
    accounts: findingViews(report),
    off: suppressedViews(report),
  }));
  const someOff = accounts.some(({ off }) => off.length > 0);
  const rules = sarifRules(run);
  const numbers = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'licet',
            version: run.version,
            ...(run.docs === undefined ? {} : { informationUri: run.docs }),
            rules,
            properties: { data: run.data, ...(run.models === undefined ? {} : { models: run.models }) },
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which licet ran.' } } },
        invocations: [{ executionSuccessful: true }],
        results: accounts.flatMap(({ report, accounts: all, off }) => {
          const frame = lineIndexes(report.sources);
          const result = (account: FindingView) =>
            resultOf(account, report, frame, numbers.get(account.finding.rule) ?? -1);
          // Where one result says whether it is suppressed, each one does (3.27.23).
          return [
            ...all.map((account) => (someOff ? { ...result(account), suppressions: [] } : result(account))),
            ...off.map((view) => ({ ...result(view), suppressions: [suppressionOf(view, report, frame)] })),
          ];
        }),
        properties: {
          repositories: run.reports.map((report) => ({
            path: report.root === '' ? '.' : report.root,
            name: report.name,
            license: report.declared ? spdxOf(report.declared.identity) : null,
            ...recordedIn(report),
          })),
        },
      },
    ],
  };
}

function resultOf(
  account: FindingView,
  report: Report,
  frame: (place: Place) => Span | undefined,
  ruleIndex: number,
) {
  const { finding, file, span, key } = account;
  const fix =
    finding.fix && finding.fix.edits.length > 0
      ? fixOf(finding.fix.title, finding.fix.edits, report, frame)
      : undefined;
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVEL[finding.severity],
    rank: RANK[finding.confidence],
    message: { text: messageText(messageOf(account)) },
    locations: [
      {
        // GitHub takes no result without a line: a key in a header stands at the first one, and is named
        // beside it.
        physicalLocation: {
          artifactLocation: artifact(file),
          region: span ? regionOf(span) : { startLine: 1 },
        },
        ...(key === undefined ? {} : { logicalLocations: [{ name: key, kind: 'member' }] }),
      },
    ],
    // A name of our own: GitHub's uploader fills in `primaryLocationLineHash` itself, and warns at every
    // value that is not its own.
    partialFingerprints: { 'licetFinding/v1': finding.fingerprint },
    ...(fix ? { fixes: [fix] } : {}),
    properties: {
      confidence: finding.confidence,
      upstream: finding.obligation?.ancestor.model ?? null,
      ...(account.todo ? { [account.todo.word]: account.todo.title } : {}),
    },
  };
}

/** Who turned a result off (3.35): a comment in the source, or the config or baseline outside of it. */
function suppressionOf(
  { suppression, by }: SuppressedView,
  report: Report,
  frame: (place: Place) => Span | undefined,
) {
  const { reason, reviewer, date, until, at } = suppression;
  const span = at && frame(at);
  return {
    kind: suppression.by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: reason }),
    location: {
      physicalLocation: {
        artifactLocation: artifact(at ? shownPath(report.root, at.file) : by),
        ...(span ? { region: regionOf(span) } : {}),
      },
    },
    properties: {
      by: suppression.by,
      ...(reviewer === undefined ? {} : { reviewer }),
      ...(date === undefined ? {} : { date }),
      ...(until === undefined ? {} : { until }),
    },
  };
}

/** The facts that a team recorded, of a repository that rests on some. */
function recordedIn(report: Report) {
  const recorded = recordedViews(report).map(({ model, license, reason, reviewer, date }) => ({
    model,
    license,
    reason,
    reviewer: reviewer ?? null,
    date,
  }));
  return recorded.length === 0 ? {} : { recorded };
}

/**
 * The first sentence stands for the whole where room is short (SARIF 3.11.2), so it is the finding's line.
 */
function messageOf({ finding, from, whys, todo }: FindingView): string {
  const lines = [`${finding.message}.`];
  if (from !== undefined) lines.push(`From: ${from}.`);
  for (const why of whys) lines.push(`Why: ${whyLine(why)}.`);
  if (todo) lines.push(`${todo.word === 'fix' ? 'Fix' : 'Hint'}: ${todo.title}.`);
  return lines.join('\n');
}

/**
 * Braces are placeholders and `[…](…)` a link in a message (3.11.5, 3.11.6): what the repository wrote is
 * neither.
 */
function messageText(text: string): string {
  return text
    .replace(/[{}]/g, '$&$&')
    .replace(/\[(?=[^[\]]*\]\()/g, '\\[')
    .replace(/\](?=\()/g, '\\]');
}

function artifact(file: string) {
  const uri = uriOf(file);
  return isAbsolute(uri) ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: Span) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(
  title: string,
  edits: readonly Edit[],
  report: Report,
  frame: (place: Place) => Span | undefined,
) {
  const changes = new Map<
    string,
    { deletedRegion: ReturnType<typeof regionOf>; insertedContent: { text: string } }[]
  >();
  for (const edit of edits) {
    const span = frame(edit);
    // A file that is yet to be written begins where an empty one would.
    const region = span ? regionOf(span) : { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    changes.set(edit.file, [
      ...(changes.get(edit.file) ?? []),
      { deletedRegion: region, insertedContent: { text: edit.text } },
    ]);
  }
  return {
    description: { text: messageText(title) },
    artifactChanges: [...changes].map(([file, replacements]) => ({
      artifactLocation: artifact(shownPath(report.root, file)),
      replacements,
    })),
  };
}
