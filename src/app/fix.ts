import { join } from 'node:path';
import { applyFixes, isSafe } from '../core/evaluate/fixes/apply-fixes.ts';
import { placeOf } from '../core/evaluate/evaluate.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Repo } from '../core/model/repo.ts';
import type { Report, Run } from '../core/report/report.ts';
import { shownPath } from '../core/report/report.ts';
import { message } from '../core/report/terminal/wrap.ts';
import type { Request } from './open-run.ts';
import { runLint } from './run-lint.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { Host } from './host.ts';
import type { Drafts } from './threads/lint-elsewhere.ts';
import { marked, writeFile } from '../node/fs/write-file.ts';

export interface FixOptions {
  /** Write nothing; give the diff. */
  readonly dry: boolean;
  /** Only fixes of these rules; of all where nothing is said. */
  readonly types?: readonly string[] | undefined;
  /** Rules whose suggestions are carried out too: each was named by a person, who answers for it. */
  readonly unsafe: readonly string[];
  /** Shows a repository of the disk otherwise than it lies there, as an editor has it open. */
  readonly seen?: ((repo: Repo) => Repo) | undefined;
}

/** A file that a fix changes, by its path on the disk; undefined before where it is new. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
}

export interface FixedRun {
  readonly run: Run;
  readonly failures: readonly string[];
  /** What would be written, as a unified diff, for a dry run. */
  readonly diff: string;
  /** What is written, or would be. */
  readonly changed: readonly ChangedFile[];
  readonly notes: string;
}

type Linted = Awaited<ReturnType<typeof runLint>>;

/** A fix may uncover another, each once; a run that has not come to rest after this many rounds is ended. */
const PASSES = 40;
/**
 * A rule that wants to change a file again as often as before, for the second time, does not come to rest.
 */
const STRIKES = 2;

/**
 * Mends what can be mended, then lints anew, until nothing changes. A second run changes nothing; a dry run
 * writes nothing and tells the same. `first` is a run of what lies there now, where one was done already.
 */
export async function fixAll(
  request: Request,
  host: Host,
  options: FixOptions,
  first?: Linted,
): Promise<FixedRun> {
  const start = first ?? (await runLint(request, host, { seen: options.seen }));
  const unrest = new Map<string, string>();
  for (;;) {
    const { done, draft, restless, refused } = await attempt(request, host, options, start, unrest);
    if (restless !== undefined && !unrest.has(restless.key)) {
      unrest.set(
        restless.key,
        message(
          `the fix of "${restless.rule}" in "${restless.shown}" was taken back: it does not come to rest`,
        ),
      );
      continue;
    }
    const notes = [...unrest.values(), ...refused].join('');
    const { changed: texts } = draft;
    if (options.dry)
      return { ...done, diff: draft.diff(), changed: texts, notes: notes + leftToPeople(done.run, options) };
    const { changed, failures } = draft.write(host.cwd);
    // What could not be written is not mended.
    const now = failures.length > 0 ? await runLint(request, host) : done;
    return {
      ...now,
      failures: [...now.failures, ...failures],
      diff: '',
      changed: texts,
      notes:
        notes +
        changedNote(changed, notes === '' && options.unsafe.length === 0 ? now.run : undefined) +
        leftToPeople(now.run, options),
    };
  }
}

interface Attempt {
  readonly done: Linted;
  readonly draft: Draft;
  /** The rule that wants to change a file again and again. */
  readonly restless: Counted | undefined;
  readonly refused: ReadonlySet<string>;
}

/**
 * Rounds of fixes over a draft, without those of `unrest`, until nothing changes or one does not come to
 * rest.
 */
async function attempt(
  request: Request,
  host: Host,
  options: FixOptions,
  start: Linted,
  unrest: ReadonlyMap<string, string>,
): Promise<Attempt> {
  const draft = new Draft();
  const least = new Map<string, { readonly count: number; readonly strikes: number }>();
  let done = start;
  let refused = new Set<string>();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const planned = done.run.reports.map((report) =>
      planOf(report, done.repos.find((repo) => repo.root === report.root)?.folder, options, unrest),
    );
    refused = new Set(planned.flatMap((one) => one.refused));
    for (const one of planned.flatMap(({ counted }) => counted)) {
      const before = least.get(one.key);
      const strikes = before === undefined || one.count < before.count ? 0 : before.strikes + 1;
      if (strikes >= STRIKES) return { done, draft, restless: one, refused };
      least.set(one.key, { count: Math.min(one.count, before?.count ?? one.count), strikes });
    }
    const plans = planned.flatMap((one) => one.plans);
    if (plans.length === 0) break;
    for (const plan of plans) draft.put(plan);
    done = await runLint(request, host, { seen: options.seen, drafts: draft.texts });
  }
  return { done, draft, restless: undefined, refused };
}

/** What was written; `silent` is a run of which nothing else says why nothing was. */
function changedNote(changed: number, silent: Run | undefined): string {
  if (changed > 0) return message(`${changed} file${changed === 1 ? '' : 's'} changed`);
  const left = silent?.reports.some(({ findings }) => findings.some(({ severity }) => severity !== 'info'));
  return left === true ? message('No file changed: what is left has no safe fix') : '';
}

const keyOf = ({ folder, file }: Plan) => `${folder}\0${file}`;

/** What is to be written, round by round. */
class Draft {
  readonly #texts = new Map<string, Map<string, string>>();
  readonly #plans = new Map<string, Plan>();

  put(plan: Plan): void {
    const { folder, file } = plan;
    const texts = this.#texts.get(folder) ?? new Map<string, string>();
    this.#texts.set(folder, texts.set(file, marked(plan.after, plan.bom)));
    this.#plans.set(keyOf(plan), { ...plan, before: (this.#plans.get(keyOf(plan)) ?? plan).before });
  }

  /** What the files of each folder would hold. */
  get texts(): Drafts {
    return this.#texts;
  }

  get changed(): readonly ChangedFile[] {
    return [...this.#plans.values()]
      .filter(({ before, after }) => before !== after)
      .map(({ folder, file, before, after }) => ({ file: join(folder, file), before, after }));
  }

  /** Writes all of it; says of each file that could not be written why. */
  write(cwd: string): { readonly changed: number; readonly failures: readonly string[] } {
    const changes = [...this.#plans.values()].filter(({ before, after }) => before !== after);
    const failures = changes.flatMap((plan) => write(plan, cwd) ?? []);
    return { changed: changes.length - failures.length, failures };
  }

  diff(): string {
    return [...this.#plans.values()]
      .map(({ shown, before, after, bom }) =>
        unifiedDiff(shown, before === undefined ? undefined : marked(before, bom), marked(after, bom)),
      )
      .join('');
  }
}

/** Says of each rule that was named, and whose findings stay, that what it suggests is no change of text. */
function leftToPeople(run: Run, { types, unsafe }: FixOptions): string {
  const left = (name: string) =>
    run.reports.some((report) =>
      report.findings.some((finding) => finding.rule === name && (finding.fix?.edits.length ?? 0) === 0),
    );
  return [...new Set(unsafe)]
    .flatMap((name) =>
      left(name) && (!types || types.includes(name))
        ? [message(`No automatic fix for "${name}" here`, 'Edit by hand')]
        : [],
    )
    .join('');
}

interface Plan {
  readonly folder: string;
  readonly file: string;
  readonly shown: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly bom: boolean;
}

/** How many fixes a rule wants to make in one file, some of which are made now. */
interface Counted {
  readonly key: string;
  readonly rule: string;
  readonly shown: string;
  readonly count: number;
}

interface Planned {
  readonly plans: readonly Plan[];
  readonly counted: readonly Counted[];
  /** A line for each fix that is left out because it would change more than it says. */
  readonly refused: readonly string[];
}

/**
 * What would be written into one repository. Texts that were cut or were no UTF-8 are never touched: their
 * offsets are not the file's.
 */
function planOf(
  report: Report,
  folder: string | undefined,
  { types, unsafe }: FixOptions,
  unrest: ReadonlyMap<string, string>,
): Planned {
  if (folder === undefined) return { plans: [], counted: [], refused: [] };
  const texts = new Map(
    report.sources.flatMap((source) =>
      source.kind === 'text' && !source.problem ? [[source.file, source.text] as const] : [],
    ),
  );
  const closed = new Set(report.sources.flatMap((source) => (texts.has(source.file) ? [] : [source.file])));
  const countedIn = ({ rule }: Finding, file: string): Counted => ({
    key: [folder, file, rule].join('\0'),
    rule,
    shown: shownPath(report.root, file),
    count: 1,
  });
  const asked = report.findings.flatMap((finding): Finding[] => {
    if (!finding.fix || (types && !types.includes(finding.rule))) return [];
    return [
      unsafe.includes(finding.rule) ? { ...finding, fix: { ...finding.fix, safe: true } } : finding,
    ].filter(isSafe);
  });
  const wanted = asked.filter(
    (finding) =>
      !finding.fix?.edits.some(({ file }) => closed.has(file) || unrest.has(countedIn(finding, file).key)),
  );
  const { files, fixes, refused } = applyFixes(texts, wanted);
  const plans = [...files].flatMap(([file, after]) => {
    const before = texts.get(file);
    const bom = report.sources.some((source) => source.kind === 'text' && source.file === file && source.bom);
    return before === after
      ? []
      : [{ folder, file, shown: shownPath(report.root, file), before, after, bom }];
  });
  const counted = new Map<string, Counted>();
  const made = new Set<string>();
  for (const finding of wanted)
    for (const file of new Set(finding.fix?.edits.map((edit) => edit.file))) {
      const one = countedIn(finding, file);
      counted.set(one.key, { ...one, count: one.count + (counted.get(one.key)?.count ?? 0) });
      if (finding.fix && fixes.includes(finding.fix)) made.add(one.key);
    }
  const left = [
    ...asked.flatMap((finding) =>
      finding.fix?.refused === undefined ? [] : [{ finding, why: finding.fix.refused }],
    ),
    ...refused,
  ];
  return {
    plans,
    counted: [...counted.values()].filter(({ key }) => made.has(key)),
    refused: left.map(({ finding, why }) =>
      message(
        `the fix of "${finding.rule}" in "${shownPath(report.root, placeOf(finding).file)}" was left ` +
          `out: ${why}`,
      ),
    ),
  };
}

function write({ folder, file, shown, before, after, bom }: Plan, cwd: string): string | undefined {
  const refused = writeFile({
    folder,
    file,
    cwd,
    shown,
    text: marked(after, bom),
    replaces: before !== undefined,
  });
  return refused === undefined ? undefined : message(refused);
}
