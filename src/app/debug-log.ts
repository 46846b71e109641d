import { COUNTED, STAGES, type Counted, type Profiler, type Stage } from '../core/model/profiler.ts';
import { counted } from '../core/report/report.ts';
import { printable } from '../core/report/terminal/wrap.ts';
import { ISSUES, VERSION } from '../core/version.ts';

/** Whether `--debug` stands on the command line, or `LICET_DEBUG` in the environment says so. */
export function isDebugging(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const end = argv.indexOf('--');
  if (argv.slice(0, end < 0 ? argv.length : end).includes('--debug')) return true;
  return !['', '0', 'false'].includes(env['LICET_DEBUG'] ?? '');
}

/** Where to report what is no fault of the user's: licet's own issues, or the author of a plugin. */
export function whereToReport(debug: DebugLog | undefined, plugin = false): string {
  const where = plugin ? 'Report it to the author of the plugin' : `Report it at ${ISSUES} with the command`;
  return debug ? where : `${where}; \`--debug\` shows the stack, in the Action the input \`debug\``;
}

/** Stacks that are printed: a rule that fails on every repository fails everywhere alike. */
const MOST_STACKS = 20;

/** What `--debug` prints at the end of a run: what was used, how long each stage took, stacks of errors. */
export class DebugLog implements Profiler {
  /** Milliseconds since the process began. */
  readonly #clock: () => number;
  readonly #begun: number;
  readonly #stages = new Map<Stage, number>();
  readonly #rules = new Map<string, number>();
  readonly #counts = new Map<Counted, number>();
  readonly #configs = new Set<string>();
  readonly #locks = new Set<string>();
  readonly #stacks = new Set<string>();
  #runs = 0;

  constructor(clock: () => number = () => 0) {
    this.#clock = clock;
    this.#begun = clock();
  }

  /** A run begins: `--fix` needs several, whose times are added up; counts are those of the last one. */
  run(): void {
    this.#runs += 1;
    this.#counts.clear();
  }

  start(stage: Stage, rule?: string): () => void {
    const from = this.#clock();
    return () => {
      const took = this.#clock() - from;
      if (rule === undefined) this.#stages.set(stage, (this.#stages.get(stage) ?? 0) + took);
      else this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + took);
    };
  }

  count(what: Counted, number: number): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + number);
  }

  configs(files: readonly string[]): void {
    for (const file of files) this.#configs.add(file);
  }

  locks(files: readonly string[]): void {
    for (const file of files) this.#locks.add(file);
  }

  /** An error, with all that caused it. */
  error(error: unknown): void {
    for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1)
      if (this.#stacks.size < MOST_STACKS) this.#stacks.add(one.stack ?? `${one.name}: ${one.message}`);
  }

  /** The lines for standard error. */
  text(): string {
    const total = this.#clock();
    const line = (name: string, text: string) => `  ${name.padEnd(9)} ${printable(text)}\n`;
    const time = (name: string, took: number) => `${took.toFixed(1).padStart(10)} ms  ${printable(name)}\n`;
    const number = (what: Counted) => this.#counts.get(what) ?? 0;
    const [repositories, files, read, claims] = COUNTED.map(number) as [number, number, number, number];
    const stages = STAGES.filter((stage) => this.#stages.has(stage));
    const rules = [...this.#rules].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return [
      'licet: debug\n',
      line('version', VERSION),
      ...(this.#runs > 0
        ? [
            line('config', [...this.#configs].join(', ') || 'none'),
            line('lock', [...this.#locks].join(', ') || 'none'),
            line(
              'checked',
              `${repositories} ${repositories === 1 ? 'repository' : 'repositories'}, ` +
                `${counted(files, 'file')} (${read} read), ${counted(claims, 'claim')}` +
                (this.#runs > 1 ? `; linted ${this.#runs} times` : ''),
            ),
          ]
        : []),
      line('time', ''),
      time('startup', this.#begun),
      ...stages.map((stage) => time(stage, this.#stages.get(stage) ?? 0)),
      time('total, since the process started', total),
      ...(rules.length > 0 ? [line('rules', ''), ...rules.map(([name, took]) => time(name, took))] : []),
      ...[...this.#stacks].map(
        (stack) =>
          `  stack\n${stack
            .split('\n')
            .map((one) => `    ${printable(one.trim())}\n`)
            .join('')}`,
      ),
    ]
      .map((one) => one.replace(/ +\n/, '\n'))
      .join('');
  }
}
