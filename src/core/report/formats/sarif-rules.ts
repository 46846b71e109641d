import { weakest, type Confidence } from '../../model/confidence.ts';
import { pageOf, type RuleFacts, type Run } from '../report.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;
/** GitHub's words for how often a rule is right, and how grave it is where it is no matter of security. */
const PRECISION: Readonly<Record<Confidence, string>> = {
  certain: 'very-high',
  likely: 'high',
  possible: 'medium',
};
const GRAVITY = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/**
 * The rules as SARIF's reporting descriptors. A rule that found something but was not handed in is described
 * by what is known.
 */
export function sarifRules(run: Run) {
  const known = new Map<string, RuleFacts>(run.rules.map((rule) => [rule.name, rule]));
  const sure = new Map<string, Confidence>();
  for (const { rule, severity, confidence } of run.reports.flatMap((report) => report.findings)) {
    if (!known.has(rule)) known.set(rule, { name: rule, summary: rule, severity });
    sure.set(rule, weakest(sure.get(rule) ?? 'certain', confidence));
  }
  return [...known.values()].map((rule) => descriptor(rule, pageOf(run, rule.name), sure.get(rule.name)));
}

function descriptor(
  { name, summary, severity, help }: RuleFacts,
  page: string | undefined,
  sure: Confidence | undefined,
) {
  const reported = `Reported as ${LEVEL[severity]} unless configured otherwise.`;
  const about = page === undefined ? '' : ` [About this rule](${page})`;
  return {
    id: name,
    name: pascal(name),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary}.` },
    help: { text: `${summary}. ${reported}`, markdown: help ?? `**${summary}.** ${reported}${about}` },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: LEVEL[severity] },
    // As sure as the least sure finding of this run: a rule has no precision of its own, its findings have.
    properties: {
      tags: ['license'],
      'problem.severity': GRAVITY[severity],
      ...(sure === undefined ? {} : { precision: PRECISION[sure] }),
    },
  };
}

/** SARIF wants names that are identifiers in Pascal case (3.49.7). */
function pascal(name: string): string {
  return name
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');
}
