/**
 * How long each hostile card takes, the slowest first: none may take two seconds. `npx tsx bench/hostile.ts`
 */
import { rules } from '../rules/index.ts';
import { shippedCatalogue } from '../src/core/data/catalogue.ts';
import { lint } from '../src/core/lint.ts';
import { memoryRepo } from '../src/core/read/memory-repo.ts';
import { snapshot } from '../src/core/resolve/snapshot.ts';
import { HOSTILE } from './hostile-cards.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const catalogue = shippedCatalogue();
const options = { catalogue, upstreams: snapshot(catalogue), rules };
const only = process.argv[2];
const rows: {
  readonly name: string;
  readonly took: number;
  readonly findings: number;
  readonly failed: number;
}[] = [];
for (const [name, make] of [['warm-up', () => '# a'] as const, ...Object.entries(HOSTILE)]) {
  if (only !== undefined && !name.includes(only)) continue;
  const repo = memoryRepo({ 'README.md': make() }, { complete: false });
  const start = performance.now();
  const { findings, failed } = await lint(repo, { value: 'hostile', from: 'folder' }, options);
  rows.push({ name, took: performance.now() - start, findings: findings.length, failed: failed.length });
}
for (const { name, took, findings, failed } of rows.sort((a, b) => b.took - a.took))
  console.log(
    `${took.toFixed(0).padStart(6)} ms  ${String(findings).padStart(5)} findings  ` +
      `${failed === 0 ? '' : `${failed} rules failed  `}${name}`,
  );
