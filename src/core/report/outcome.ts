import type { Finding } from '../model/finding.ts';
import { counted, type Report, type RunHead } from './report.ts';
import { Counting, type Totals } from './totals.ts';

/** What a run comes to, in words: the line that ends a report, and what would settle what it lists. */
export interface Outcome {
  readonly is: 'clean' | 'warnings' | 'errors';
  readonly line: string;
  /** One line for each way to settle findings beside `--fix`, in Markdown; empty where there is none. */
  readonly ways: readonly string[];
}

/** Rules that are named of those whose findings a person settles; the rest are counted. */
const NAMED = 4;

type Way = 'fix' | 'unsafe' | 'written' | 'fetched' | 'hand';

/** What settles a finding by itself; `hand` where no command does. */
function ownWayOf({ fix }: Finding): Way {
  if (fix?.safe === true && fix.edits.length > 0) return 'fix';
  if (fix?.notice !== undefined) return fix.notice;
  return fix !== undefined && fix.edits.length > 0 ? 'unsafe' : 'hand';
}

/** What settles a finding, and the finding whose change it is. */
function wayOf(finding: Finding, all: readonly Finding[]): { readonly way: Way; readonly by: Finding } {
  const way = ownWayOf(finding);
  const by = way === 'hand' ? all.find((other) => settles(other, finding)) : undefined;
  return by === undefined ? { way, by: finding } : { way: ownWayOf(by), by };
}

/** Whether a change that one finding makes settles another too. */
const settles = (one: Finding, other: Finding): boolean =>
  other.fix?.settledBy?.some(
    (wanted) =>
      (wanted.end === 0 && wanted.file === one.fix?.begins) ||
      one.fix?.edits.some(
        (edit) =>
          edit.file === wanted.file &&
          edit.start === wanted.start &&
          edit.end === wanted.end &&
          (wanted.text === undefined || wanted.text === edit.text),
      ),
  ) ?? false;

/** Collects what a run comes to as its reports are made; keeps none of them. */
export class OutcomeSoFar {
  readonly #counting = new Counting();
  /** Whether each upstream is known, by its id in small letters. */
  readonly #models = new Map<string, boolean>();
  readonly #ways: Readonly<Record<Way, Settled>> = {
    fix: new Settled(),
    unsafe: new Settled(),
    written: new Settled(),
    fetched: new Settled(),
    hand: new Settled(),
  };

  add(report: Report): void {
    this.#counting.add(report);
    for (const { model, resolution } of report.ancestors)
      if (!(resolution.is === 'found' && resolution.from === 'name'))
        this.#models.set(model.toLowerCase(), resolution.is === 'found');
    for (const finding of report.findings) {
      const { way, by } = wayOf(finding, report.findings);
      // Nobody has to do by hand what is only a note.
      if (way !== 'hand' || finding.severity !== 'info') this.#ways[way].add(by);
    }
  }

  get totals(): Totals {
    return this.#counting.totals;
  }

  /** The same in every format that says it. */
  outcome(run: RunHead): Outcome {
    const { totals } = this;
    const problems = totals.errors + totals.warnings;
    const more = [
      ...(totals.infos > 0 ? [counted(totals.infos, 'note')] : []),
      ...(totals.suppressed > 0 ? [`${totals.suppressed} suppressed`] : []),
      ...(totals.fixable > 0 ? [`${totals.fixable} fixable with --fix`] : []),
    ]
      .map((one) => `, ${one}`)
      .join('');
    const ways = waysOf(this.#ways, run.fixed === true);
    if (problems === 0) return { is: 'clean', line: `${this.#readIn(run)}: no problems${more}`, ways };
    const left = run.fixed === true ? ' left' : '';
    const counts = `${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')}`;
    return {
      is: totals.errors > 0 ? 'errors' : 'warnings',
      line: `${counted(problems, 'problem')}${left} (${counts})${more}`,
      ways,
    };
  }

  /** What was looked at: `1 repository, 3 upstreams, data of 2026-11-26`. */
  #readIn({ data }: RunHead): string {
    const unknown = [...this.#models.values()].filter((found) => !found).length;
    const { repositories: count } = this.totals;
    const repositories = count === 1 ? '1 repository' : `${count} repositories`;
    const upstreams = counted(this.#models.size, 'upstream') + (unknown === 0 ? '' : ` (${unknown} unknown)`);
    return `${repositories}, ${upstreams}, data of ${data}`;
  }
}

/** Findings that are settled in one way: how many, and of which rules. */
class Settled {
  readonly #rules = new Set<string>();
  count = 0;

  add({ rule }: Finding): void {
    this.#rules.add(rule);
    this.count += 1;
  }

  get rules(): readonly string[] {
    return [...this.#rules].sort();
  }
}

function waysOf(by: Readonly<Record<Way, Settled>>, fixed: boolean): string[] {
  const [written, fetched] = [by.written.count, by.fetched.count];
  return [
    ...(by.unsafe.count === 0
      ? []
      : [
          `${by.unsafe.count} with \`licet --fix --fix-unsafe ${by.unsafe.rules.join(',')}\`: ` +
            (fixed ? 'a choice that is yours' : 'read the hints first'),
        ]),
    ...(fetched > 0
      ? [`${written + fetched} with \`licet notice --write --online\`, which fetches license texts`]
      : written > 0
        ? [`${written} with \`licet notice --write\``]
        : []),
    ...(by.hand.count === 0
      ? []
      : [`${by.hand.count} by hand, ${since(by.hand.count)}: ${namedRules(by.hand.rules)}`]),
  ];
}

const since = (count: number) => `since no edit settles ${count === 1 ? 'it' : 'them'}`;

function namedRules(rules: readonly string[]): string {
  const more = rules.length - NAMED;
  return rules.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${counted(more, 'more rule')}` : '');
}
