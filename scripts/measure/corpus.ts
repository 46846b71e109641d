/**
 * Holds licet against a folder of labelled repositories: `npm run measure -- <folder>`. The folder holds
 * `labels.jsonl` with `dir`, `repo_id`, `expected[]`, `optional[]`, `confidence`, `scope`. Prints recall by
 * category and every false error.
 */
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { placeOf } from '../../src/core/evaluate/evaluate.ts';
import { lineIndexes } from '../../src/core/report/line-index.ts';
import { remembered } from '../../src/core/resolve/upstreams.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { labelledFolder, labelledRepo, labelsIn, type Labelled } from './labelled.ts';

useDataSource(shippedData);

interface Expected {
  readonly category: string;
  readonly line: number | null;
  readonly why: string;
}
interface Label extends Labelled {
  readonly expected: readonly Expected[];
  readonly optional?: readonly Expected[];
  readonly confidence: string;
}

/** Which rules speak of which category of the reviewer. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  'base-model-invalid': ['invalid-upstream'],
  'base-model-undeclared': ['undeclared-upstream', 'contradicted-upstream'],
  'dataset-license-conflict': ['missing-dataset-terms'],
  'front-matter-invalid-yaml': ['broken-front-matter'],
  'front-matter-missing': ['missing-front-matter', 'broken-front-matter'],
  'license-invalid-id': ['unknown-license', 'ambiguous-license'],
  'license-missing': ['missing-license', 'misspelled-key'],
  'license-other-without-name-or-link': ['other-license-without-name', 'other-license-without-link'],
  'license-file-mismatch': ['mismatched-license-text', 'conflicting-license-claims', 'broken-license-link'],
  'missing-attribution': ['missing-phrase', 'missing-notice', 'missing-license-text'],
  'name-prefix': ['missing-name-prefix'],
  'upstream-license-conflict': [
    'incompatible-license',
    'incompatible-upstreams',
    'mismatched-license-text',
    'forbidden-redistribution',
  ],
};

const folder = labelledFolder('measure');
const catalogue = shippedCatalogue();
const upstreams = remembered(snapshot(catalogue));
const found = new Map<string, { hit: number; all: number; missed: string[] }>();
const falseErrors: string[] = [];
const unexpected: string[] = [];
let severities = { error: 0, warning: 0, info: 0 };

for (const label of labelsIn<Label>(folder)) {
  const { repo, name } = await labelledRepo(folder, label);
  const report = await lint(repo, name, { catalogue, upstreams, rules });
  for (const { rule, message } of report.failed)
    falseErrors.push(`${label.dir}: rule ${rule} failed: ${message}`);
  const frame = lineIndexes(report.sources);
  const lineOf = (finding: (typeof report.findings)[number]) => frame(placeOf(finding))?.start.line ?? 0;
  for (const { severity } of report.findings)
    severities = { ...severities, [severity]: severities[severity] + 1 };
  const expected = label.expected.filter(({ category }) => category !== 'clean');
  for (const { category, why } of expected) {
    const hit = report.findings.some(({ rule }) => (FITTING[category] ?? []).includes(rule));
    const key = `${category}${label.confidence === 'high' ? '' : ` (${label.confidence})`}`;
    const row = found.get(key) ?? { hit: 0, all: 0, missed: [] };
    found.set(key, {
      hit: row.hit + Number(hit),
      all: row.all + 1,
      missed: hit ? row.missed : [...row.missed, `${label.dir}: ${why}`],
    });
  }
  const wanted = new Set(
    [...label.expected, ...(label.optional ?? [])].flatMap(({ category }) => FITTING[category] ?? []),
  );
  for (const finding of report.findings) {
    const line =
      `${label.dir}:${lineOf(finding)} ${finding.severity} ${finding.message} (${finding.rule}, ` +
      `${finding.confidence})`;
    if (finding.severity === 'error' && (expected.length === 0 || !wanted.has(finding.rule)))
      falseErrors.push(line);
    else if (!wanted.has(finding.rule)) unexpected.push(line);
  }
}

let [hits, all] = [0, 0];
for (const [category, row] of [...found].sort()) {
  console.log(`${category.padEnd(48)} ${row.hit}/${row.all}`);
  for (const missed of row.missed) console.log(`    missed  ${missed}`);
  if (!category.includes('(')) [hits, all] = [hits + row.hit, all + row.all];
}
console.log(`\nhigh-confidence categories found: ${hits}/${all} = ${((100 * hits) / all).toFixed(1)} %`);
console.log(`findings: ${severities.error} errors, ${severities.warning} warnings, ${severities.info} notes`);
console.log(`errors that no label expects: ${falseErrors.length}`);
for (const line of falseErrors) console.log(`    ${line}`);
if (process.argv.includes('--unexpected')) {
  console.log(`other findings that no label expects: ${unexpected.length}`);
  for (const line of unexpected) console.log(`    ${line}`);
}
if (falseErrors.length > 0) process.exitCode = 1;
