/**
 * Reads every repository of a folder and holds the shortcuts of reading a card against the long way.
 *
 *   tsx scripts/measure/cards.ts <folder of repositories>
 *
 * Exit 1 where a shortcut changes what is read, or a file is read with a problem; 2 without a folder.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/core/read/read-sources.ts';
import { diskRepo } from '../../src/node/fs/disk-repo.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { cardFaults } from './card-faults.ts';

useDataSource(shippedData);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('cards: name a folder of repositories');
  process.exit(2);
}
const faults: string[] = [];
let [cards, blocks, plain, hopeless] = [0, 0, 0, 0];
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  for (const source of await readSources(await diskRepo(join(folder, entry.name)))) {
    const file = `${entry.name}/${source.file}`;
    if (source.kind !== 'text' || source.problem !== undefined) faults.push(`${file} is read with a problem`);
    if (source.kind !== 'text' || source.file !== 'README.md') continue;
    const card = cardFaults(file, source.text);
    faults.push(...card.faults);
    [cards, blocks, plain, hopeless] = [
      cards + 1,
      blocks + card.blocks,
      plain + card.plain,
      hopeless + card.hopeless,
    ];
  }
}
console.log(
  `${cards} cards, ${blocks} blocks, ${plain} read without the parser, ${hopeless} candidates left unparsed`,
);
console.log(`${faults.length} faults`);
for (const one of faults) console.log(`    ${one}`);
if (cards === 0 || faults.length > 0) process.exitCode = 1;
