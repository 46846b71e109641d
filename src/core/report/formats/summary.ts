import type { Failure } from '../../model/lineage.ts';
import { findingViews, linksOf, whereOf, type FindingView } from '../finding-view.ts';
import { recordedViews, suppressedViews, type SuppressedView } from '../suppressed.ts';
import { headline, recorded, ruleLink, titleOf } from './markdown.ts';
import { cell, code, plain } from './markdown-text.ts';
import type { Formatter, Run } from '../report.ts';
import { totalsOf } from '../totals.ts';

/**
 * GitHub takes 1 MiB of summary per step and drops a larger one whole; the rest is left for other tools of
 * the step.
 */
const LARGEST = 900 * 1024;

/**
 * The job summary of GitHub Actions: tables of the findings, the worst first within the order of the report,
 * of what was turned off, of the facts it rests on, and of what is not known.
 */
export const summary: Formatter = (run) => {
  const accounts = run.reports.flatMap(findingViews);
  const levels = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    accounts.filter(({ finding }) => finding.severity === severity),
  );
  const page = new Page(`## licet\n\n${headline(totalsOf(run))}\n`);
  page.table(
    '| | where | what | why | what to do |',
    levels.map((account) => () => row(account, run)),
  );
  page.list('### Not known', unknownIn(run));
  const off = run.reports.flatMap(suppressedViews);
  page.table(
    '| | where | what | by | ground |',
    off.map((view) => () => offRow(view, run)),
    `<details><summary>${off.length} suppressed</summary>`,
  );
  page.list('### Recorded facts', run.reports.flatMap(recordedViews).map(recorded));
  return page.text;
};

/** A page that holds no more than GitHub takes; what is beyond that is counted. */
class Page {
  readonly #encoder = new TextEncoder();
  readonly #parts: string[] = [];
  #size = 200;

  constructor(head: string) {
    this.#add(head);
  }

  #add(part: string): boolean {
    const size = this.#encoder.encode(part).length + 1;
    if (this.#size + size > LARGEST) return false;
    this.#size += size;
    this.#parts.push(part);
    return true;
  }

  /** A table; one with a `fold` is seen when that is opened. */
  table(head: string, rows: readonly (() => string)[], fold?: string): void {
    if (rows.length === 0) return;
    const columns = head.split('|').length - 2;
    const begin = fold === undefined ? '' : `\n${fold}\n`;
    if (!this.#add(`${begin}\n${head}\n${'|---'.repeat(columns)}|\n`)) return;
    const left = rows.filter((line) => !this.#add(`${line()}\n`)).length;
    if (left > 0)
      this.#parts.push(
        `\n${left} more are left out: a summary holds no more. The report in another format has them all.\n`,
      );
    if (fold !== undefined) this.#parts.push('\n</details>\n');
  }

  list(title: string, items: readonly string[]): void {
    if (items.length > 0) this.#add(`\n${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`);
  }

  get text(): string {
    return this.#parts.join('');
  }
}

/** Models of one kind that are named; the rest is counted. */
const NAMED = 10;

/**
 * Upstreams whose terms are not known, by the one input of the Action, or the one file, that settles it.
 */
function unknownIn({ reports, lookup }: Run): string[] {
  const models = new Map<string, Set<string>>();
  for (const { model, resolution } of reports.flatMap(({ ancestors }) => ancestors)) {
    if (resolution.is !== 'failed') continue;
    const settled = SETTLED[resolution.why === 'offline' && lookup === 'lock' ? 'lock' : resolution.why];
    models.set(settled, (models.get(settled) ?? new Set()).add(model));
  }
  return [...models].map(([settled, names]) => {
    const shown = [...names].slice(0, NAMED).map((name) => code(name));
    const more = names.size > NAMED ? ` and ${names.size - NAMED} more` : '';
    return `${shown.join(', ')}${more}: ${settled}`;
  });
}

const BY_FACT = 'record the fact under `facts` in the config';
const BY_LOCK = 'run `licet resolve --online` and commit `licet.lock.json`';
const BY_TOKEN = 'set the input `hf-token` to a token that has access';
const SETTLED: Readonly<Record<Failure | 'lock', string>> = {
  offline: 'set the input `online: true` (on the command line `--online`)',
  lock: BY_LOCK,
  gated: BY_TOKEN,
  'private-or-missing': BY_TOKEN,
  'bad-token': BY_TOKEN,
  'rate-limited': BY_LOCK,
  unreachable: BY_LOCK,
  'not-found': 'correct the id in the card: the Hub has no such model',
  'no-license': BY_FACT,
  disabled: BY_FACT,
  'not-a-hub-id': BY_FACT,
};

const WORD = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ note' } as const;

function row(account: FindingView, run: Run): string {
  const {
    finding,
    file,
    from,
    whys: [why],
    todo,
  } = account;
  const links = linksOf(account);
  const reason = [
    from === undefined ? '' : plain(from),
    why ? `${titleOf(why)} ${plain(`${why.section}: ${why.says}`, links)}` : '',
  ]
    .filter((part) => part !== '')
    .join('<br>');
  const cells = [
    WORD[finding.severity],
    code(`${file}:${whereOf(account)}`),
    `${plain(finding.message)}<br>${ruleLink(run, account)}`,
    reason,
    todo ? `**${todo.word}** ${plain(todo.title, links)}` : '',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function offRow(view: SuppressedView, run: Run): string {
  const { finding, file, by, ground } = view;
  const cells = [
    finding.severity === 'info' ? 'note' : finding.severity,
    code(`${file}:${whereOf(view)}`),
    `${plain(finding.message)}<br>${ruleLink(run, view)}`,
    code(by),
    plain(ground),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}
