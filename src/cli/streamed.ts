import type { Verdict } from '../core/evaluate/fail-on.ts';
import { streamFormats } from '../core/report/formats.ts';
import {
  errorsOnly,
  type OutputStyle,
  type Report,
  type ReportStream,
  type RunHead,
  type StreamFormatter,
} from '../core/report/report.ts';
import { Counting } from '../core/report/totals.ts';
import { outgoing, type Keeps } from '../core/text/outgoing.ts';
import type { Host, Outcome } from '../app/host.ts';
import type { Linted } from '../app/run-lint.ts';

/** How a report leaves as it is made. */
export interface StreamSettings {
  readonly format: string;
  readonly style: OutputStyle;
  readonly keeps: Keeps;
  readonly verdict: Verdict;
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
    const stream = this.#formatter(run, this.#settings.style);
    this.#stream = stream;
    return (report: Report) => this.#add(report, stream);
  };

  get began(): boolean {
    return this.#stream !== undefined;
  }

  async #add(report: Report, stream: ReportStream): Promise<void> {
    const { style, keeps, verdict } = this.#settings;
    this.#counting.add(report);
    verdict.add(report.findings);
    await this.#print(outgoing(stream.add(style.quiet === true ? errorsOnly(report) : report), keeps));
  }

  /** What is left to print, and the exit status. */
  end({ failures, notes }: Pick<Linted, 'failures' | 'notes'>, message: (text: string) => string): Outcome {
    const { verdict, keeps } = this.#settings;
    const { fails, why } = verdict;
    return {
      stdout: this.#stream?.end() ?? '',
      keeps,
      stderr: failures.join('') + notes.join('') + (why === undefined ? '' : message(why)),
      code: failures.length > 0 ? 2 : fails ? 1 : 0,
      totals: this.#counting.totals,
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
