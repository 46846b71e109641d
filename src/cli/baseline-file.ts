import { resolve } from 'node:path';
import {
  BASELINE_FILE,
  NO_BASELINE,
  baselineOf,
  held,
  isOldForm,
  overdue,
  pruned,
  readBaseline,
  unmatched,
  type Baseline,
} from '../core/evaluate/baseline.ts';
import { jsonText } from '../core/text/outgoing.ts';
import { UsageError } from '../core/read/read-error.ts';
import { message } from '../core/report/terminal/wrap.ts';
import type { Run } from '../core/report/report.ts';
import { Folders } from '../node/config/find-config.ts';
import { isNamed, readPlain, rootOf } from '../node/fs/plain-file.ts';
import type { Frozen } from '../app/frozen-config.ts';
import type { Host } from '../app/host.ts';
import { shownFrom } from '../app/upstream-sources.ts';
import { save } from './output-file.ts';

export interface BaselineFlags {
  readonly baseline?: string | undefined;
  readonly 'suppress-all'?: boolean | undefined;
  readonly 'prune-suppressions'?: boolean | undefined;
  readonly 'frozen-config'?: string | undefined;
  readonly frozen?: Frozen | undefined;
}

export interface Baselined {
  readonly run: Run;
  readonly note: string;
  /** A line for a baseline that could not be written. */
  readonly unwritten: readonly string[];
}

/** Whether a baseline is asked for, or lies where one is looked for. */
export function hasBaseline(flags: BaselineFlags, { cwd }: Host): boolean {
  if (flags.baseline !== undefined || flags['suppress-all'] || flags['prune-suppressions']) return true;
  return flags.frozen ? flags.frozen.baseline !== undefined : isNamed(resolve(cwd, BASELINE_FILE));
}

/**
 * Takes off what the baseline knows; writes it where that was asked, and says where it knows more than is
 * there.
 */
export async function withBaseline(run: Run, flags: BaselineFlags, host: Host): Promise<Baselined> {
  const file =
    flags.baseline ??
    (flags.frozen ? flags.frozen.baseline && shownFrom(host.cwd, flags.frozen.baseline) : BASELINE_FILE);
  if (file === undefined) return { run, note: '', unwritten: [] };
  const write = (baseline: Baseline) => save(host, file, `${jsonText(baseline, 2)}\n`);
  const read = readFile(host.cwd, file, flags);
  const { today } = host;
  let { known } = read;
  let unwritten: readonly string[] = [];
  if (flags['suppress-all']) unwritten = await write((known = baselineOf(run.reports, known, today)));
  else if (flags['prune-suppressions']) unwritten = await write((known = pruned(known, run.reports)));
  if (known === NO_BASELINE) return { run, note: read.note, unwritten };
  const reports = run.reports.map((report) => {
    const { open, suppressed } = held(known, report.root, report.findings, { today, file });
    return { ...report, findings: open, suppressed: [...(report.suppressed ?? []), ...suppressed] };
  });
  return { run: { ...run, reports }, note: read.note + notesOn(known, run, file, today), unwritten };
}

/** What whoever keeps a baseline should know of it. */
function notesOn(known: Baseline, { reports }: Run, file: string, today: string): string {
  const gone = unmatched(known, reports);
  const over = overdue(
    known,
    reports.map(({ root }) => root),
    today,
  );
  const one = (count: number) => `${count} of the findings in "${file}" ${count === 1 ? 'is' : 'are'}`;
  return [
    gone === 0 ? '' : message(`${one(gone)} no longer there`, 'Take them out with `--prune-suppressions`'),
    over === 0
      ? ''
      : message(
          `${one(over)} past the day in "until", so they count again`,
          'Settle them, or set a later day',
        ),
    isOldForm(known)
      ? message(
          `Baseline "${file}" has an old form, which nobody can read`,
          'Write it with rules and messages by `--prune-suppressions`',
        )
      : '',
  ].join('');
}

/** Bytes: hundreds of thousands of findings. */
const LARGEST_BASELINE = 64 * 1024 * 1024;

/**
 * The baseline that is named, or the one in the current folder, which is read through no link out of the
 * repository: it takes findings off, so without it all are told.
 */
function readFile(
  cwd: string,
  file: string,
  flags: BaselineFlags,
): { readonly known: Baseline; readonly note: string } {
  const named = flags.baseline !== undefined || flags.frozen !== undefined;
  const read = readPlain(
    resolve(cwd, file),
    LARGEST_BASELINE,
    !named ? { roots: [rootOf(new Folders().rootOf(cwd, cwd))] } : {},
  );
  if (read.is === 'unread') {
    const missing = read.why === 'absent';
    if (flags['suppress-all']) return { known: NO_BASELINE, note: '' };
    // What was not read is not to be written anew without its findings.
    if (named || (flags['prune-suppressions'] && !missing))
      throw new UsageError(
        `Baseline "${file}" ${read.says}`,
        missing ? 'Write it with `--suppress-all`' : undefined,
      );
    return {
      known: NO_BASELINE,
      note: missing ? '' : message(`Baseline "${file}" ${read.says}; it was not read`),
    };
  }
  const known = readBaseline(read.bytes.toString('utf8'));
  if ('trouble' in known)
    throw new UsageError(
      `Baseline "${file}" ${known.trouble}`,
      'Correct it, or remove the file and write it anew with `--suppress-all`',
    );
  return { known, note: '' };
}
