import type { RuleName } from '../config/rule-names.ts';
import type { Facts } from '../evaluate/facts/facts.ts';
import type { Material } from '../evaluate/facts/material.ts';
import type { Finding, Problem, Severity, SuppressedFinding } from '../model/finding.ts';
import type { Identity } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Source } from '../model/source.ts';

/** One repository's outcome. */
export interface Report {
  /** The path shown before file names; empty for the current folder. */
  readonly root: string;
  readonly name: string;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  /** Findings that a comment, the config or the baseline turns off. */
  readonly suppressed?: readonly SuppressedFinding[];
  readonly declared: { readonly raw: string; readonly identity: Identity } | undefined;
  readonly ancestors: readonly Ancestor[];
  /** How many further upstreams are named that were not followed. */
  readonly notFollowed?: number;
  /** What was read and resolved, where the run was asked to keep it, and all that rules find in it. */
  readonly read?: {
    readonly facts: Facts;
    readonly material: Material;
    /** The findings of every rule at its own level, before comments, config and limits. */
    readonly found: readonly Finding[];
  };
}

/** A report of a run that kept what it read (`keepFacts`). */
export type ReadReport = Report & Required<Pick<Report, 'read'>>;

/** Problems with a report as a whole, and the files that they lie in beyond its sources. */
export interface Afterthought {
  readonly problems: readonly (Problem & { readonly rule: string })[];
  readonly sources: readonly Source[];
}

/** A report that shows its errors alone. */
export function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
}

/** What a report may say of a rule beyond its findings. */
export interface RuleFacts extends RuleName {
  readonly summary: string;
  readonly severity: Severity;
  /** The rule's page in Markdown, where it is at hand. */
  readonly help?: string;
  /** The address of a plugin's rule; null where it has none. licet's own rules have theirs under `docs`. */
  readonly page?: string | null;
}

/** A run but for what it found. */
export interface RunHead {
  readonly version: string;
  /** Date of the newest fact in the data. */
  readonly data: string;
  /** Date of the newest row of the models in use: those that licet ships, or of `licet update`. */
  readonly models?: string;
  /** Every rule that was asked. */
  readonly rules: readonly RuleFacts[];
  /**
   * The address under which each rule has a page (`<docs>/<rule>.md`); reports carry no links where absent.
   */
  readonly docs?: string;
  /** It was made after `--fix`: what it holds is left. */
  readonly fixed?: boolean;
  /** Where upstreams were looked up that nothing at hand knows: nowhere, on the Hub, or in the lock alone. */
  readonly lookup?: 'offline' | 'online' | 'lock';
}

/** A whole run. */
export interface Run extends RunHead {
  readonly reports: readonly Report[];
}

/** How a formatter may dress its text. */
export interface OutputStyle {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /**
   * A terminal shows it: what is longer than its width would break within a word. Elsewhere a line stays one,
   * for grep and logs.
   */
  readonly terminal?: boolean;
  /** Only errors are shown, so that nothing found is nothing said. */
  readonly quiet?: boolean;
}

/** A run in, a document out. Formatters do not print. */
export type Formatter = (run: Run, dress: OutputStyle) => string;

/** A document that leaves as reports are made, so that none of them has to be kept. */
export interface ReportStream {
  /** What one more report adds to the document. */
  readonly add: (report: Report) => string;
  /** What ends it; asked once, after the last report. */
  readonly end: () => string;
}

/** A format that can be written report by report. */
export type StreamFormatter = (run: RunHead, dress: OutputStyle) => ReportStream;

/** The whole document of such a format. */
export function whole(stream: StreamFormatter): Formatter {
  return (run, dress) => {
    const { add, end } = stream(run, dress);
    return run.reports.map(add).join('') + end();
  };
}

/** A file as reports name it: the repository's path before it. */
export function shownPath(root: string, file: string): string {
  return root === '' || root === '.' ? file : `${root.replace(/\/$/, '')}/${file}`;
}

/** The address of a rule's page, where the run knows one. */
export function pageOf(run: Run, rule: string): string | undefined {
  const page = run.rules.find(({ name }) => name === rule)?.page;
  if (page !== undefined) return page ?? undefined;
  return run.docs === undefined ? undefined : `${run.docs.replace(/\/$/, '')}/${rule}.md`;
}

/** `1 error`, `2 errors`. */
export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
