import { failing, whyFailing, type FailOn } from '../core/evaluate/fail-on.ts';
import type { Finding } from '../core/model/finding.ts';
import { streamFormats } from '../core/report/formats.ts';
import type { OutputStyle, Report, ReportStream, RunHead, StreamFormatter } from '../core/report/report.ts';
import { Counting } from '../core/report/totals.ts';
import { outgoing, type Keeps } from '../core/text/outgoing.ts';
import type { Host, Outcome } from '../app/host.ts';
import type { Linted } from '../app/run-lint.ts';

/** How a report leaves as it is made. */
export interface StreamSettings {
  readonly format: string;
  readonly style: OutputStyle;
  readonly keeps: Keeps;
  readonly quiet: boolean;
  readonly failOn: FailOn;
  readonly maxWarnings: number | undefined;
}

/**
 * A report that is printed while repositories are linted: of each only what the last lines and the exit
 * status need is kept. Prints what would be printed of the whole run, byte for byte.
 */
export class StreamedReport {
  readonly #settings: StreamSettings;
  readonly #formatter: StreamFormatter;
  readonly #print: NonNullable<Host['print']>;
  readonly #counting = new Counting();
  /** What makes the run fail: a run tells a bounded number of findings. */
  readonly #bad: Pick<Finding, 'rule' | 'severity' | 'standsFor'>[] = [];
  #stream: ReportStream | undefined;

  constructor(settings: StreamSettings, formatter: StreamFormatter, print: NonNullable<Host['print']>) {
    this.#settings = settings;
    this.#formatter = formatter;
    this.#print = print;
  }

  /** Takes the reports of a run, in order; nothing was taken where this was not asked. */
  readonly take = (run: RunHead, formats: Linted['formats']) => {
    // A plugin's formatter goes before licet's own, and wants the whole run.
    if (Object.hasOwn(formats, this.#settings.format)) return undefined;
    this.#stream = this.#formatter(run, this.#settings.style);
    return (report: Report) => this.#add(report);
  };

  get began(): boolean {
    return this.#stream !== undefined;
  }

  async #add(report: Report): Promise<void> {
    const { failOn, quiet, keeps } = this.#settings;
    this.#counting.add(report);
    for (const { rule, severity, standsFor } of failing(report.findings, failOn))
      this.#bad.push({ rule, severity, ...(standsFor === undefined ? {} : { standsFor }) });
    const shown = quiet
      ? { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') }
      : report;
    await this.#print(outgoing(this.#stream?.add(shown) ?? '', keeps));
  }

  /** What is left to print, and the exit status. */
  end({ failures, notes }: Pick<Linted, 'failures' | 'notes'>, message: (text: string) => string): Outcome {
    const { failOn, maxWarnings, keeps } = this.#settings;
    const { totals } = this.#counting;
    const bad = whyFailing(this.#bad, `--fail-on ${failOn}`);
    const many = maxWarnings !== undefined && totals.warnings > maxWarnings && failOn !== 'never';
    const why =
      bad ??
      (this.#bad.length === 0 && many
        ? `Too many warnings (${totals.warnings}, at most ${maxWarnings})`
        : undefined);
    return {
      stdout: this.#stream?.end() ?? '',
      keeps,
      stderr: failures.join('') + notes.join('') + (why === undefined ? '' : message(why)),
      code: failures.length > 0 ? 2 : this.#bad.length > 0 || many ? 1 : 0,
      totals,
    };
  }
}

/** A report that leaves as it is made; undefined where the format or the host has no such thing. */
export async function streamedReport(
  settings: StreamSettings,
  { print }: Host,
): Promise<StreamedReport | undefined> {
  const load = Object.hasOwn(streamFormats, settings.format) ? streamFormats[settings.format] : undefined;
  if (load === undefined || print === undefined) return undefined;
  return new StreamedReport(settings, await load(), print);
}
