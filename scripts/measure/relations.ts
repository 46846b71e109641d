/**
 * Holds the relations that licet tells against a folder of labelled repositories: `tsx
 * scripts/measure/relations.ts <folder>`. The folder holds `labels.jsonl` with `dir`, `repo_id`, `scope` and
 * `upstreams[]` of `model` and `relation`; `used` and `itself` are no upstream of the weights. Exit 1 under
 * 90 %.
 */
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
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { labelledFolder, labelledRepo, labelsIn, type Labelled } from './labelled.ts';

useDataSource(shippedData);

interface Label extends Labelled {
  readonly upstreams?: readonly { readonly model: string; readonly relation: string }[];
}

/** What a reviewer calls a model that the weights do not come from. */
const NO_UPSTREAM: ReadonlySet<string> = new Set(['used', 'itself']);
const ENOUGH = 0.9;

const folder = labelledFolder('relations');
const catalogue = shippedCatalogue();
const upstreams = remembered(snapshot(catalogue));
const [wrong, kinds] = [[] as string[], new Map<string, { right: number; all: number }>()];

for (const label of labelsIn<Label>(folder)) {
  const { dir, repo_id, upstreams: listed = [] } = label;
  if (listed.length === 0) continue;
  const { repo, name } = await labelledRepo(folder, label);
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
