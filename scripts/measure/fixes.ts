/**
 * Fixes copies of repositories as people publish them, and holds each against what it was.
 *
 *   tsx scripts/measure/fixes.ts <folder with labels.jsonl>
 *
 * A fix must come to rest at once, leave the metadata as readable and the declared license the same, and add
 * no finding. Exit 1 where one does not; 2 without a folder.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityLabel } from '../../src/core/license/names/identity-label.ts';
import { fixAll } from '../../src/app/fix.ts';
import { runLint } from '../../src/app/run-lint.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { Host } from '../../src/app/host.ts';
import { isRepoId } from '../../src/core/model/hub-address.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { labelledFolder, labelsIn, type Labelled } from './labelled.ts';

useDataSource(shippedData);

function filesIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return JSON.stringify(names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

const told = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`);
const broken = ({ findings }: Report): number =>
  findings.filter(({ rule }) => rule === 'broken-front-matter').length;
const declared = (report: Report): string | undefined =>
  report.declared && identityLabel(report.declared.identity);

/** What one report says against another: empty where the fixes did no harm. */
function harm(before: Report, after: Report): readonly string[] {
  return [
    ...(broken(after) > broken(before) ? ['its metadata no longer parse'] : []),
    ...(before.declared && declared(before) !== declared(after)
      ? [`declares ${declared(after)} instead of ${declared(before)}`]
      : []),
    ...told(after)
      .filter((one) => !told(before).includes(one))
      .map((one) => `new: ${one}`),
  ];
}

/** Fixes `folder` twice. */
async function fixed(
  { repo_id: id }: Labelled,
  folder: string,
): Promise<{ changed: boolean; faults: readonly string[] }> {
  const host: Host = { cwd: folder, env: {}, terminal: false, width: 80, today: '2026-11-24' };
  // A data set's id begins with a word that no model's has: `--name` takes none.
  const name = id !== null && isRepoId(id) ? id : undefined;
  const request = { paths: [], name, config: false as const };
  const original = filesIn(folder);
  const [before] = (await runLint(request, host)).run.reports;
  await fixAll(request, host, { dry: false, unsafe: [] });
  const once = filesIn(folder);
  const [after] = (await runLint(request, host)).run.reports;
  await fixAll(request, host, { dry: false, unsafe: [] });
  return {
    changed: once !== original,
    faults: [
      ...(filesIn(folder) === once ? [] : ['a second run changes files again']),
      ...(before && after ? harm(before, after) : before === after ? [] : ['is no repository any more']),
    ],
  };
}

const source = labelledFolder('fixes');
const labels = labelsIn(source);
const copies = mkdtempSync(join(tmpdir(), 'licet-fixes-'));
let [changed, harmed] = [0, 0];
try {
  for (const label of labels) {
    const folder = join(copies, label.dir);
    cpSync(join(source, label.dir), folder, { recursive: true });
    const outcome = await fixed(label, folder);
    changed += Number(outcome.changed);
    harmed += Number(outcome.faults.length > 0);
    for (const fault of outcome.faults) console.log(`    ${label.dir}: ${fault}`);
  }
} finally {
  rmSync(copies, { recursive: true, force: true });
}
console.log(`${labels.length} repositories, ${changed} changed by a fix, ${harmed} harmed`);
if (harmed > 0) process.exitCode = 1;
