import type { Finding, Severity } from '../model/finding.ts';
import type { Report, Run } from './report.ts';

export interface Totals {
  readonly repositories: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  /** Findings that were turned off: they are counted nowhere else. */
  readonly suppressed: number;
  readonly unresolved: number;
}

const COUNTED = { error: 'errors', warning: 'warnings', info: 'infos' } as const satisfies Record<
  Severity,
  keyof Totals
>;

/** Counts reports as they come; keeps none. */
export class Counting {
  readonly #totals: { -readonly [Name in keyof Totals]: number } = {
    repositories: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    fixable: 0,
    suppressed: 0,
    unresolved: 0,
  };

  add({ findings, suppressed = [], ancestors }: Report): void {
    const totals = this.#totals;
    totals.repositories += 1;
    for (const { severity, standsFor = 1, fix } of findings) {
      totals[COUNTED[severity]] += standsFor;
      if (fix?.safe === true && fix.edits.length > 0) totals.fixable += 1;
    }
    totals.suppressed += sum(suppressed.map(({ finding }) => finding));
    totals.unresolved += ancestors.filter(({ resolution }) => resolution.is === 'failed').length;
  }

  get totals(): Totals {
    return { ...this.#totals };
  }
}

const sum = (findings: readonly Finding[]) => findings.reduce((all, { standsFor = 1 }) => all + standsFor, 0);

/** What a run comes to. */
export function totalsOf({ reports }: Run): Totals {
  const counting = new Counting();
  for (const report of reports) counting.add(report);
  return counting.totals;
}
