/**
 * Holds the relations that licet tells against a folder of labelled repositories: `tsx
 * scripts/measure/relations.ts <folder>`. The folder holds `labels.jsonl` with `dir`, `repo_id`, `scope` and
 * `upstreams[]` of `model` and `relation`; `used` and `itself` are no upstream of the weights. Exit 1 under
 * 90 %.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { sameModel } from '../../src/core/data/model-aliases.ts';
import { extract } from '../../src/core/extract/extract.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { lint } from '../../src/core/lint.ts';
import { readSources } from '../../src/core/read/read-sources.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { remembered } from '../../src/core/resolve/upstreams.ts';
import { diskRepo } from '../../src/node/fs/disk-repo.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

interface Label {
  readonly dir: string;
  readonly repo_id: string | null;
  readonly scope: string;
  readonly upstreams?: readonly { readonly model: string; readonly relation: string }[];
}

/** What a reviewer calls a model that the weights do not come from. */
const NO_UPSTREAM: ReadonlySet<string> = new Set(['used', 'itself']);
const ENOUGH = 0.9;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('relations: name the folder that holds labels.jsonl');
  process.exit(2);
}
const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Label);
const catalogue = shippedCatalogue();
const upstreams = remembered(snapshot(catalogue));
const [wrong, kinds] = [[] as string[], new Map<string, { right: number; all: number }>()];

for (const { dir, repo_id, scope, upstreams: listed = [] } of labels) {
  if (listed.length === 0) continue;
  const repo = await diskRepo(join(folder, dir), { complete: scope !== 'card-only', shown: dir });
  const name =
    repo_id === null
      ? ({ value: dir.replace(/^\d+-/, '').replace(/^.*?--/, ''), from: 'folder' } as const)
      : ({ value: repo_id, from: 'flag' } as const);
  const { ancestors } = await lint(repo, name, { catalogue, upstreams, rules });
  const claims = await extract(await readSources(repo), createContext(catalogue, repo_id ?? undefined));
  for (const { model, relation } of listed) {
    const ancestor = ancestors.find(({ path: [first] }) => sameModel(first.to, model));
    const isData = claims.some((claim) => claim.kind === 'dataset' && sameModel(claim.dataset, model));
    const told = ancestor?.path[0].relation ?? (isData ? 'dataset' : 'none');
    const isRight = NO_UPSTREAM.has(relation) ? told === 'none' : told === relation;
    const kind = kinds.get(relation) ?? { right: 0, all: 0 };
    kinds.set(relation, { right: kind.right + Number(isRight), all: kind.all + 1 });
    if (!isRight) wrong.push(`${dir}: ${model} is ${relation}, told ${told}`);
  }
}

for (const [kind, { right, all }] of [...kinds].sort()) console.log(`${kind.padEnd(12)} ${right}/${all}`);
for (const line of wrong) console.log(`    wrong  ${line}`);
const all = [...kinds.values()].reduce((sum, kind) => sum + kind.all, 0);
const share = all === 0 ? 0 : (all - wrong.length) / all;
console.log(`relations told right: ${all - wrong.length}/${all} = ${(100 * share).toFixed(1)} %`);
if (share < ENOUGH) process.exitCode = 1;
