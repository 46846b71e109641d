/**
 * Many repositories in one process, over the floor of the same run: reading and the front matter's YAML.
 * `npx tsx bench/many.ts <folder of cards> [count]`
 */
import { readFileSync } from 'node:fs';
import { rules } from '../rules/index.ts';
import { shippedCatalogue } from '../src/core/data/catalogue.ts';
import { lint } from '../src/core/lint.ts';
import { memoryRepo } from '../src/core/read/memory-repo.ts';
import { snapshot } from '../src/core/resolve/snapshot.ts';
import { remembered } from '../src/core/resolve/upstreams.ts';
import { cardsIn } from './cards.ts';
import { floor } from './floor.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const [folder = 'examples', count = '1000'] = process.argv.slice(2);
const cards = cardsIn(folder, Number(count));
const ROUNDS = 3;

async function timed(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function lintAll(): Promise<void> {
  const catalogue = shippedCatalogue();
  const upstreams = remembered(snapshot(catalogue));
  for (const { path, name } of cards)
    await lint(
      memoryRepo({ 'README.md': readFileSync(path) }, { complete: false }),
      { value: name, from: name.includes('/') ? 'flag' : 'folder' },
      { catalogue, upstreams, rules },
    );
}

for (let round = 1; round <= ROUNDS; round += 1) {
  const least = await timed(() => cards.forEach(({ path }) => floor(path)));
  const whole = await timed(lintAll);
  console.log(
    `${(whole / least).toFixed(2)} x  ${whole.toFixed(0)} ms over ${least.toFixed(0)} ms  ` +
      `${cards.length} cards, round ${round}`,
  );
}
