import type { Finding } from '../model/finding.ts';
import { counted, totalsOf, type Run } from './report.ts';

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

/** What settles a finding; `hand` where no command does. */
function wayOf({ fix }: Finding): Way {
  if (fix?.safe === true && fix.edits.length > 0) return 'fix';
  if (fix?.notice !== undefined) return fix.notice;
  return fix !== undefined && fix.edits.length > 0 ? 'unsafe' : 'hand';
}

/** What a run comes to; the same in every format that says it. */
export function outcomeOf(run: Run): Outcome {
  const totals = totalsOf(run);
  const problems = totals.errors + totals.warnings;
  const more = [
    ...(totals.infos > 0 ? [counted(totals.infos, 'note')] : []),
    ...(totals.suppressed > 0 ? [`${totals.suppressed} suppressed`] : []),
    ...(totals.fixable > 0 ? [`${totals.fixable} fixable with --fix`] : []),
  ]
    .map((one) => `, ${one}`)
    .join('');
  const ways = waysOf(run);
  if (problems === 0) return { is: 'clean', line: `${readIn(run)}: no problems${more}`, ways };
  const left = run.fixed === true ? ' left' : '';
  const counts = `${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')}`;
  return {
    is: totals.errors > 0 ? 'errors' : 'warnings',
    line: `${counted(problems, 'problem')}${left} (${counts})${more}`,
    ways,
  };
}

/** What was looked at: `1 repository, 3 upstreams, data of 2026-11-26`. */
function readIn({ reports, data }: Run): string {
  const models = new Map(
    reports
      .flatMap(({ ancestors }) => ancestors)
      .filter(({ resolution }) => !(resolution.is === 'found' && resolution.from === 'name'))
      .map(({ model, resolution }) => [model.toLowerCase(), resolution.is === 'found']),
  );
  const unknown = [...models.values()].filter((found) => !found).length;
  const repositories = reports.length === 1 ? '1 repository' : `${reports.length} repositories`;
  const upstreams = counted(models.size, 'upstream') + (unknown === 0 ? '' : ` (${unknown} unknown)`);
  return `${repositories}, ${upstreams}, data of ${data}`;
}

function waysOf(run: Run): string[] {
  const by: Record<Way, Finding[]> = { fix: [], unsafe: [], written: [], fetched: [], hand: [] };
  for (const { findings } of run.reports)
    for (const finding of findings) {
      const way = wayOf(finding);
      // Nobody has to do by hand what is only a note.
      if (way !== 'hand' || finding.severity !== 'info') by[way].push(finding);
    }
  const rules = (all: readonly Finding[]) => [...new Set(all.map(({ rule }) => rule))].sort();
  const [written, fetched] = [by.written.length, by.fetched.length];
  return [
    ...(by.unsafe.length === 0
      ? []
      : [
          `${by.unsafe.length} with \`licet --fix --fix-unsafe ${rules(by.unsafe).join(',')}\`: ` +
            (run.fixed === true ? 'a choice that is yours' : 'read the hints first'),
        ]),
    ...(fetched > 0
      ? [`${written + fetched} with \`licet notice --write --online\`, which fetches license texts`]
      : written > 0
        ? [`${written} with \`licet notice --write\``]
        : []),
    ...(by.hand.length === 0
      ? []
      : [`${by.hand.length} by hand, ${since(by.hand)}: ${namedRules(rules(by.hand))}`]),
  ];
}

const since = ({ length }: readonly Finding[]) => `since no edit settles ${length === 1 ? 'it' : 'them'}`;

function namedRules(rules: readonly string[]): string {
  const more = rules.length - NAMED;
  return rules.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${counted(more, 'more rule')}` : '');
}
