import { applyFixes } from './evaluate/apply-fixes.ts';
import type { Finding } from './model/finding.ts';
import type { Repo } from './model/repo.ts';
import { overlaid } from './read/overlay.ts';
import type { Report, Run } from './report/report.ts';
import { shownPath } from './report/report.ts';
import { message } from './report/wrap.ts';
import { runLint, type Request } from './run-lint.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { World } from './world.ts';
import { marked, writeFile } from './write-file.ts';

export interface FixOptions {
  /** Write nothing; give the diff. */
  readonly dry: boolean;
  /** Only fixes of these rules; of all where nothing is said. */
  readonly types?: readonly string[] | undefined;
  /** Rules whose suggestions are carried out too: each was named by a person, who answers for it. */
  readonly unsafe: readonly string[];
}

export interface Mended {
  readonly run: Run;
  readonly failures: readonly string[];
  /** What would be written, as a unified diff, for a dry run. */
  readonly diff: string;
  readonly notes: string;
}

type Linted = Awaited<ReturnType<typeof runLint>>;

/** A fix may uncover another; more rounds than this mean that two fight. */
const PASSES = 10;

/** Mends what can be mended, then lints anew, until nothing changes. A second run changes nothing; a dry run writes nothing and tells the same. `first` is a run of what lies there now, where one was done already. */
export async function fixAll(request: Request, world: World, options: FixOptions, first?: Linted): Promise<Mended> {
  const draft = new Draft();
  const see = options.dry ? (repo: Repo) => draft.over(repo) : undefined;
  let done = first ?? (await runLint(request, world, see));
  const changed = new Set<string>();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const plans = done.run.reports.flatMap((report) => planOf(report, done.repos.find((repo) => repo.root === report.root)?.folder, options));
    const notes = plans.flatMap((plan) => {
      const refused = options.dry ? draft.put(plan) : write(plan);
      if (refused === undefined) changed.add(keyOf(plan));
      return refused ?? [];
    });
    if (plans.length === 0 || notes.length === plans.length) return { ...done, diff: draft.diff(), notes: notes.join('') + changedNote(options.dry ? 0 : changed.size) + leftToPeople(done.run, options) };
    done = await runLint(request, world, see);
  }
  return { ...done, diff: draft.diff(), notes: changedNote(options.dry ? 0 : changed.size) };
}

const changedNote = (changed: number) => (changed === 0 ? '' : message(`${changed} file${changed === 1 ? '' : 's'} changed`));

const keyOf = ({ folder, file }: Plan) => `${folder}\0${file}`;

/** What a dry run would have written. */
class Draft {
  readonly #texts = new Map<string, Map<string, string>>();
  readonly #plans = new Map<string, Plan>();

  put(plan: Plan): undefined {
    const { folder, file } = plan;
    const texts = this.#texts.get(folder) ?? new Map<string, string>();
    this.#texts.set(folder, texts.set(file, marked(plan.after, plan.bom)));
    this.#plans.set(keyOf(plan), { ...plan, before: (this.#plans.get(keyOf(plan)) ?? plan).before });
  }

  over(repo: Repo): Repo {
    return overlaid(repo, this.#texts.get(repo.folder ?? '') ?? new Map<string, string>());
  }

  diff(): string {
    return [...this.#plans.values()].map(({ shown, before, after, bom }) => unifiedDiff(shown, before === undefined ? undefined : marked(before, bom), marked(after, bom))).join('');
  }
}

/** Says of each rule that was named, and whose findings stay, that what it suggests is no change of text. */
function leftToPeople(run: Run, { types, unsafe }: FixOptions): string {
  const left = (name: string) => run.reports.some((report) => report.findings.some((finding) => finding.rule === name && (finding.fix?.edits.length ?? 0) === 0));
  return [...new Set(unsafe)].flatMap((name) => (left(name) && (!types || types.includes(name)) ? [message(`what "${name}" suggests here is for a person to do`)] : [])).join('');
}

interface Plan {
  readonly folder: string;
  readonly file: string;
  readonly shown: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly bom: boolean;
}

/** What would be written into one repository. Texts that were cut or were no UTF-8 are never touched: their offsets are not the file's. */
function planOf(report: Report, folder: string | undefined, { types, unsafe }: FixOptions): Plan[] {
  if (folder === undefined) return [];
  const texts = new Map(report.sources.flatMap((source) => (source.kind === 'text' && !source.problem ? [[source.file, source.text] as const] : [])));
  const closed = new Set(report.sources.flatMap((source) => (texts.has(source.file) ? [] : [source.file])));
  const wanted = report.findings.flatMap((finding): Finding[] => {
    if (types && !types.includes(finding.rule)) return [];
    if (!finding.fix || finding.fix.edits.some((edit) => closed.has(edit.file))) return [];
    return [unsafe.includes(finding.rule) ? { ...finding, fix: { ...finding.fix, safe: true } } : finding];
  });
  const { files } = applyFixes(texts, wanted);
  return [...files].flatMap(([file, after]) => {
    const before = texts.get(file);
    const bom = report.sources.some((source) => source.kind === 'text' && source.file === file && source.bom);
    return before === after ? [] : [{ folder, file, shown: shownPath(report.root, file), before, after, bom }];
  });
}

function write({ folder, file, shown, before, after, bom }: Plan): string | undefined {
  return writeFile({ folder, file, shown, text: marked(after, bom), replaces: before !== undefined });
}
