import type { Finding } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/**
 * What makes a run fail. `likely` and `possible`: also what would be an error if it were certain, down to
 * that confidence.
 */
export const FAIL_ON = ['error', 'likely', 'possible', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The word as a person gave it to `asked`, such as `--fail-on`. Throws `UsageError` for any other. */
export function failOnNamed(word: string | undefined, asked: string): FailOn {
  const found = FAIL_ON.find((one) => one === (word ?? 'error'));
  if (found !== undefined) return found;
  throw new UsageError(
    `${asked} is "${word ?? ''}"`,
    didYouMean(word ?? '', FAIL_ON) ??
      `It takes ${FAIL_ON.slice(0, -1).join(', ')} or ${FAIL_ON.at(-1) ?? ''}`,
  );
}

/** The findings that make a run fail. */
export function failing(findings: readonly Finding[], failOn: FailOn): readonly Finding[] {
  return findings.filter(({ severity, ifCertain = severity, confidence }) => {
    switch (failOn) {
      case 'error':
        return severity === 'error';
      case 'likely':
        return severity === 'error' || (ifCertain === 'error' && confidence === 'likely');
      case 'possible':
        return ifCertain === 'error';
      case 'warning':
        return severity !== 'info';
      case 'never':
        return false;
    }
  });
}

/**
 * Says why a run fails that holds no error: which rules, and what was asked. Undefined where errors say it
 * themselves.
 */
export function whyFailing(
  findings: readonly Pick<Finding, 'rule' | 'severity' | 'standsFor'>[],
  asked: string,
): string | undefined {
  if (findings.length === 0 || findings.some(({ severity }) => severity === 'error')) return undefined;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const total = findings.reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);
  const what = total === 1 ? '1 finding fails' : `${total} findings fail`;
  return `${what} this run (${asked}): ${rules.join(', ')}`;
}

/** What makes a run fail, told of findings as they come: of each only what the verdict says is kept. */
export class Verdict {
  readonly #failOn: FailOn;
  readonly #maxWarnings: number | undefined;
  /** A run tells a bounded number of findings. */
  readonly #bad: Pick<Finding, 'rule' | 'severity' | 'standsFor'>[] = [];
  #warnings = 0;

  constructor(failOn: FailOn, maxWarnings: number | undefined) {
    this.#failOn = failOn;
    this.#maxWarnings = maxWarnings;
  }

  add(findings: readonly Finding[]): void {
    for (const { severity, standsFor = 1 } of findings)
      if (severity === 'warning') this.#warnings += standsFor;
    for (const { rule, severity, standsFor } of failing(findings, this.#failOn))
      this.#bad.push({ rule, severity, ...(standsFor === undefined ? {} : { standsFor }) });
  }

  get fails(): boolean {
    return this.#bad.length > 0 || this.#isCrowded;
  }

  /** Why it fails, where no error in the report says so. */
  get why(): string | undefined {
    if (this.#bad.length > 0) return whyFailing(this.#bad, `--fail-on ${this.#failOn}`);
    if (!this.#isCrowded) return undefined;
    return `Too many warnings (${this.#warnings}, at most ${this.#maxWarnings ?? 0})`;
  }

  get #isCrowded(): boolean {
    return this.#maxWarnings !== undefined && this.#warnings > this.#maxWarnings && this.#failOn !== 'never';
  }
}
